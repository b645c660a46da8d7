package dateline.index.night;

import dateline.corpus.store.Arrivals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What tonight brought, added up for a report.
///
/// @param day of publication; null for the sum over all, and for articles without one
record Intake(@Nullable LocalDate day, long added, long changed, long unchanged, long withdrawn) {
  private static final Intake NOTHING = new Intake(null, 0, 0, 0, 0);

  private static final Comparator<Intake> NEWEST_FIRST =
      Comparator.comparing(Intake::dayOrEarliest).reversed();

  /// One source.
  ///
  /// @param days newest first, articles without a day last
  record OfSource(String source, Intake all, List<Intake> days) {}

  static List<OfSource> bySource(List<Arrivals> arrivals) {
    Map<String, List<Arrivals>> sources = new TreeMap<>();
    for (Arrivals some : arrivals) {
      sources.computeIfAbsent(some.source(), _ -> new ArrayList<>()).add(some);
    }
    List<OfSource> all = new ArrayList<>();
    sources.forEach((source, some) -> all.add(of(source, some)));
    return all;
  }

  private static OfSource of(String source, List<Arrivals> arrivals) {
    Intake all = NOTHING;
    List<Intake> days = new ArrayList<>();
    for (Arrivals some : arrivals) {
      all = all.with(some);
      days.add(new Intake(some.day(), 0, 0, 0, 0).with(some));
    }
    days.sort(NEWEST_FIRST);
    return new OfSource(source, all, List.copyOf(days));
  }

  private Intake with(Arrivals some) {
    return new Intake(
        day,
        added + some.added(),
        changed + some.changed(),
        unchanged + some.unchanged(),
        withdrawn + some.withdrawn());
  }

  private LocalDate dayOrEarliest() {
    return day == null ? LocalDate.MIN : day;
  }
}
