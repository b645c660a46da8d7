package dateline.index.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaceThresholdsTest {
  @Test
  void assignsFromHalfTheF1On() {
    var decisions = new ArrayList<Decision>();
    decisions.addAll(Collections.nCopies(4000, new Decision("JP", 2, true)));
    decisions.addAll(Collections.nCopies(1000, new Decision("JP", 1, false)));
    decisions.addAll(Collections.nCopies(1000, new Decision("JP", -1, true)));

    PlaceThresholds thresholds = PlaceThresholds.of(decisions);

    // an F1 of 0.8, so from a probability of 0.4 on
    assertEquals(Math.log(0.4 / 0.6), thresholds.of("JP"), 1e-9);
    assertEquals(Math.log(0.4 / 0.6), thresholds.of("FR"), 1e-9);
  }

  @Test
  void drawsACountryOfFewLabelsToTheMean() {
    var decisions = new ArrayList<Decision>();
    decisions.addAll(Collections.nCopies(1000, new Decision("JP", 2, true)));
    decisions.add(new Decision("TD", Double.NEGATIVE_INFINITY, true));

    PlaceThresholds thresholds = PlaceThresholds.of(decisions);

    // never found in 1 article, beside a mean of 1 that weighs as 10
    assertEquals(Math.log(10 / 10.5 / 2 / (1 - 10 / 10.5 / 2)), thresholds.of("TD"), 1e-9);
    assertEquals(0, thresholds.of("JP"), 1e-9);
  }

  @Test
  void asksForEvidenceEvenWhereNothingIsEverFound() {
    PlaceThresholds thresholds =
        PlaceThresholds.of(Collections.nCopies(1000, new Decision("JP", -3, true)));

    assertEquals(Math.log(0.025 / 0.975), thresholds.of("JP"), 1e-9);
    assertEquals(0, PlaceThresholds.of(List.of()).of("JP"), 1e-9);
  }
}
