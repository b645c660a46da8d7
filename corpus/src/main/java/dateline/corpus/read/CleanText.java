package dateline.corpus.read;

/// Text without the characters that no reader sees: control characters other than tab and line end
/// go, a half of a surrogate pair becomes U+FFFD, and every kind of line end becomes `\n`.
///
/// @param repairs characters removed or replaced; line ends do not count
record CleanText(String text, int repairs) {
  /// Without outer white space.
  static CleanText of(String raw) {
    CleanText clean = cleaned(raw, false);
    return new CleanText(clean.text.strip(), clean.repairs);
  }

  /// With a space for each character that goes, and all white space kept: what stands at an offset
  /// of the text stands there in what was delivered.
  static CleanText inPlace(String raw) {
    return cleaned(raw, true);
  }

  private static CleanText cleaned(String raw, boolean isInPlace) {
    if (isClean(raw)) {
      return new CleanText(raw, 0);
    }
    String gone = isInPlace ? " " : "";
    var clean = new StringBuilder(raw.length());
    int repairs = 0;
    for (int at = 0; at < raw.length(); at += Character.charCount(raw.codePointAt(at))) {
      int character = raw.codePointAt(at);
      if (character == '\r') {
        clean.append(raw.startsWith("\n", at + 1) ? gone : "\n");
      } else if (isLineEnd(character)) {
        clean.append('\n');
      } else if (isSurrogate(character)) {
        clean.append('\uFFFD');
        repairs++;
      } else if (character == '\t' || character == '\n' || !Character.isISOControl(character)) {
        clean.appendCodePoint(character);
      } else {
        clean.append(gone);
        repairs++;
      }
    }
    return new CleanText(clean.toString(), repairs);
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
