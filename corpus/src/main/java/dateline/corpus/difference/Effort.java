package dateline.corpus.difference;

/// How much work one difference may still take, so that hostile texts take no longer than dull
/// ones.
final class Effort {
  private long left;

  /// @param steps comparisons of two words or paragraphs
  Effort(long steps) {
    left = steps;
  }

  /// Whether the steps may be taken; once they may not, none may.
  boolean spend(long steps) {
    left -= steps;
    return left >= 0;
  }
}
