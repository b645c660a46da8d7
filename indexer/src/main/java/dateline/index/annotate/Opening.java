package dateline.index.annotate;

/// The lead of a story whose source does not give it apart: the first words of its body.
final class Opening {
  /// About two sentences of a first paragraph.
  private static final int TOKENS = 50;

  private Opening() {}

  static boolean holds(Span span) {
    return holds(span.start());
  }

  static boolean holds(int token) {
    return token < TOKENS;
  }
}
