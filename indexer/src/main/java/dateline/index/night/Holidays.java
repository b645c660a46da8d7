package dateline.index.night;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// Days on which newsrooms are as quiet as on their quietest weekday.
///
/// @param dates of one year, such as Easter Monday 2026
/// @param everyYear such as 25 December
public record Holidays(Set<LocalDate> dates, Set<MonthDay> everyYear) {
  public static final Holidays NONE = new Holidays(Set.of(), Set.of());

  public Holidays {
    dates = Set.copyOf(dates);
    everyYear = Set.copyOf(everyYear);
  }

  boolean include(LocalDate day) {
    return dates.contains(day) || everyYear.contains(MonthDay.from(day));
  }
}
