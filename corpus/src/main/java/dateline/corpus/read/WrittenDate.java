package dateline.corpus.read;

import dateline.corpus.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as sources write them.
///
/// Read are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (also with slashes), `YYYYMMDD`, a day with a time
/// after `T` or spaces, the mail form of RFC 822 and 5322 that RSS uses, and `March 2, 1987`. A
/// time without a zone is UTC. Not read, because two readers would read two dates: `3/4/1987`, and
/// bare counts of seconds.
final class WrittenDate {
  static final String EXPECTED =
      "YYYY, YYYY-MM, YYYY-MM-DD, 1987-03-02T09:21:00Z or Mon, 02 Mar 1987 09:21:00 GMT";

  private static final String TIME = "(\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);
  private static final Pattern BARE = Pattern.compile("\\d{4}|\\d{4}-\\d\\d|\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIMED =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt ]\\s*" + TIME + "\\s*([A-Za-z]+|[+-][\\d:]+)?");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:[A-Za-z]+,?\\s+)?(\\d{1,2})\\s+([A-Za-z]{3,9})\\s+(\\d{4}|\\d\\d)"
              + ("(?:\\s+" + TIME + "\\s*([A-Za-z]+|[+-][\\d:]+)?)?"));
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([A-Za-z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private WrittenDate() {}

  /// Empty when `text` has no form above, or names a day or time that does not exist.
  static Optional<Published> parse(String text) {
    String date = text.strip().replaceFirst("^(\\d{4})/(\\d\\d)/(\\d\\d)", "$1-$2-$3");
    try {
      if (BARE.matcher(date).matches()) {
        return Optional.of(Published.parse(date));
      }
      if (date.matches("\\d{8}")) {
        return Optional.of(
            new Published.OnDay(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)));
      }
      Matcher timed = TIMED.matcher(date);
      if (timed.matches()) {
        LocalDate day = LocalDate.parse(timed.group(1));
        return Optional.of(at(day, timed.group(2), timed.group(3)));
      }
      Matcher monthFirst = MONTH_FIRST.matcher(date);
      if (monthFirst.matches()) {
        return Optional.of(
            new Published.OnDay(
                day(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2))));
      }
      Matcher mail = MAIL.matcher(date);
      return mail.matches() ? Optional.of(mailDate(mail)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Published mailDate(Matcher mail) {
    LocalDate day = day(mail.group(3), mail.group(2), mail.group(1));
    String time = mail.group(4);
    return time == null ? new Published.OnDay(day) : at(day, time, mail.group(5));
  }

  private static LocalDate day(String year, String month, String dayOfMonth) {
    String start = month.substring(0, 3).toLowerCase(Locale.ROOT);
    return LocalDate.of(year(year), MONTHS.indexOf(start) + 1, Integer.parseInt(dayOfMonth));
  }

  /// Two digits as RFC 5322 section 4.3 reads them.
  static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year + (year < 50 ? 2000 : 1900);
  }

  private static Published at(LocalDate day, String time, @Nullable String zone) {
    return new Published.At(day.atTime(LocalTime.parse(time, CLOCK)).toInstant(offset(zone)));
  }

  /// Names of zones as in RFC 822 section 5.
  private static ZoneOffset offset(@Nullable String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    return switch (zone.toUpperCase(Locale.ROOT)) {
      case "Z", "UT", "UTC", "GMT" -> ZoneOffset.UTC;
      case "EDT" -> ZoneOffset.ofHours(-4);
      case "EST", "CDT" -> ZoneOffset.ofHours(-5);
      case "CST", "MDT" -> ZoneOffset.ofHours(-6);
      case "MST", "PDT" -> ZoneOffset.ofHours(-7);
      case "PST" -> ZoneOffset.ofHours(-8);
      default -> ZoneOffset.of(zone);
    };
  }
}
