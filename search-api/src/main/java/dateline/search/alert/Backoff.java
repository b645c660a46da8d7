package dateline.search.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a message that did not arrive is tried again: after five seconds, then after twice as long
/// each time up to six hours, for three days from the first attempt.
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofHours(6);
  static final Duration GIVE_UP = Duration.ofDays(3);

  /// How long all messages of one search wait at most after one of them did not arrive.
  static final Duration REST_MAX = Duration.ofMinutes(5);

  private static final int DOUBLINGS_MAX = 20;

  private Backoff() {}

  /// The moment of the next attempt; empty when it is given up.
  ///
  /// @param attempts in vain before this one
  /// @param tried when it was tried first
  static Optional<Instant> next(int attempts, Instant tried, Instant now) {
    if (!now.isBefore(tried.plus(GIVE_UP))) {
      return Optional.empty();
    }
    return Optional.of(now.plus(after(attempts, LONGEST)));
  }

  /// How long a search sends nothing after a message did not arrive.
  ///
  /// @param failures in a row before this one
  static Duration rest(int failures) {
    return after(failures, REST_MAX);
  }

  private static Duration after(int failures, Duration longest) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
