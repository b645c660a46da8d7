package dateline.index.annotate;

import java.util.Arrays;

/// One way to write a word, with the numbers of its forms in the [Lexicon], each [Lexicon#UNKNOWN]
/// when no list has it. Immutable.
final class Spelling {
  private final char[] written;
  final int asWritten;

  /// Of the word with only its first capital, as all-capitals text is looked up.
  final int title;

  /// Of the lower-case word without a last point.
  final int lower;

  /// Of the word's stem; of the stem of _and_ for an ampersand.
  final int stem;

  /// @param written from now on the spelling's own
  Spelling(char[] written, int asWritten, int title, int lower, int stem) {
    this.written = written;
    this.asWritten = asWritten;
    this.title = title;
    this.lower = lower;
    this.stem = stem;
  }

  boolean is(char[] text, int start, int end) {
    return Arrays.equals(written, 0, written.length, text, start, end);
  }
}
