package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.measure.Measures;
import dateline.corpus.measure.Qrels;
import dateline.corpus.measure.Topics;
import dateline.search.IndexedHome;
import dateline.search.engine.Mode;
import dateline.search.lucene.LuceneEngine;
import dateline.search.query.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Judged searches over the sample archive are answered no worse than before.
final class RelevanceTest {
  /// Mean nDCG@10 over all topics, measured at .8054. Raise it when ranking gets better; what
  /// lowers it needs a reason.
  private static final double FLOOR = 0.80;

  /// A topic below this is printed: the first place to look when the mean falls.
  private static final double WEAK = 0.5;

  private static final Path CORPUS = Path.of(System.getProperty("dateline.root"), "corpus");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  /// The judgments of other languages are kept apart.
  @Test
  void answersTheSampleArchiveNoWorseThanTheFloor() throws Exception {
    Path judgments = CORPUS.resolve("judgments");

    Evaluation evaluation =
        evaluate(
            CORPUS.resolve("articles"),
            Topics.read(judgments.resolve("topics.tsv")),
            Qrels.read(judgments.resolve("qrels.txt")));

    System.out.print(report(evaluation));
    assertFloor(FLOOR, evaluation);
  }

  @Test
  void failsBelowTheFloorAndNamesTheWeakTopics() throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("three.jsonl"),
            """
            {"id":"a","headline":"Trade pact signed","body":"Ministers signed a trade pact."}
            {"id":"b","headline":"Earthquake","body":"It shook the town at night."}
            {"id":"c","headline":"Town fair opens","body":"Bakers came."}
            """);
    var topics = new Topics(Map.of("1", "trade pact", "2", "tremor"));
    var qrels = new Qrels(Map.of("1", Map.of("a", 2, "c", 0), "2", Map.of("b", 1)));

    Evaluation evaluation = evaluate(source, topics, qrels);

    assertEquals(
        "relevance: 2 0.0000 tremor\nrelevance: mean nDCG@10 0.5000\n", report(evaluation));
    assertFloor(0.5, evaluation);
    var failure = assertThrows(AssertionError.class, () -> assertFloor(0.51, evaluation));
    assertTrue(String.valueOf(failure.getMessage()).contains("2 0.0000 tremor"), failure::toString);
  }

  @Test
  void refusesJudgmentsOfArticlesThatAreNotThere() throws Exception {
    Path source =
        Files.writeString(folder.resolve("one.jsonl"), "{\"id\":\"a\",\"title\":\"Pact\"}");
    var topics = new Topics(Map.of("1", "pact"));
    var qrels = new Qrels(Map.of("1", Map.of("a", 1, "gone", 0)));

    var failure = assertThrows(AssertionError.class, () -> evaluate(source, topics, qrels));

    assertTrue(String.valueOf(failure.getMessage()).contains("[gone]"), failure::toString);
  }

  private Evaluation evaluate(Path source, Topics topics, Qrels qrels) throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(source);
    try (var engine = home.open()) {
      assertEquals(List.of(), absent(qrels, engine), "articles that are judged and not there");
      var search =
          new DatelineTopics(engine, IndexedHome.CLOCK, Match.AUTO, Mode.LEXICAL, Measures.DEPTH);
      return Evaluation.of(topics, qrels, search, _ -> {});
    }
  }

  private static List<String> absent(Qrels qrels, LuceneEngine engine) throws Exception {
    var judged = new TreeSet<String>();
    qrels.grades().values().forEach(grades -> judged.addAll(grades.keySet()));
    for (String id : List.copyOf(judged)) {
      if (engine.find(new ArticleId(id)).isPresent()) {
        judged.remove(id);
      }
    }
    return List.copyOf(judged);
  }

  private static void assertFloor(double floor, Evaluation evaluation) {
    Measures mean = evaluation.mean();
    assertTrue(
        mean != null && mean.ndcg10() >= floor,
        () -> "mean nDCG@10 fell below " + floor + "\n" + report(evaluation));
  }

  private static String report(Evaluation evaluation) {
    Measures mean = evaluation.mean();
    return evaluation.rows().stream()
            .filter(row -> row.measures() != null && row.measures().ndcg10() < WEAK)
            .map(row -> line(row.topic(), row.measures(), row.query()))
            .collect(Collectors.joining())
        + line("mean nDCG@10", mean, "");
  }

  private static String line(String name, @Nullable Measures measures, @Nullable String query) {
    return measures == null
        ? ""
        : String.format(Locale.ROOT, "relevance: %s %.4f %s", name, measures.ndcg10(), query)
                .strip()
            + "\n";
  }
}
