package dateline.search.lucene;

import dateline.search.engine.Sort;
import java.util.Comparator;

/// The order of hits: by score or date, then by date, newest first, then by id. Undated articles
/// come last.
final class HitOrder {
  /// Stands for the date of an undated article.
  static final long UNDATED = Long.MIN_VALUE;

  /// What a hit is sorted by.
  ///
  /// @param score 0 unless the order is by relevance
  /// @param second of publication from 1970, or [#UNDATED]
  record Key(float score, long second, String id) {}

  private HitOrder() {}

  /// First hit first.
  static Comparator<Key> of(Sort sort) {
    return (left, right) -> {
      int order = compareWithoutId(sort, left.score, left.second, right.score, right.second);
      return order != 0 ? order : compareIds(left.id, right.id);
    };
  }

  /// Compares what can be known without looking an id up; below 0 when the left one comes first.
  static int compareWithoutId(Sort sort, float leftScore, long left, float rightScore, long right) {
    return switch (sort) {
      case RELEVANCE -> {
        int byScore = Float.compare(rightScore, leftScore);
        yield byScore != 0 ? byScore : Long.compare(right, left);
      }
      case NEWEST -> Long.compare(right, left);
      // the undated have the least date and still come last
      case OLDEST -> Long.compareUnsigned(left - UNDATED - 1, right - UNDATED - 1);
    };
  }

  static int compareIds(String left, String right) {
    return new dateline.corpus.ArticleId(left).compareTo(new dateline.corpus.ArticleId(right));
  }
}
