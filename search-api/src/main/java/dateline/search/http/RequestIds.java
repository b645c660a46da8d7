package dateline.search.http;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names requests, so that an answer can be found in the log. Safe for use by many threads.
final class RequestIds {
  private static final Pattern TRUSTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String start;
  private final AtomicLong count = new AtomicLong();

  RequestIds(Clock clock) {
    start = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /// The caller's own id when it is harmless in a log, else a new one.
  String idFor(@Nullable String offered) {
    return offered != null && TRUSTED.matcher(offered).matches()
        ? offered
        : start + "-" + count.incrementAndGet();
  }
}
