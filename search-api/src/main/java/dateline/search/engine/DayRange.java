package dateline.search.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of days, both ends inclusive.
public record DayRange(LocalDate from, LocalDate to) {
  /// Where bars leave something out between a first and a last day.
  ///
  /// @param from null for the first bar's first day
  /// @param to null for the last bar's last day
  public static List<DayRange> gaps(
      List<DateHistogram.Bar> bars, @Nullable LocalDate from, @Nullable LocalDate to) {
    var gaps = new ArrayList<DayRange>();
    LocalDate next = from;
    for (DateHistogram.Bar bar : bars) {
      if (next != null && next.isBefore(bar.from())) {
        gaps.add(new DayRange(next, bar.from().minusDays(1)));
      }
      next = bar.to().plusDays(1);
    }
    if (next != null && to != null && !next.isAfter(to)) {
      gaps.add(new DayRange(next, to));
    }
    return gaps;
  }
}
