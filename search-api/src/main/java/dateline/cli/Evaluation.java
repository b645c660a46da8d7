package dateline.cli;

import dateline.corpus.measure.Measures;
import dateline.corpus.measure.Qrels;
import dateline.corpus.measure.Run;
import dateline.corpus.measure.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an engine found for each topic, and how good it is where there are judgments.
///
/// @param rows in the order of the topics; then the judged topics that were not asked
/// @param mean over the judged topics; null without judgments
record Evaluation(List<Row> rows, Run run, @Nullable Measures mean) {
  /// Of one topic.
  ///
  /// @param query null when the topic is judged but was not asked
  /// @param measures null when no answer to the topic is known
  record Row(String topic, @Nullable String query, long found, @Nullable Measures measures) {}

  private static final int QUERY_LENGTH = 44;
  private static final String LINE = "%-8s %-" + QUERY_LENGTH + "s %8s  %7s %7s %7s%n";

  Evaluation {
    rows = List.copyOf(rows);
  }

  /// Asks all topics, one after another.
  ///
  /// @param asked is told how many topics are done
  static Evaluation of(Topics topics, @Nullable Qrels qrels, TopicSearch search, IntConsumer asked)
      throws IOException {
    var found = new LinkedHashMap<String, TopicSearch.Found>();
    for (Map.Entry<String, String> topic : topics.queries().entrySet()) {
      found.put(topic.getKey(), search.ask(topic.getValue()));
      asked.accept(found.size());
    }
    var ranked = new LinkedHashMap<String, List<String>>();
    found.forEach((topic, articles) -> ranked.put(topic, articles.articles()));
    var run = new Run(ranked);
    Map<String, Measures> measures = qrels == null ? Map.of() : Measures.of(qrels, run);
    var rows = new ArrayList<Row>();
    found.forEach((topic, articles) ->
        rows.add(
            new Row(topic, topics.queries().get(topic), articles.total(), measures.get(topic))));
    measures.forEach((topic, missed) -> {
      if (!found.containsKey(topic)) {
        rows.add(new Row(topic, null, 0, missed));
      }
    });
    return new Evaluation(rows, run, measures.isEmpty() ? null : Measures.mean(measures.values()));
  }

  /// Judged topics that were not asked; each counts as 0.
  long notAsked() {
    return rows.stream().filter(row -> row.query() == null).count();
  }

  /// The lowest nDCG first, then those without judgments.
  void print(PrintWriter out) {
    out.printf(LINE, "topic", "query", "found", "nDCG@10", "MRR", "R@100");
    rows.stream()
        .sorted(
            Comparator.comparingDouble(
                row -> row.measures() == null ? Double.MAX_VALUE : row.measures().ndcg10()))
        .forEach(row ->
            print(
                row.topic(),
                row.query() == null ? "(not asked)" : row.query(),
                String.format(Locale.ROOT, "%,d", row.found()),
                row.measures(),
                out));
    if (mean != null) {
      long judged = rows.stream().filter(row -> row.measures() != null).count();
      print("mean", "of " + Words.count(judged, "judged topic"), "", mean, out);
    }
  }

  /// @param comparison null where there is none
  String json(@Nullable Comparison comparison) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode node = mapper.createObjectNode();
    var topics = node.putArray("topics");
    for (Row row : rows) {
      ObjectNode topic = topics.addObject();
      topic.put("topic", row.topic());
      topic.put("query", row.query());
      topic.put("found", row.found());
      put(topic, "measures", row.measures());
    }
    put(node, "mean", mean);
    if (comparison != null) {
      comparison.put(node.putObject("baseline"));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  private static void print(
      String topic, String query, String found, @Nullable Measures measures, PrintWriter out) {
    String shown =
        query.length() <= QUERY_LENGTH ? query : query.substring(0, QUERY_LENGTH - 1) + "…";
    out.printf(
        LINE,
        topic,
        shown,
        found,
        measures == null ? "-" : figure(measures.ndcg10()),
        measures == null ? "-" : figure(measures.reciprocalRank()),
        measures == null ? "-" : figure(measures.recall100()));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static void put(ObjectNode node, String name, @Nullable Measures measures) {
    if (measures == null) {
      node.putNull(name);
      return;
    }
    node.putObject(name)
        .put("ndcg10", measures.ndcg10())
        .put("ndcg20", measures.ndcg20())
        .put("map", measures.averagePrecision())
        .put("p10", measures.precision10())
        .put("r100", measures.recall100())
        .put("mrr", measures.reciprocalRank());
  }
}
