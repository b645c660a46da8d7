package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RankingWeightsTest {
  private final RankingWeights weights = RankingWeights.shipped();

  @Test
  void asksForASmallerShareOfMoreWords() {
    assertEquals(1, weights.share().of(1));
    assertEquals(0.6, weights.share().of(2), 1e-6);
    assertEquals(0.6 * Math.pow(0.2, 0.85), weights.share().of(10), 1e-6);
    assertTrue(weights.relaxed().of(2) < weights.share().of(2));
  }

  @Test
  void givesLightStemsLessWeightInLongQueries() {
    assertEquals(1, weights.light(1));
    assertEquals(1, weights.light(3));
    assertEquals(0.5f, weights.light(6));
    assertEquals(0.1f, weights.light(30));
  }

  @Test
  void countsRepeatedWordsMoreButNotWithoutEnd() {
    assertEquals(1, weights.times(1));
    assertEquals(11 * 2 / 12f, weights.times(2), 1e-6);
    assertTrue(weights.times(1000) < 11);
  }
}
