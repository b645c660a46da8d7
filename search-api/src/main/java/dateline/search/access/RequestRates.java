package dateline.search.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Counts how often each caller asks, by token buckets: who was quiet may ask a whole period's
/// requests at once, and then as often as the rate refills them. Safe for use by many threads.
public final class RequestRates {
  /// Callers who are remembered; who asked longest ago is forgotten first, and begins anew.
  private static final int CALLERS_MAX = 100_000;

  private final LoadingCache<Asking, Bucket> buckets;

  private record Asking(String who, Rate rate) {}

  /// What became of one more request.
  ///
  /// @param isWithin whether it may be answered
  /// @param left requests that may follow at once
  /// @param reset until all of the rate may be asked at once again
  /// @param retry until the next may be asked; zero where it may be at once
  public record Count(boolean isWithin, Rate rate, long left, Duration reset, Duration retry) {}

  public RequestRates(Clock clock) {
    buckets =
        Caffeine.newBuilder()
            .maximumSize(CALLERS_MAX)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterAccess(2, TimeUnit.DAYS)
            .build(asking -> bucket(asking.rate(), clock));
  }

  private static Bucket bucket(Rate rate, Clock clock) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(rate.requests())
                .refillGreedy(rate.requests(), rate.period())
                .build())
        .withCustomTimePrecision(new Meter(clock))
        .build();
  }

  /// Counts a request.
  ///
  /// @param who key or address
  public Count count(String who, Rate rate) {
    ConsumptionProbe probe = buckets.get(new Asking(who, rate)).tryConsumeAndReturnRemaining(1);
    return new Count(
        probe.isConsumed(),
        rate,
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private record Meter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
