package dateline.cli;

import dateline.corpus.measure.Measures;
import dateline.corpus.measure.PairedDifference;
import dateline.corpus.measure.Qrels;
import dateline.corpus.measure.Run;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ObjectNode;

/// How a run compares with another one on the same judgments.
///
/// @param tests by the name of the figure, as in JSON
record Comparison(Map<String, PairedDifference> tests) {
  private static final Map<String, ToDoubleFunction<Measures>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("ndcg10", Measures::ndcg10);
    FIGURES.put("map", Measures::averagePrecision);
    FIGURES.put("mrr", Measures::reciprocalRank);
  }

  static Comparison of(Qrels qrels, Run run, Run baseline) {
    Map<String, Measures> measures = Measures.of(qrels, run);
    Map<String, Measures> others = Measures.of(qrels, baseline);
    var tests = new LinkedHashMap<String, PairedDifference>();
    FIGURES.forEach(
        (name, figure) -> tests.put(name, PairedDifference.of(measures, others, figure)));
    return new Comparison(tests);
  }

  void print(PrintWriter out) {
    out.println();
    out.printf("%-8s %8s %8s %8s %8s%n", "", "run", "baseline", "times", "p");
    tests.forEach((name, test) ->
        out.printf(
            Locale.ROOT,
            "%-8s %8.4f %8.4f %8s %8.4f%n",
            name,
            test.mean(),
            test.baseline(),
            test.baseline() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.3f", test.mean() / test.baseline()),
            test.p()));
  }

  void put(ObjectNode node) {
    tests.forEach((name, test) ->
        node.putObject(name)
            .put("run", test.mean())
            .put("baseline", test.baseline())
            .put("p", test.p()));
  }
}
