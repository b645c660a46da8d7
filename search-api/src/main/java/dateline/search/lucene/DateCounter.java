package dateline.search.lucene;

import dateline.index.schema.IndexNames.Precision;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.FacetRequest.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Counts articles per day, and forms wider bars from days. Those dated by month or year are kept
/// apart.
final class DateCounter {
  private static final int BARS_MAX = 60;

  private final ZoneId zone;
  private int[] days = new int[0];
  private int firstDay;
  private final Map<LocalDate, Integer> months = new TreeMap<>();
  private final Map<LocalDate, Integer> years = new TreeMap<>();
  private long missing;

  DateCounter(ZoneId zone) {
    this.zone = zone;
  }

  void count(long second, int precision) {
    if (second == HitOrder.UNDATED) {
      missing++;
    } else if (precision == Precision.MONTH.code()) {
      months.merge(LocalDate.ofEpochDay(DateCheck.firstDay(second)), 1, Integer::sum);
    } else if (precision == Precision.YEAR.code()) {
      years.merge(LocalDate.ofEpochDay(DateCheck.firstDay(second)), 1, Integer::sum);
    } else if (precision == Precision.DAY.code() || zone.equals(ZoneOffset.UTC)) {
      countDay(DateCheck.firstDay(second));
    } else {
      countDay(
          Math.toIntExact(LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay()));
    }
  }

  DateHistogram histogram(Interval asked) {
    Interval interval = asked == Interval.AUTO ? fitting() : asked;
    var bars = new TreeMap<LocalDate, Long>();
    for (int i = 0; i < days.length; i++) {
      if (days[i] > 0) {
        bars.merge(
            start(LocalDate.ofEpochDay(firstDay + (long) i), interval), (long) days[i], Long::sum);
      }
    }
    if (interval == Interval.MONTH || interval == Interval.YEAR) {
      months.forEach((month, count) -> bars.merge(start(month, interval), (long) count, Long::sum));
    }
    if (interval == Interval.YEAR) {
      years.forEach((year, count) -> bars.merge(year, (long) count, Long::sum));
    }
    return new DateHistogram(
        interval,
        bars.entrySet().stream().map(bar -> bar(bar.getKey(), bar.getValue(), interval)).toList(),
        missing);
  }

  private void countDay(int day) {
    if (days.length == 0) {
      firstDay = day;
      days = new int[512];
    } else if (day < firstDay) {
      int more = Math.max(firstDay - day, days.length);
      int[] wider = new int[days.length + more];
      System.arraycopy(days, 0, wider, more, days.length);
      days = wider;
      firstDay -= more;
    } else if (day - firstDay >= days.length) {
      days = Arrays.copyOf(days, Math.max(day - firstDay + 1, days.length * 2));
    }
    days[day - firstDay]++;
  }

  private Interval fitting() {
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (int i = 0; i < days.length; i++) {
      if (days[i] > 0) {
        LocalDate day = LocalDate.ofEpochDay(firstDay + (long) i);
        first = first.isBefore(day) ? first : day;
        last = day;
      }
    }
    for (LocalDate vague : months.keySet()) {
      first = first.isBefore(vague) ? first : vague;
      last = last.isAfter(vague) ? last : vague;
    }
    for (LocalDate vague : years.keySet()) {
      first = first.isBefore(vague) ? first : vague;
      last = last.isAfter(vague) ? last : vague;
    }
    if (first.isAfter(last)) {
      return Interval.YEAR;
    }
    long span = ChronoUnit.DAYS.between(first, last) + 1;
    boolean hasMonths = !months.isEmpty();
    if (!years.isEmpty()) {
      return Interval.YEAR; // narrower bars would lose them
    }
    if (span <= BARS_MAX && !hasMonths) {
      return Interval.DAY;
    }
    long weeks =
        ChronoUnit.WEEKS.between(start(first, Interval.WEEK), start(last, Interval.WEEK)) + 1;
    if (weeks <= BARS_MAX && !hasMonths) {
      return Interval.WEEK;
    }
    return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) < BARS_MAX
        ? Interval.MONTH
        : Interval.YEAR;
  }

  private static LocalDate start(LocalDate day, Interval interval) {
    return switch (interval) {
      case AUTO, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static DateHistogram.Bar bar(LocalDate first, long count, Interval interval) {
    return switch (interval) {
      case AUTO, DAY -> new DateHistogram.Bar(first.toString(), first, first, count);
      case WEEK -> new DateHistogram.Bar(first.toString(), first, first.plusDays(6), count);
      case MONTH ->
          new DateHistogram.Bar(
              YearMonth.from(first).toString(), first, YearMonth.from(first).atEndOfMonth(), count);
      case YEAR ->
          new DateHistogram.Bar(
              String.valueOf(first.getYear()),
              first,
              first.with(TemporalAdjusters.lastDayOfYear()),
              count);
    };
  }
}
