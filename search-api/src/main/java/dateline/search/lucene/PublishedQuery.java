package dateline.search.lucene;

import dateline.corpus.Published;
import dateline.index.schema.IndexNames;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Matches articles that were published between two dates, both inclusive.
///
/// An instant lies on a day as seen from the given zone; a bare day, month or year matches when all
/// of it lies in the range.
final class PublishedQuery {
  private PublishedQuery() {}

  static Query between(@Nullable Published from, @Nullable Published to, ZoneId zone) {
    Span span = Span.of(from, to, zone);
    return new BooleanQuery.Builder()
        .add(
            LongPoint.newRangeQuery(IndexNames.PUBLISHED_AT, span.firstSecond, span.lastSecond),
            Occur.SHOULD)
        .add(
            IntRange.newWithinQuery(
                IndexNames.PUBLISHED_DAYS, new int[] {span.firstDay}, new int[] {span.lastDay}),
            Occur.SHOULD)
        .build();
  }

  /// The range in the units of the index, both ends inclusive.
  record Span(long firstSecond, long lastSecond, int firstDay, int lastDay) {
    static Span of(@Nullable Published from, @Nullable Published to, ZoneId zone) {
      return new Span(
          from == null ? Long.MIN_VALUE : firstSecond(from, zone),
          to == null ? Long.MAX_VALUE : lastSecond(to, zone),
          from == null ? Integer.MIN_VALUE : day(from.firstDay(zone)),
          to == null ? Integer.MAX_VALUE : day(to.lastDay(zone)));
    }

    private static long firstSecond(Published from, ZoneId zone) {
      return from instanceof Published.At(var instant)
          ? instant.getEpochSecond()
          : from.firstDay(zone).atStartOfDay(zone).toEpochSecond();
    }

    private static long lastSecond(Published to, ZoneId zone) {
      return to instanceof Published.At(var instant)
          ? instant.getEpochSecond()
          : to.lastDay(zone).plusDays(1).atStartOfDay(zone).toEpochSecond() - 1;
    }

    private static int day(LocalDate day) {
      return Math.toIntExact(day.toEpochDay());
    }
  }
}
