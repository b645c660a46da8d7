package dateline.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// When something was published, as precise as its source says.
///
/// A bare day, month or year belongs to that day, month or year in every time zone. Years run from
/// 1000 to 9999: what lies outside is a misprint.
public sealed interface Published {
  record At(Instant instant) implements Published {
    public At {
      instant = instant.truncatedTo(ChronoUnit.SECONDS);
      checkYear(instant.atZone(ZoneOffset.UTC).getYear());
    }

    @Override
    public String toString() {
      return instant.toString();
    }
  }

  record OnDay(LocalDate day) implements Published {
    public OnDay {
      checkYear(day.getYear());
    }

    @Override
    public String toString() {
      return day.toString();
    }
  }

  record InMonth(YearMonth month) implements Published {
    public InMonth {
      checkYear(month.getYear());
    }

    @Override
    public String toString() {
      return month.toString();
    }
  }

  record InYear(Year year) implements Published {
    public InYear {
      checkYear(year.getValue());
    }

    @Override
    public String toString() {
      return year.toString();
    }
  }

  /// First day of the time meant, seen from `zone`.
  default LocalDate firstDay(ZoneId zone) {
    return switch (this) {
      case At(var instant) -> instant.atZone(zone).toLocalDate();
      case OnDay(var day) -> day;
      case InMonth(var month) -> month.atDay(1);
      case InYear(var year) -> year.atDay(1);
    };
  }

  /// Last day of the time meant, seen from `zone`.
  default LocalDate lastDay(ZoneId zone) {
    return switch (this) {
      case At(var instant) -> instant.atZone(zone).toLocalDate();
      case OnDay(var day) -> day;
      case InMonth(var month) -> month.atEndOfMonth();
      case InYear(var year) -> year.atMonth(12).atEndOfMonth();
    };
  }

  /// The moment by which articles are sorted: the instant, or the first second in UTC of what is
  /// meant.
  default Instant sortInstant() {
    return switch (this) {
      case At(var instant) -> instant;
      case OnDay _, InMonth _, InYear _ ->
          firstDay(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  /// Reads the form that `toString` writes: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an RFC 3339 date and
  /// time.
  ///
  /// @throws DateTimeException when `text` is none of these or no such day exists
  static Published parse(String text) {
    return switch (text.length()) {
      case 4 -> new InYear(Year.parse(text));
      case 7 -> new InMonth(YearMonth.parse(text));
      case 10 -> new OnDay(LocalDate.parse(text));
      default -> new At(OffsetDateTime.parse(text).toInstant());
    };
  }

  private static void checkYear(int year) {
    if (year < 1000 || year > 9999) {
      throw new DateTimeException("the year " + year + " is not between 1000 and 9999");
    }
  }
}
