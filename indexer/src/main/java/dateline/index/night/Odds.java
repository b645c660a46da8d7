package dateline.index.night;

/// How likely a count is by chance alone.
final class Odds {
  private Odds() {}

  /// The chance of at most `count` events where `mean` are expected, events being independent
  /// (Poisson).
  static double atMost(long count, double mean) {
    if (count >= mean) {
      return 1;
    }
    if (count < 0) {
      return 0;
    }
    double term = Math.exp(count * Math.log(mean) - mean - logFactorial(count));
    double sum = 0;
    for (long k = count; k >= 0 && term > sum * 1e-12; k--) {
      sum += term;
      term *= k / mean;
    }
    return sum;
  }

  /// The chance of at least `count` events where `mean` are expected, events being independent
  /// (Poisson).
  static double atLeast(long count, double mean) {
    if (count <= mean) {
      return 1;
    }
    if (mean <= 0) {
      return 0;
    }
    double term = Math.exp(count * Math.log(mean) - mean - logFactorial(count));
    double sum = 0;
    for (long k = count; term > sum * 1e-12; k++) {
      sum += term;
      term *= mean / (k + 1);
    }
    return sum;
  }

  /// The chance of at least `count` among `of`, each one being hit with the chance `share`
  /// (binomial).
  static double atLeast(long count, long of, double share) {
    if (count <= of * share) {
      return 1;
    }
    if (share <= 0) {
      return 0;
    }
    double odds = share / (1 - share);
    double term =
        Math.exp(
            logFactorial(of)
                - logFactorial(count)
                - logFactorial(of - count)
                + count * Math.log(share)
                + (of - count) * Math.log1p(-share));
    double sum = 0;
    for (long k = count; k <= of && term > sum * 1e-12; k++) {
      sum += term;
      term *= odds * (of - k) / (k + 1);
    }
    return sum;
  }

  /// Exact below 16, then Stirling's series to the term in 1/n³, which is off by less than 1e-9
  /// (Abramowitz and Stegun 1964, 6.1.41).
  private static double logFactorial(long n) {
    if (n < 16) {
      double product = 1;
      for (long k = 2; k <= n; k++) {
        product *= k;
      }
      return Math.log(product);
    }
    double x = n;
    return x * Math.log(x)
        - x
        + 0.5 * Math.log(2 * Math.PI * x)
        + 1 / (12 * x)
        - 1 / (360 * x * x * x);
  }
}
