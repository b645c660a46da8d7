package dateline.search.query;

import dateline.corpus.Published;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// One end of a date range as typed: a day, month, year or moment, or a time before today.
public sealed interface DateBound {
  record Fixed(Published date) implements DateBound {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  /// So long before today, as `-7d`, `-3m` or `-1y` say.
  ///
  /// @param period of days, months or years alone, and no more than [#YEARS_MAX] years of them
  record Before(Period period) implements DateBound {
    /// Seen from any day on which Dateline runs, the year then still has four digits.
    public static final int YEARS_MAX = 900;

    public Before {
      int days = period.getDays();
      int months = period.getMonths();
      int years = period.getYears();
      long units = IntStream.of(days, months, years).filter(n -> n != 0).count();
      if (units > 1 || days < 0 || months < 0 || years < 0) {
        throw new DateTimeException(period + " is not a number of days, months or years");
      }
      if (days > YEARS_MAX * 365 || months > YEARS_MAX * 12 || years > YEARS_MAX) {
        throw new DateTimeException(period + " is longer than " + YEARS_MAX + " years");
      }
    }

    @Override
    public String toString() {
      if (period.getYears() > 0) {
        return "-" + period.getYears() + "y";
      }
      return period.getMonths() > 0 ? "-" + period.getMonths() + "m" : "-" + period.getDays() + "d";
    }
  }

  /// Reads the form that `toString` writes: what [Published#parse] reads, or `-7d`, `-3m`, `-1y`.
  ///
  /// @throws DateTimeException when `text` is none of these or no such day exists
  static DateBound parse(String text) {
    Matcher before = Pattern.compile("-(\\d{1,6})([dmyDMY])").matcher(text);
    if (!before.matches()) {
      return new Fixed(Published.parse(text));
    }
    int count = Integer.parseInt(before.group(1));
    return new Before(
        switch (before.group(2).toLowerCase(Locale.ROOT)) {
          case "d" -> Period.ofDays(count);
          case "m" -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        });
  }

  /// The bound with today put in.
  default Published resolve(Instant now, ZoneId zone) {
    return switch (this) {
      case Fixed(var date) -> date;
      case Before(var period) -> new Published.OnDay(LocalDate.ofInstant(now, zone).minus(period));
    };
  }
}
