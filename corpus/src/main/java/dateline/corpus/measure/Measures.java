package dateline.corpus.measure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How good one ranking is, each figure from 0 to 1. Defined as in `trec_eval -c`: an article that
/// is judged above 0 is relevant, one that is not judged is not.
///
/// @param ndcg10 gains by grade, discounted by log₂(rank + 1), of the first 10, in parts of the
///   best possible (Järvelin and Kekäläinen 2002, with linear gain)
/// @param ndcg20 the same of the first 20
/// @param averagePrecision mean of the precision at each relevant article in the first 1000
/// @param precision10 share of relevant articles in the first 10
/// @param recall100 share of all relevant articles that stand in the first 100
/// @param reciprocalRank of the first relevant article in the first 1000
public record Measures(
    double ndcg10,
    double ndcg20,
    double averagePrecision,
    double precision10,
    double recall100,
    double reciprocalRank) {
  /// Answers that count.
  public static final int DEPTH = 1000;

  /// Measures one ranking.
  ///
  /// @param grades of the judged articles; at least one above 0
  /// @param ranked without repetition, best first
  public static Measures of(Map<String, Integer> grades, List<String> ranked) {
    List<Integer> ideal =
        grades.values().stream()
            .filter(grade -> grade > 0)
            .sorted(Comparator.reverseOrder())
            .toList();
    if (ideal.isEmpty()) {
      throw new IllegalArgumentException("a topic without a relevant article has no measure");
    }
    List<Integer> gains =
        ranked.stream()
            .limit(DEPTH)
            .map(article -> Math.max(0, grades.getOrDefault(article, 0)))
            .toList();
    int[] relevant = IntStream.range(0, gains.size()).filter(i -> gains.get(i) > 0).toArray();
    double precisions = 0;
    for (int i = 0; i < relevant.length; i++) {
      precisions += (i + 1.0) / (relevant[i] + 1);
    }
    return new Measures(
        gain(gains, 10) / gain(ideal, 10),
        gain(gains, 20) / gain(ideal, 20),
        precisions / ideal.size(),
        before(10, relevant) / 10.0,
        before(100, relevant) / (double) ideal.size(),
        relevant.length == 0 ? 0 : 1.0 / (relevant[0] + 1));
  }

  /// Measures each topic of the qrels that has a relevant article; one that the run misses has 0 in
  /// all.
  public static Map<String, Measures> of(Qrels qrels, Run run) {
    var measures = new LinkedHashMap<String, Measures>();
    qrels
        .answerable()
        .grades()
        .forEach((topic, grades) ->
            measures.put(topic, of(grades, run.ranked().getOrDefault(topic, List.of()))));
    return measures;
  }

  /// The mean of each figure.
  ///
  /// @param each not empty
  public static Measures mean(Collection<Measures> each) {
    return new Measures(
        mean(each, Measures::ndcg10),
        mean(each, Measures::ndcg20),
        mean(each, Measures::averagePrecision),
        mean(each, Measures::precision10),
        mean(each, Measures::recall100),
        mean(each, Measures::reciprocalRank));
  }

  private static double mean(Collection<Measures> each, ToDoubleFunction<Measures> figure) {
    return each.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static double gain(List<Integer> gains, int depth) {
    return IntStream.range(0, Math.min(depth, gains.size()))
        .mapToDouble(i -> gains.get(i) * Math.log(2) / Math.log(i + 2))
        .sum();
  }

  private static long before(int rank, int[] positions) {
    return IntStream.of(positions).filter(position -> position < rank).count();
  }
}
