package dateline.search.bench;

import java.time.Duration;

/// How long searches took, in classes of 1 % width: constant memory for any number of searches. One
/// thread adds.
final class Latencies {
  private static final double CLASS = Math.log(1.01);
  private static final int CLASSES =
      (int) (Math.log((double) Duration.ofMinutes(10).toNanos()) / CLASS) + 2;

  private final long[] counts = new long[CLASSES];
  private long total;

  void add(long nanos) {
    counts[Math.clamp((int) (Math.log((double) Math.max(nanos, 1)) / CLASS), 0, CLASSES - 1)]++;
    total++;
  }

  void add(Latencies other) {
    for (int i = 0; i < CLASSES; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  long total() {
    return total;
  }

  /// Microseconds that this share of the searches stayed within, up to 1 % too many.
  ///
  /// @param share from 0 to 1; the search of rank ⌈share·total⌉ counts
  double micros(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * (double) total));
    long seen = 0;
    for (int i = 0; i < CLASSES; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Math.exp((i + 1) * CLASS) / 1000;
      }
    }
    return 0;
  }
}
