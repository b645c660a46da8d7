package dateline.search.query;

/// A piece of a query.
///
/// @param text without signs and escapes; of a field its canonical name, of a range what stands
///   between the square brackets
/// @param start code points from the start of the query
/// @param end exclusive
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    WORD,
    PHRASE,
    VERBATIM,
    EVERYTHING,
    FIELD,
    RANGE,
    PLUS,
    MINUS,
    AND,
    OR,
    NOT,
    OPEN,
    CLOSE;

    /// Whether it asks for something by itself, and so counts against the limit on words.
    boolean isLeaf() {
      return switch (this) {
        case WORD, PHRASE, VERBATIM, EVERYTHING, RANGE -> true;
        case FIELD, PLUS, MINUS, AND, OR, NOT, OPEN, CLOSE -> false;
      };
    }

    /// Whether it says something about what follows it at once.
    boolean isPrefix() {
      return this == FIELD || this == PLUS || this == MINUS;
    }
  }

  /// Words of a phrase count one by one.
  int wordCount() {
    return switch (kind) {
      case WORD, EVERYTHING, RANGE -> 1;
      case PHRASE, VERBATIM -> 1 + (int) text.chars().filter(c -> c == ' ').count();
      case FIELD, PLUS, MINUS, AND, OR, NOT, OPEN, CLOSE -> 0;
    };
  }

  /// Whether what stands before it is complete.
  boolean endsOperand() {
    return kind.isLeaf() || kind == Kind.CLOSE;
  }

  boolean endsSequence() {
    return kind == Kind.AND || kind == Kind.OR || kind == Kind.CLOSE;
  }
}
