package dateline.index.night;

import java.util.List;
import java.util.SplittableRandom;

/// Draws from the distributions that a newsroom needs.
record Dice(SplittableRandom random) {
  boolean hits(double chance) {
    return random.nextDouble() < chance;
  }

  double between(double least, double most) {
    return random.nextDouble(least, most);
  }

  /// The sum of waiting times (Knuth, TAOCP 2, 3.4.1) for small means, a rounded bell for large
  /// ones.
  int poisson(double mean) {
    if (mean > 200) {
      return (int) Math.max(0, Math.round(mean + bell() * Math.sqrt(mean)));
    }
    double left = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > left; product *= random.nextDouble()) {
      count++;
    }
    return Math.max(0, count);
  }

  /// Normal, by Marsaglia's method as the JDK has it.
  double bell() {
    return random.nextGaussian();
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
