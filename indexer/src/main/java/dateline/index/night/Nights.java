package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Timeline.Stretch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// New articles of each source in each of the last 28 nights and tonight, for a plot.
///
/// @param last the day on which tonight's run started
/// @param bySource by the name of the source, one count for each night, tonight's last
record Nights(LocalDate last, SortedMap<String, long[]> bySource) {
  static final int SHOWN = 29;

  static Nights of(Night night, ZoneId zone) {
    List<Stretch> stretches = Timeline.of(night).stretches();
    LocalDate last = LocalDate.ofInstant(stretches.getLast().to(), zone);
    SortedMap<String, long[]> bySource = new TreeMap<>();
    for (Stretch stretch : stretches) {
      long before = ChronoUnit.DAYS.between(LocalDate.ofInstant(stretch.to(), zone), last);
      if (before < SHOWN) {
        int at = SHOWN - 1 - (int) before;
        for (Arrivals arrivals : stretch.run().arrivals()) {
          long[] counts = bySource.computeIfAbsent(arrivals.source(), _ -> new long[SHOWN]);
          counts[at] += arrivals.added();
        }
      }
    }
    return new Nights(last, bySource);
  }

  /// Also sources that brought nothing for long.
  long[] of(String source) {
    long[] counts = bySource.get(source);
    return counts == null ? new long[SHOWN] : counts;
  }

  LocalDate day(int night) {
    return last.minusDays(SHOWN - 1L - night);
  }

  /// Whether a run of this day brought a Saturday or a Sunday: most runs start after midnight.
  boolean isWeekend(int night) {
    return day(night).minusDays(1).getDayOfWeek().getValue() > 5;
  }
}
