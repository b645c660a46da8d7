package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Timeline.Stretch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How many new articles of a source the same hours of past weeks brought.
///
/// @param articles the median of the weeks
/// @param least the smallest of the weeks
/// @param weeks how many there were
record Expectation(double articles, long least, int weeks) {
  /// Empty when no past week can be compared with tonight.
  static Optional<Expectation> of(String source, SameHours hours, Instant from) {
    if (!hours.isHoliday()) {
      return of(source, hours.weeks(from));
    }
    return hours.weekdays(from).stream()
        .flatMap(weeks -> of(source, weeks).stream())
        .min(Comparator.comparingDouble(Expectation::articles));
  }

  private static Optional<Expectation> of(String source, List<List<Stretch>> weeks) {
    if (weeks.isEmpty()) {
      return Optional.empty();
    }
    long[] counts =
        weeks.stream().mapToLong(week -> History.sum(week, source, Arrivals::added)).toArray();
    long least = Long.MAX_VALUE;
    for (long count : counts) {
      least = Math.min(least, count);
    }
    return Optional.of(new Expectation(History.median(counts), least, counts.length));
  }
}
