package dateline.index.story;

import dateline.corpus.Article;
import java.util.Arrays;

/// Numbers by which articles of nearly the same text are found without comparing each with each:
/// two that share none are taken for different.
///
/// The first number stands for the whole text; it is not negative. The others are bands of MinHash
/// values (Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of massive datasets", 3.4) and
/// negative. Of two texts that share the part J of their runs of words, the chance to share a band
/// is 1 - (1 - J^3)^20: .93 at .5, .992 at .6, .999999 at .8, but .15 at .2 and .02 at .1. With
/// rows of five, which are usual, it would be .47 at .5, and what is cut to half would be lost.
///
/// They are written into the index: whatever changes a number changes
/// [dateline.index.schema.IndexNames#SCHEMA_VERSION].
public final class Bands {
  private static final int BANDS = 20;
  private static final int ROWS = 3;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final long[] ADDED = new long[BANDS * ROWS];
  private static final long[] FACTORS = new long[BANDS * ROWS];

  static {
    for (int i = 0; i < ADDED.length; i++) {
      ADDED[i] = Mix.of((2L * i + 1) * GOLDEN);
      FACTORS[i] = Mix.of((2L * i + 2) * GOLDEN) | 1;
    }
  }

  private Bands() {}

  /// Of an article's text; empty where it has no words.
  public static long[] of(Article article) {
    return of(new StoryText(article));
  }

  static long[] of(StoryText text) {
    if (text.shingles().isEmpty()) {
      return new long[0];
    }
    long[] least = least(text.shingles());
    long[] bands = new long[1 + BANDS];
    bands[0] = text.whole() & Long.MAX_VALUE;
    for (int band = 0; band < BANDS; band++) {
      long joined = band;
      for (int row = 0; row < ROWS; row++) {
        joined = Mix.of(joined * GOLDEN + least[band * ROWS + row]);
      }
      bands[1 + band] = joined | Long.MIN_VALUE;
    }
    return bands;
  }

  /// Whether a number stands for a whole text.
  static boolean isWhole(long band) {
    return band >= 0;
  }

  private static long[] least(Shingles shingles) {
    long[] least = new long[ADDED.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles.all()) {
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], (shingle ^ ADDED[i]) * FACTORS[i]);
      }
    }
    return least;
  }
}
