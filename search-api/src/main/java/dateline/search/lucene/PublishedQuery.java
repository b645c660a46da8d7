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
    var query = new BooleanQuery.Builder();
    if (span.firstSecond <= span.lastSecond) {
      query.add(
          LongPoint.newRangeQuery(IndexNames.PUBLISHED_AT, span.firstSecond, span.lastSecond),
          Occur.SHOULD);
    }
    if (span.firstDay <= span.lastDay) {
      query.add(
          IntRange.newWithinQuery(
              IndexNames.PUBLISHED_DAYS, new int[] {span.firstDay}, new int[] {span.lastDay}),
          Occur.SHOULD);
    }
    return query.build();
  }

  /// The range in the units of the index, both ends inclusive. Days are those that lie in it from
  /// their first second to their last; where there are none, the first is after the last.
  record Span(long firstSecond, long lastSecond, int firstDay, int lastDay) {
    static Span of(@Nullable Published from, @Nullable Published to, ZoneId zone) {
      return new Span(
          from == null ? Long.MIN_VALUE : firstSecond(from, zone),
          to == null ? Long.MAX_VALUE : lastSecond(to, zone),
          from == null ? Integer.MIN_VALUE : firstDay(from, zone),
          to == null ? Integer.MAX_VALUE : lastDay(to, zone));
    }

    private static int firstDay(Published from, ZoneId zone) {
      LocalDate day = from.firstDay(zone);
      boolean isWhole = day.atStartOfDay(zone).toEpochSecond() >= firstSecond(from, zone);
      return day(isWhole ? day : day.plusDays(1));
    }

    private static int lastDay(Published to, ZoneId zone) {
      LocalDate day = to.lastDay(zone);
      boolean isWhole =
          day.plusDays(1).atStartOfDay(zone).toEpochSecond() - 1 <= lastSecond(to, zone);
      return day(isWhole ? day : day.minusDays(1));
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
