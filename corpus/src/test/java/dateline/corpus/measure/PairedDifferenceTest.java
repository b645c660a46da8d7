package dateline.corpus.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PairedDifferenceTest {
  @Test
  void countsHowOftenSignsAtRandomDifferAsMuch() {
    // of the 16 ways to set the signs of four equal differences two are as far from 0
    PairedDifference test = of(List.of(1.0, 1.0, 1.0, 1.0), List.of(0.5, 0.5, 0.5, 0.5));

    assertEquals(1, test.mean());
    assertEquals(0.5, test.baseline());
    assertEquals(2 / 16.0, test.p(), 0.015);
  }

  @Test
  void findsNoDifferenceBetweenEqualRankings() {
    assertEquals(1, of(List.of(0.5, 1.0), List.of(0.5, 1.0)).p());
    assertEquals(1, of(List.of(0.0, 1.0), List.of(1.0, 0.0)).p());
  }

  @Test
  void isTheSameForTheOtherSide() {
    List<Double> left = List.of(0.3, 0.5, 0.9, 0.2, 1.0, 0.7);
    List<Double> right = List.of(0.1, 0.6, 0.2, 0.1, 0.8, 0.3);

    assertEquals(of(left, right).p(), of(right, left).p());
  }

  @Test
  void comparesTheSameTopicsAlone() {
    Map<String, Measures> one = measures(List.of(0.5));
    Map<String, Measures> two = measures(List.of(0.5, 0.5));

    assertThrows(
        IllegalArgumentException.class, () -> PairedDifference.of(one, two, Measures::ndcg10));
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedDifference.of(Map.of(), Map.of(), Measures::ndcg10));
  }

  private static PairedDifference of(List<Double> left, List<Double> right) {
    return PairedDifference.of(measures(left), measures(right), Measures::ndcg10);
  }

  private static Map<String, Measures> measures(List<Double> figures) {
    var measures = new TreeMap<String, Measures>();
    for (double figure : figures) {
      measures.put("t" + measures.size(), new Measures(figure, 0, 0, 0, 0, 0));
    }
    return measures;
  }
}
