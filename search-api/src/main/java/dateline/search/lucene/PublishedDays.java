package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// How many articles were published on which day, so that the time between two articles can be told
/// by what was published in it. A day of a daily paper and a decade of a few hundred articles are
/// then alike. Immutable.
final class PublishedDays {
  private final long[] days;
  private final int[] until;

  /// @param until articles up to the day, that one included
  private PublishedDays(long[] days, int[] until) {
    this.days = days;
    this.until = until;
  }

  /// Of the articles that are not deleted and bear a date; a month or year counts as its first day.
  static PublishedDays read(IndexReader reader) throws IOException {
    var counts = new TreeMap<Long, Integer>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues seconds = DocValues.getNumeric(leaf.reader(), IndexNames.PUBLISHED);
      DocIdSetIterator articles = LiveArticles.of(seconds, leaf);
      while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        counts.merge((long) DateCheck.firstDay(seconds.longValue()), 1, Integer::sum);
      }
    }
    return of(counts);
  }

  /// @param counts articles by day from 1970
  static PublishedDays of(Map<Long, Integer> counts) {
    long[] days = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] until = new int[days.length];
    int sum = 0;
    for (int i = 0; i < days.length; i++) {
      sum += counts.getOrDefault(days[i], 0);
      until[i] = sum;
    }
    return new PublishedDays(days, until);
  }

  /// How telling it is that two articles were published on these days: ln(N / n) / ln N, where n of
  /// all N articles were published from the one day to the other. 0 when that is the whole archive,
  /// towards 1 when hardly anything else was.
  double coincidence(long day, long otherDay) {
    int all = until.length == 0 ? 0 : until[until.length - 1];
    int between = until(Math.max(day, otherDay)) - until(Math.min(day, otherDay) - 1);
    return all < 2 ? 0 : Math.log((double) all / Math.max(1, between)) / Math.log(all);
  }

  private int until(long day) {
    int at = Arrays.binarySearch(days, day);
    int last = at >= 0 ? at : -at - 2;
    return last < 0 ? 0 : until[last];
  }
}
