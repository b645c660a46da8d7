package dateline.search.lucene;

import java.util.Comparator;

/// A stretch of one text by the positions of its words.
///
/// @param start position of its first word, from 0
/// @param end position of its last word
record Extent(int start, int end) {
  static final Comparator<Extent> ORDER =
      Comparator.comparingInt(Extent::start).thenComparingInt(Extent::end);

  boolean isApartFrom(Extent other) {
    return end < other.start || other.end < start;
  }
}
