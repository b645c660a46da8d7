package dateline.index;

import dateline.corpus.store.RunRecord;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells whether a delivery without any record is to be expected.
final class EmptyDelivery {
  private static final Duration PAST = Duration.ofDays(29);

  /// Fewer days tell of no custom.
  private static final int DAYS_MIN = 2;

  private EmptyDelivery() {}

  /// What to tell the operator; empty when such a weekday was empty before, or too few are known.
  static Optional<String> warning(List<RunRecord> past, Instant now) {
    DayOfWeek today = now.atZone(ZoneOffset.UTC).getDayOfWeek();
    var byDay =
        past.stream()
            .filter(run -> run.started().isAfter(now.minus(PAST)) && run.started().isBefore(now))
            .filter(run -> run.started().atZone(ZoneOffset.UTC).getDayOfWeek() == today)
            .collect(
                Collectors.groupingBy(
                    run -> run.started().atZone(ZoneOffset.UTC).toLocalDate(),
                    Collectors.summingLong(RunRecord::read)));
    if (byDay.size() < DAYS_MIN || byDay.containsValue(0L)) {
      return Optional.empty();
    }
    String weekday = today.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Optional.of(
        "the delivery is empty, and no %s of the past four weeks was (the least had %,d records). Check where it comes from."
            .formatted(
                weekday, byDay.values().stream().mapToLong(Long::longValue).min().orElse(0)));
  }
}
