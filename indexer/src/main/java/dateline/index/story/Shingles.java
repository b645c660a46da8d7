package dateline.index.story;

import java.util.Arrays;

/// The runs of four words that a text holds, each once, as numbers of 64 bits: that two runs of an
/// archive share one is less likely than a broken disk.
///
/// Runs of four are how near-duplicates of news are told since Broder's "On the resemblance and
/// containment of documents" (1997), of which resemblance and containment are taken too.
final class Shingles {
  private static final int LENGTH = 4;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final int words;
  private final long[] sorted;

  private Shingles(int words, long[] sorted) {
    this.words = words;
    this.sorted = sorted;
  }

  /// A text of fewer words is one run; one without words has none.
  static Shingles of(String text) {
    long[] words = WordHashes.of(text);
    if (words.length == 0) {
      return new Shingles(0, words);
    }
    long[] runs = new long[Math.max(1, words.length - LENGTH + 1)];
    for (int i = 0; i < runs.length; i++) {
      long run = 0;
      for (int word = i; word < Math.min(words.length, i + LENGTH); word++) {
        run = run * FACTOR + words[word];
      }
      runs[i] = Mix.of(run);
    }
    Arrays.sort(runs);
    return new Shingles(words.length, distinct(runs));
  }

  /// Of the text, repeated ones too.
  int words() {
    return words;
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /// Each once; not to be changed.
  long[] all() {
    return sorted;
  }

  /// What the two share, of all that either holds; from 0 to 1.
  double resemblance(Shingles other) {
    int shared = shared(other);
    return shared / (double) (sorted.length + other.sorted.length - shared);
  }

  /// What the two share, of what the shorter one holds; from 0 to 1.
  double containment(Shingles other) {
    return shared(other) / (double) Math.min(sorted.length, other.sorted.length);
  }

  private int shared(Shingles other) {
    int shared = 0;
    for (int i = 0, j = 0; i < sorted.length && j < other.sorted.length; ) {
      int order = Long.compare(sorted[i], other.sorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  private static long[] distinct(long[] runs) {
    int kept = 0;
    for (int i = 0; i < runs.length; i++) {
      if (i == 0 || runs[i] != runs[i - 1]) {
        runs[kept++] = runs[i];
      }
    }
    return Arrays.copyOf(runs, kept);
  }
}
