package dateline.corpus.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasuresTest {
  private static final Map<String, Integer> GRADES =
      Map.of("a", 2, "b", 1, "c", 1, "n", 0, "m", -1);

  /// nDCG@10, nDCG@20, MAP, P@10, recall@100, MRR, as `trec_eval -c` prints them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a b c     | 1.0000 1.0000 1.0000 0.3000 1.0000 1.0000
          b a c     | 0.8821 0.8821 1.0000 0.3000 1.0000 1.0000
          n a       | 0.4030 0.4030 0.1667 0.1000 0.3333 0.5000
          n m x     | 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000
          9x a      | 0.1847 0.1847 0.0333 0.1000 0.3333 0.1000
          10x a     | 0.0000 0.1782 0.0303 0.0000 0.3333 0.0909
          99x a     | 0.0000 0.0000 0.0033 0.0000 0.3333 0.0100
          100x a    | 0.0000 0.0000 0.0033 0.0000 0.0000 0.0099
          999x a    | 0.0000 0.0000 0.0003 0.0000 0.0000 0.0010
          1000x a   | 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000
          """)
  void measuresARanking(String ranking, String figures) {
    List<String> ranked =
        Arrays.stream(ranking.split(" "))
            .flatMap(word ->
                word.matches("\\d+x")
                    ? IntStream.range(0, Integer.parseInt(word.replace("x", "")))
                        .mapToObj(i -> "x" + i)
                    : Stream.of(word))
            .toList();

    assertEquals(figures, told(Measures.of(GRADES, ranked)));
  }

  @Test
  void countsATopicThatTheRunMissesAsZero() {
    var qrels = new Qrels(Map.of("1", Map.of("a", 1), "2", Map.of("a", 1), "3", Map.of("a", 0)));
    var run = new Run(Map.of("1", List.of("a"), "4", List.of("a")));

    Map<String, Measures> each = Measures.of(qrels, run);

    var told = new TreeMap<String, String>();
    each.forEach((topic, measures) -> told.put(topic, told(measures)));
    assertEquals(
        Map.of(
            "1", "1.0000 1.0000 1.0000 0.1000 1.0000 1.0000",
            "2", "0.0000 0.0000 0.0000 0.0000 0.0000 0.0000"),
        told);
    assertEquals("0.5000 0.5000 0.5000 0.0500 0.5000 0.5000", told(Measures.mean(each.values())));
  }

  @Test
  void refusesATopicWithoutAnAnswer() {
    assertThrows(IllegalArgumentException.class, () -> Measures.of(Map.of("a", 0), List.of("a")));
  }

  private static String told(Measures measures) {
    return String.format(
        Locale.ROOT,
        "%.4f %.4f %.4f %.4f %.4f %.4f",
        measures.ndcg10(),
        measures.ndcg20(),
        measures.averagePrecision(),
        measures.precision10(),
        measures.recall100(),
        measures.reciprocalRank());
  }
}
