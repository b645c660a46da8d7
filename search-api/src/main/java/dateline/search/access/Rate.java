package dateline.search.access;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often somebody may ask, such as `600/min`.
///
/// @param requests at once, and again in each period, spread evenly over it
/// @param unit of the period: s, min, h or day
public record Rate(int requests, String unit) {
  /// Most requests of a rate, in whatever time.
  public static final int REQUESTS_MAX = 1_000_000;

  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "day", Duration.ofDays(1));
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/(s|min|h|day)");

  /// @throws IllegalArgumentException when a text is none, with what to write
  public static Rate parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(1)) > REQUESTS_MAX) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no rate; write 1 to "
              + REQUESTS_MAX
              + " requests in a unit of s, min, h or day, such as 600/min");
    }
    return new Rate(Integer.parseInt(form.group(1)), form.group(2));
  }

  public Duration period() {
    return UNITS.getOrDefault(unit, Duration.ofDays(1));
  }

  @Override
  public String toString() {
    return requests + "/" + unit;
  }
}
