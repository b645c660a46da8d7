package dateline.search.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatenciesTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0.001, 1", "0.5, 500", "0.95, 950", "0.99, 990", "1, 1000"})
  void shareIsWithinOnePercentAbove(double share, double micros) {
    var latencies = new Latencies();
    for (int i = 1000; i >= 1; i--) {
      latencies.add(i * 1000L);
    }

    assertWithinOnePercentAbove(micros, latencies.micros(share));
    assertEquals(1000, latencies.total());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.001", "1000000, 1000", "600000000000, 600000000"})
  void rangeIsFromANanosecondToTenMinutes(long nanos, double micros) {
    var latencies = new Latencies();
    latencies.add(nanos);

    assertWithinOnePercentAbove(micros, latencies.micros(0.5));
  }

  @Test
  void whatIsOutsideTheRangeCountsAsItsEnds() {
    var latencies = new Latencies();
    latencies.add(-1);
    latencies.add(Duration.ofDays(1).toNanos());

    assertWithinOnePercentAbove(0.001, latencies.micros(0.5));
    assertWithinOnePercentAbove(Duration.ofMinutes(10).toNanos() / 1e3, latencies.micros(1) / 1.01);
  }

  @Test
  void thoseOfSeveralThreadsAddUp() {
    var one = new Latencies();
    one.add(1_000);
    one.add(1_000);
    var other = new Latencies();
    other.add(8_000);

    one.add(other);

    assertEquals(3, one.total());
    assertWithinOnePercentAbove(1, one.micros(0.66));
    assertWithinOnePercentAbove(8, one.micros(0.67));
  }

  @Test
  void ofNothingIsNothing() {
    assertEquals(0, new Latencies().micros(0.5));
  }

  private static void assertWithinOnePercentAbove(double expected, double micros) {
    assertTrue(
        expected <= micros * (1 + 1e-9) && micros <= expected * 1.01 * (1 + 1e-9),
        () -> micros + " instead of " + expected);
  }
}
