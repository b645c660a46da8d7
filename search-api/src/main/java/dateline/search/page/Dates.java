package dateline.search.page;

import dateline.corpus.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Writes dates for readers, only as precise as they are known.
final class Dates {
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter shortMonth;

  /// @param zone where a day begins
  Dates(Locale locale, ZoneId zone) {
    this.zone = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone; // the offset is written Z
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    this.month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
    this.shortDay = DateTimeFormatter.ofPattern("MMM d", locale);
    this.shortMonth = DateTimeFormatter.ofPattern("LLL uuuu", locale);
    this.minute = DateTimeFormatter.ofPattern("HH:mm z", locale);
  }

  /// `March 2, 1987`, `March 1987` or `1987`.
  String day(Published published) {
    return switch (published) {
      case Published.At(var instant) -> day(dayOf(instant));
      case Published.OnDay(var known) -> day(known);
      case Published.InMonth(var known) -> month(known);
      case Published.InYear(var known) -> known.toString();
    };
  }

  /// The day, and the time of day where it is known: `March 2, 1987, 09:21 UTC`.
  String moment(Published published) {
    return published instanceof Published.At(var instant)
        ? day(published) + ", " + minute.format(instant.atZone(zone))
        : day(published);
  }

  String day(LocalDate known) {
    return day.format(known);
  }

  String month(YearMonth known) {
    return month.format(known);
  }

  /// `Mar 2`.
  String shortDay(LocalDate known) {
    return shortDay.format(known);
  }

  /// `Mar 1987`.
  String shortMonth(YearMonth known) {
    return shortMonth.format(known);
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
