package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected values are sums of all terms, each in exact binomials.
final class OddsTest {
  @ParameterizedTest
  @CsvSource({"0, 10, 4.539993e-05", "5, 10, 0.06708596", "50, 100, 2.401592e-08", "10, 10, 1"})
  void poisson(long count, double mean, double chance) {
    assertEquals(chance, Odds.atMost(count, mean), 1e-5 * chance);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0.08030140", "10, 5, 0.03182806", "5, 5, 1", "1, 0, 0"})
  void poissonFromAbove(long count, double mean, double chance) {
    assertEquals(chance, Odds.atLeast(count, mean), 1e-5 * chance);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, 0.1, 7.150904e-06",
    "30, 100, 0.2, 0.01124898",
    "5, 5, 0.5, 0.03125",
    "2, 20, 0.1, 1",
    "3, 10, 0, 0",
    "10, 10, 1, 1"
  })
  void binomial(long count, long of, double share, double chance) {
    assertEquals(chance, Odds.atLeast(count, of, share), 1e-5 * chance);
  }
}
