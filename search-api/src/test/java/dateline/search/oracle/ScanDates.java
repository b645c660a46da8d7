package dateline.search.oracle;

import dateline.corpus.Published;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.FacetRequest.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether dates lie in ranges, and how many in which bar, seen from one time zone.
record ScanDates(ZoneId zone) {
  private static final int BARS_MAX = 60;

  /// Whether all of a date lies between two others, both inclusive.
  boolean isWithin(Published date, @Nullable Published from, @Nullable Published to) {
    return (from == null || !first(date).isBefore(first(from)))
        && (to == null || !last(date).isAfter(last(to)));
  }

  /// @param dates of all articles, null for undated ones
  DateHistogram histogram(List<@Nullable Published> dates, Interval asked) {
    List<Published> known = dates.stream().filter(Objects::nonNull).toList();
    Interval interval = asked == Interval.AUTO ? fitting(known) : asked;
    Map<LocalDate, Long> bars = new TreeMap<>();
    for (Published date : known) {
      LocalDate start = start(date.firstDay(zone), interval);
      if (start.equals(start(date.lastDay(zone), interval)) && !isWider(date, interval)) {
        bars.merge(start, 1L, Long::sum);
      }
    }
    var shown = new ArrayList<DateHistogram.Bar>();
    bars.forEach((start, count) -> shown.add(bar(start, interval, count)));
    return new DateHistogram(interval, shown, dates.size() - known.size());
  }

  /// The narrowest interval that needs few bars and loses no article.
  private Interval fitting(List<Published> dates) {
    if (dates.isEmpty()) {
      return Interval.YEAR;
    }
    List<LocalDate> days = dates.stream().map(date -> date.firstDay(zone)).sorted().toList();
    for (Interval interval : List.of(Interval.DAY, Interval.WEEK, Interval.MONTH)) {
      int bars = 1;
      LocalDate last = start(Collections.max(days), interval);
      for (LocalDate day = start(days.getFirst(), interval);
          day.isBefore(last) && bars <= BARS_MAX;
          day = next(day, interval)) {
        bars++;
      }
      if (bars <= BARS_MAX && dates.stream().noneMatch(date -> isWider(date, interval))) {
        return interval;
      }
    }
    return Interval.YEAR;
  }

  private static boolean isWider(Published date, Interval than) {
    return switch (date) {
      case Published.At _, Published.OnDay _ -> false;
      case Published.InMonth _ -> than == Interval.DAY || than == Interval.WEEK;
      case Published.InYear _ -> than != Interval.YEAR;
    };
  }

  private Instant first(Published date) {
    return date instanceof Published.At(var instant)
        ? instant
        : date.firstDay(zone).atStartOfDay(zone).toInstant();
  }

  private Instant last(Published date) {
    return date instanceof Published.At(var instant)
        ? instant
        : date.lastDay(zone).plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  private static LocalDate start(LocalDate day, Interval interval) {
    return switch (interval) {
      case AUTO, DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
      case MONTH -> LocalDate.of(day.getYear(), day.getMonth(), 1);
      case YEAR -> LocalDate.of(day.getYear(), 1, 1);
    };
  }

  private static LocalDate next(LocalDate start, Interval interval) {
    return switch (interval) {
      case AUTO, DAY -> start.plusDays(1);
      case WEEK -> start.plusDays(7);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
    };
  }

  private static DateHistogram.Bar bar(LocalDate start, Interval interval, long count) {
    String name =
        switch (interval) {
          case AUTO, DAY, WEEK -> start.toString();
          case MONTH -> YearMonth.from(start).toString();
          case YEAR -> Integer.toString(start.getYear());
        };
    return new DateHistogram.Bar(name, start, next(start, interval).minusDays(1), count);
  }
}
