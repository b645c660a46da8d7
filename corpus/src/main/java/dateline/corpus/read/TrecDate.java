package dateline.corpus.read;

import dateline.corpus.Published;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as the papers of the TREC disks write them: `870324`, `03/24/87` with the month first,
/// `January 1, 1989, Sunday, Home Edition`, `AP-NR-02-12-88 1637EST`, and what [WrittenDate] reads.
final class TrecDate {
  private static final Pattern SIX_DIGITS = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)");

  /// Only American papers write so on the disks; elsewhere the day may come first.
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d\\d|\\d{4})");

  private static final Pattern FILE_ID =
      Pattern.compile("AP-\\w+-(\\d\\d)-(\\d\\d)-(\\d\\d)\\s+(\\d\\d)(\\d\\d)([A-Z]{3})");
  private static final Pattern WITH_MORE = Pattern.compile("([A-Za-z]+\\.? \\d{1,2}, \\d{4}),.*");

  private TrecDate() {}

  /// Empty when `text` has none of these forms, or names a day or time that does not exist.
  static Optional<Published> parse(String text) {
    Matcher digits = SIX_DIGITS.matcher(text);
    if (digits.matches()) {
      return day(digits.group(1), digits.group(2), digits.group(3));
    }
    Matcher slashes = MONTH_FIRST.matcher(text);
    if (slashes.matches()) {
      return day(slashes.group(3), slashes.group(1), slashes.group(2));
    }
    Matcher file = FILE_ID.matcher(text);
    if (file.matches()) {
      return day(file.group(3), file.group(1), file.group(2))
          .flatMap(day ->
              WrittenDate.parse(
                  "%s %s:%s %s".formatted(day, file.group(4), file.group(5), file.group(6))));
    }
    return WrittenDate.parse(WITH_MORE.matcher(text).replaceFirst("$1"));
  }

  private static Optional<Published> day(String year, String month, String dayOfMonth) {
    return WrittenDate.parse(
        "%04d-%02d-%02d"
            .formatted(
                WrittenDate.year(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
  }
}
