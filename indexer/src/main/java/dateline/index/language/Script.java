package dateline.index.language;

import org.jspecify.annotations.Nullable;

/// Scripts as far as they tell languages apart.
enum Script {
  LATIN(null),
  CYRILLIC("ru"),
  ARABIC("ar"),
  HAN("zh"),
  KANA("ja"),
  HANGUL("ko"),
  GREEK("el"),
  HEBREW("he"),
  THAI("th"),
  DEVANAGARI("hi"),
  BENGALI("bn"),
  GURMUKHI("pa"),
  GUJARATI("gu"),
  TAMIL("ta"),
  TELUGU("te"),
  KANNADA("kn"),
  MALAYALAM("ml"),
  SINHALA("si"),
  LAO("lo"),
  BURMESE("my"),
  KHMER("km"),
  GEORGIAN("ka"),
  ARMENIAN("hy"),
  ETHIOPIC("am"),
  /// No letter, or one of a script that is not listed.
  NONE(null);

  private final @Nullable String language;

  Script(@Nullable String language) {
    this.language = language;
  }

  /// The language that is most often written in it; null where there is no such.
  @Nullable String language() {
    return language;
  }

  /// Of a UTF-16 unit. Blocks of the Unicode standard, without what only old texts hold.
  static Script of(char c) {
    if (c < 0x250) {
      return Character.isLetter(c) ? LATIN : NONE;
    }
    if (c < 0x1100) {
      return below1100(c);
    }
    if (c < 0x2E80) {
      return c <= 0x11FF
          ? HANGUL
          : c <= 0x139F && c >= 0x1200
              ? ETHIOPIC
              : c >= 0x1780 && c <= 0x17FF ? KHMER : c >= 0x1E00 && c <= 0x1EFF ? LATIN : NONE;
    }
    if ((c >= 0x3041 && c <= 0x30FF && c != '・' && c != 'ー') || (c >= 0xFF66 && c <= 0xFF9F)) {
      return KANA;
    }
    if ((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF)) {
      return HAN;
    }
    if ((c >= 0xAC00 && c <= 0xD7AF) || (c >= 0x3131 && c <= 0x318E)) {
      return HANGUL;
    }
    return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ? ARABIC : NONE;
  }

  private static Script below1100(char c) {
    if (c < 0x370) {
      return NONE;
    }
    return switch (c >> 7) {
      case 0x370 >> 7, 0x380 >> 7 -> GREEK;
      case 0x400 >> 7, 0x480 >> 7 -> CYRILLIC;
      case 0x500 >> 7 -> c < 0x530 ? CYRILLIC : ARMENIAN;
      case 0x580 >> 7 -> c < 0x590 ? ARMENIAN : HEBREW;
      case 0x600 >> 7, 0x680 >> 7 -> Character.isLetter(c) ? ARABIC : NONE;
      case 0x900 >> 7 -> DEVANAGARI;
      case 0x980 >> 7 -> BENGALI;
      case 0xA00 >> 7 -> GURMUKHI;
      case 0xA80 >> 7 -> GUJARATI;
      case 0xB80 >> 7 -> TAMIL;
      case 0xC00 >> 7 -> TELUGU;
      case 0xC80 >> 7 -> KANNADA;
      case 0xD00 >> 7 -> MALAYALAM;
      case 0xD80 >> 7 -> SINHALA;
      case 0xE00 >> 7 -> THAI;
      case 0xE80 >> 7 -> LAO;
      case 0x1000 >> 7 -> c < 0x10A0 ? BURMESE : GEORGIAN;
      case 0x1080 >> 7 -> c < 0x10A0 ? BURMESE : GEORGIAN;
      default -> NONE;
    };
  }
}
