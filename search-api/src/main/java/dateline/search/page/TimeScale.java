package dateline.search.page;

import dateline.search.page.Histogram.Tick;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Days from a first to a last one, laid out over 100 percent, and the dates to write below.
final class TimeScale {
  private static final int TICKS_MAX = 9;
  private static final List<Integer> YEARS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
  private static final List<Integer> MONTHS = List.of(1, 3, 6);
  private static final List<Integer> DAYS = List.of(1, 2, 5, 10);

  /// A label nearer to an end, in percent, would leave the picture.
  private static final double MARGIN = 2.5;

  private final LocalDate first;
  private final LocalDate end;

  TimeScale(LocalDate first, LocalDate last) {
    this.first = first;
    this.end = last.plusDays(1);
  }

  double at(LocalDate day) {
    return 100.0 * ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, end);
  }

  double width(LocalDate from, LocalDate to) {
    return at(to.plusDays(1)) - at(from);
  }

  /// The finest round dates of which there is room for all.
  List<Tick> ticks(Dates dates) {
    for (int step : DAYS) {
      if (ChronoUnit.DAYS.between(first, end) / step <= TICKS_MAX) {
        return labelled(days(step), dates::shortDay);
      }
    }
    for (int step : MONTHS) {
      if (ChronoUnit.MONTHS.between(first, end) / step <= TICKS_MAX) {
        return labelled(months(step), day -> dates.shortMonth(YearMonth.from(day)));
      }
    }
    for (int step : YEARS) {
      if (ChronoUnit.YEARS.between(first, end) / step <= TICKS_MAX) {
        return labelled(years(step), day -> Integer.toString(day.getYear()));
      }
    }
    return List.of();
  }

  private List<LocalDate> days(int step) {
    return first.datesUntil(end).filter(day -> (day.getDayOfMonth() - 1) % step == 0).toList();
  }

  private List<LocalDate> months(int step) {
    var months = new ArrayList<LocalDate>();
    for (LocalDate month = first.withDayOfMonth(1);
        month.isBefore(end);
        month = month.plusMonths(1)) {
      if ((month.getMonthValue() - 1) % step == 0) {
        months.add(month);
      }
    }
    return months;
  }

  private List<LocalDate> years(int step) {
    var years = new ArrayList<LocalDate>();
    for (int year = Math.ceilDiv(first.getYear(), step) * step;
        year <= end.getYear();
        year += step) {
      years.add(LocalDate.of(year, Month.JANUARY, 1));
    }
    return years;
  }

  private List<Tick> labelled(List<LocalDate> days, Function<LocalDate, String> name) {
    List<LocalDate> inside =
        days.stream().filter(day -> at(day) >= MARGIN && at(day) <= 100 - MARGIN).toList();
    var ticks = new ArrayList<Tick>();
    for (int i = 0; i < inside.size(); i++) {
      ticks.add(
          new Tick(
              HistogramComposer.percent(at(inside.get(i))), name.apply(inside.get(i)), i % 2 == 1));
    }
    return ticks;
  }
}
