package dateline.search.engine;

import dateline.search.engine.FacetRequest.Interval;
import java.time.LocalDate;
import java.util.List;

/// Matching articles per day, week (from Monday), month or year; the date filter does not count. An
/// article dated only by month or year counts in the bar that holds all of it, or in none.
///
/// @param interval never `AUTO`
/// @param bars in order of time; empty ones are left out
/// @param missing articles without a date
public record DateHistogram(Interval interval, List<Bar> bars, long missing) {
  public DateHistogram {
    bars = List.copyOf(bars);
  }

  /// @param value `1987-03-02`, `1987-03` or `1987`; a week is named by its Monday
  /// @param to the last day, inclusive
  public record Bar(String value, LocalDate from, LocalDate to, long count) {}
}
