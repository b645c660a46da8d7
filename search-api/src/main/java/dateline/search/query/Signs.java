package dateline.search.query;

/// What single characters mean in a query.
final class Signs {
  private Signs() {}

  static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  /// Whether it opens or closes a phrase: straight, curly, low and full-width quotation marks.
  static boolean isQuote(int character) {
    return switch (character) {
      case '"', '“', '”', '„', '‟', '＂' -> true;
      default -> false;
    };
  }

  /// Whether it parts words even without white space: long dashes and the ellipsis.
  static boolean isBreak(int character) {
    return switch (character) {
      case '—', '―', '…' -> true;
      default -> false;
    };
  }

  /// Whether it alone makes a word.
  static boolean isLetter(int character) {
    return switch (Character.getType(character)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(character) || Character.isEmojiPresentation(character);
    };
  }

  /// Whether it belongs to the letter before it.
  static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  static boolean isCurrency(int character) {
    return Character.getType(character) == Character.CURRENCY_SYMBOL;
  }

  /// Whether a word, phrase or group may start with it.
  static boolean startsOperand(int character) {
    return isLetter(character)
        || isCurrency(character)
        || isQuote(character)
        || switch (character) {
          case '(', '\\', '=', '#', '@', '.', '*' -> true;
          default -> false;
        };
  }
}
