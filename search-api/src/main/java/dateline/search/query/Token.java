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
    PATTERN,
    EVERYTHING,
    FIELD,
    RANGE,
    PLUS,
    MINUS,
    AND,
    OR,
    NOT,
    /// Between two operands, in canonical spelling: `NEAR/5`, `SAME PARA`.
    PLACE,
    /// Before an operand: `FIRST/50`, `ATLEAST/3`.
    LIMIT,
    /// The same, behind an operand.
    LIMIT_AFTER,
    CAPS,
    OPEN,
    CLOSE;

    /// Whether it asks for something by itself, and so counts against the limit on words.
    boolean isLeaf() {
      return switch (this) {
        case WORD, PHRASE, VERBATIM, PATTERN, EVERYTHING, RANGE -> true;
        case FIELD, PLUS, MINUS, AND, OR, NOT -> false;
        case PLACE, LIMIT, LIMIT_AFTER, CAPS, OPEN, CLOSE -> false;
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
      case WORD, PATTERN, EVERYTHING, RANGE -> 1;
      case PHRASE, VERBATIM -> 1 + (int) text.chars().filter(c -> c == ' ').count();
      case FIELD, PLUS, MINUS, AND, OR, NOT -> 0;
      case PLACE, LIMIT, LIMIT_AFTER, CAPS, OPEN, CLOSE -> 0;
    };
  }

  /// Whether what stands before it is complete.
  boolean endsOperand() {
    return kind.isLeaf() || kind == Kind.CLOSE || kind == Kind.LIMIT_AFTER;
  }

  boolean endsSequence() {
    return kind == Kind.AND || kind == Kind.OR || kind == Kind.CLOSE;
  }
}
