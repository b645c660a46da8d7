package dateline.index.story;

import dateline.corpus.Published;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// When an article appeared, in minutes from 1970, as the first and last moment that it can have
/// been. A day counts as its noon, since nobody would set the same text twice on one day for two
/// occasions.
///
/// @param from the least int where nothing is known
/// @param to the greatest int where nothing is known
public record When(int from, int to) {
  public static final When UNKNOWN = new When(Integer.MIN_VALUE, Integer.MAX_VALUE);

  public static When of(@Nullable Published published) {
    return switch (published) {
      case null -> UNKNOWN;
      case Published.At(var instant) -> {
        int minute = minute(instant.getEpochSecond());
        yield new When(minute, minute);
      }
      case Published.OnDay _, Published.InMonth _, Published.InYear _ ->
          new When(
              noon(published.firstDay(ZoneOffset.UTC)), noon(published.lastDay(ZoneOffset.UTC)));
    };
  }

  /// The least time that can lie between the two; 0 where either may have appeared with the other.
  static long minutesBetween(When one, When other) {
    When first = one.from <= other.from ? one : other;
    When second = first.equals(one) ? other : one;
    return Math.max(0, (long) second.from - first.to);
  }

  private static int noon(LocalDate day) {
    return minute(day.toEpochSecond(LocalTime.NOON, ZoneOffset.UTC));
  }

  /// After the year 6052, which is a misprint, all is one minute.
  private static int minute(long second) {
    return (int) Math.min(Math.floorDiv(second, 60), Integer.MAX_VALUE);
  }
}
