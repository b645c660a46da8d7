package dateline.search.lucene;

import dateline.corpus.Published;
import dateline.index.schema.IndexNames;
import dateline.index.schema.IndexNames.Precision;
import dateline.search.engine.DateFilter;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/// Reads the dates of one segment's articles and tells whether they pass the date filter, as
/// [PublishedQuery] does.
final class DateCheck {
  private static final long SECONDS_OF_DAY = 86_400;

  private final DateFilter filter;
  private final PublishedQuery.Span span;
  private final NumericDocValues seconds;
  private final NumericDocValues precisions;
  private final boolean isOpen;

  DateCheck(DateFilter filter, ZoneId zone, LeafReaderContext leaf) throws IOException {
    this.filter = filter;
    this.span = PublishedQuery.Span.of(filter.from(), filter.to(), zone);
    this.isOpen = filter.equals(DateFilter.NONE);
    seconds = DocValues.getNumeric(leaf.reader(), IndexNames.PUBLISHED);
    precisions = DocValues.getNumeric(leaf.reader(), IndexNames.PRECISION);
  }

  /// The second of publication, or [HitOrder#UNDATED]. Articles must be asked for in rising order.
  long second(int article) throws IOException {
    return seconds.advanceExact(article) ? seconds.longValue() : HitOrder.UNDATED;
  }

  /// The code of the precision of a dated article.
  int precision(int article) throws IOException {
    return precisions.advanceExact(article) ? (int) precisions.longValue() : 0;
  }

  boolean passes(long second, int precision) {
    if (isOpen) {
      return true;
    }
    if (second == HitOrder.UNDATED) {
      return filter.isMissing();
    }
    if (filter.isMissing()) {
      return false;
    }
    if (precision == Precision.INSTANT.code()) {
      return second >= span.firstSecond() && second <= span.lastSecond();
    }
    int first = firstDay(second);
    return first >= span.firstDay() && lastDay(first, precision) <= span.lastDay();
  }

  static int firstDay(long second) {
    return Math.toIntExact(Math.floorDiv(second, SECONDS_OF_DAY));
  }

  /// The last day of the day, month or year that begins with `first`.
  static int lastDay(int first, int precision) {
    if (precision == Precision.MONTH.code()) {
      return Math.toIntExact(
          YearMonth.from(LocalDate.ofEpochDay(first)).atEndOfMonth().toEpochDay());
    }
    if (precision == Precision.YEAR.code()) {
      return Math.toIntExact(LocalDate.ofEpochDay(first).plusYears(1).toEpochDay() - 1);
    }
    return first;
  }

  /// Whether anything is asked at all.
  static boolean isNeeded(DateFilter filter) {
    Published from = filter.from();
    return from != null || filter.to() != null || filter.isMissing();
  }
}
