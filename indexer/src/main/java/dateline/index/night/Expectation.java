package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Timeline.Stretch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How many new articles of a source the same hours of past weeks brought.
///
/// @param articles the median of the weeks; on a holiday, that of the quietest weekday
/// @param least the smallest of the weeks
/// @param isFirm whether three weeks and more say so, of the very weekday
record Expectation(double articles, long least, boolean isFirm) {
  private static final int FIRM = 3;

  /// Empty when no past week can be compared with tonight.
  static Optional<Expectation> of(String source, Evidence evidence, Instant from) {
    SameHours hours = evidence.hours();
    if (!hours.isHoliday()) {
      return of(source, evidence.history(), hours.weeks(from), FIRM);
    }
    return hours.weekdays(from).stream()
        .flatMap(weeks -> of(source, evidence.history(), weeks, Integer.MAX_VALUE).stream())
        .min(Comparator.comparingDouble(Expectation::articles));
  }

  /// The first run of a source is left out, since it may have brought the source's own archive.
  private static Optional<Expectation> of(
      String source, History history, List<List<Stretch>> weeks, int firm) {
    long[] counts =
        weeks.stream()
            .filter(week -> week.stream().noneMatch(run -> history.isFirst(source, run)))
            .mapToLong(week -> History.sum(week, source, Arrivals::added))
            .toArray();
    if (counts.length == 0) {
      return Optional.empty();
    }
    long least = Long.MAX_VALUE;
    for (long count : counts) {
      least = Math.min(least, count);
    }
    return Optional.of(new Expectation(History.median(counts), least, counts.length >= firm));
  }

  /// Whether each of three weeks and more brought so many articles.
  boolean isAlways(long count) {
    return isFirm && least >= count;
  }
}
