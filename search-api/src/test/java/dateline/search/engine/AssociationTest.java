package dateline.search.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssociationTest {
  /// Figures are 2·Σ observed·ln(observed/expected) over the four cells, worked out apart.
  @ParameterizedTest
  @CsvSource({
    "10, 20, 30, 100, 4.47335",
    "1, 1, 1, 100, 11.20031",
    "1, 1, 50, 100, 1.39640",
    "6, 20, 30, 100, 0",
    "0, 20, 30, 100, 0",
    "20, 20, 20, 20, 0",
  })
  void isTheLogLikelihoodRatio(long together, long one, long other, long all, double expected) {
    assertEquals(expected, Association.of(together, one, other, all), 1e-5);
  }
}
