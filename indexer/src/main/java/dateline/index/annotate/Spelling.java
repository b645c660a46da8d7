package dateline.index.annotate;

import java.util.Arrays;

/// One way to write a word, with the numbers of its forms in the [Lexicon], each [Lexicon#UNKNOWN]
/// when no list has it. Immutable.
final class Spelling {
  private static final int PACKED_CHARS_MAX = 8;

  private final char[] written;
  private final long packed;
  final int asWritten;

  /// Of the word with only its first capital, as all-capitals text is looked up.
  final int title;

  /// Of the lower-case word without a last point.
  final int lower;

  /// Of the word's stem; of the stem of _and_ for an ampersand.
  final int stem;

  /// @param written from now on the spelling's own
  /// @param packed the same, packed
  Spelling(char[] written, long packed, int asWritten, int title, int lower, int stem) {
    this.written = written;
    this.packed = packed;
    this.asWritten = asWritten;
    this.title = title;
    this.lower = lower;
    this.stem = stem;
  }

  /// @param packed the same stretch, packed
  boolean is(char[] text, int start, int end, long packed) {
    return packed == this.packed
        && (packed != 0 || Arrays.equals(written, 0, written.length, text, start, end));
  }

  /// All characters in one number, so that most words are compared without following a reference; 0
  /// for a stretch that does not fit. The first is never 0, so each length has its own numbers.
  static long packed(char[] text, int start, int end) {
    if (end - start > PACKED_CHARS_MAX || text[start] == 0) {
      return 0;
    }
    long packed = 0;
    int bits = 0;
    for (int i = start; i < end; i++) {
      packed = packed << Byte.SIZE | text[i];
      bits |= text[i];
    }
    return bits >>> Byte.SIZE == 0 ? packed : 0;
  }
}
