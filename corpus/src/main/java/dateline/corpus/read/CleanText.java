package dateline.corpus.read;

/// Text without the characters that no reader sees: control characters other than tab and line end
/// are removed, a half of a surrogate pair becomes U+FFFD, and every kind of line end becomes `\n`.
///
/// @param text without outer white space
/// @param repairs characters removed or replaced; line ends do not count
record CleanText(String text, int repairs) {
  static CleanText of(String raw) {
    if (isClean(raw)) {
      return new CleanText(raw.strip(), 0);
    }
    var kept = new StringBuilder(raw.length());
    int repairs = 0;
    for (int at = 0; at < raw.length(); at += Character.charCount(raw.codePointAt(at))) {
      int character = raw.codePointAt(at);
      if (character == '\r') {
        if (!raw.startsWith("\n", at + 1)) {
          kept.append('\n');
        }
      } else if (isLineEnd(character)) {
        kept.append('\n');
      } else if (isSurrogate(character)) {
        kept.append('\uFFFD');
        repairs++;
      } else if (character == '\t' || character == '\n' || !Character.isISOControl(character)) {
        kept.appendCodePoint(character);
      } else {
        repairs++;
      }
    }
    return new CleanText(kept.toString().strip(), repairs);
  }

  /// The text on one line, every stretch of white space as one space.
  String onOneLine() {
    return text.replaceAll("\\s+", " ");
  }

  private static boolean isClean(String raw) {
    for (int at = 0; at < raw.length(); at++) {
      char unit = raw.charAt(at);
      if ((Character.isISOControl(unit) && unit != '\n' && unit != '\t')
          || Character.isSurrogate(unit)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(int character) {
    return character == '\f' || character == 0x0B || character == 0x85;
  }

  private static boolean isSurrogate(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }
}
