package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.TestData;
import dateline.search.IndexedHome;
import dateline.search.engine.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stories of one event are one thread, and those of others are not.
final class ThreadsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  /// How well threads agree with events: over ordered pairs of articles.
  private record Agreement(long together, long threaded, long ofOneEvent) {
    double precision() {
      return (double) together / threaded;
    }

    double recall() {
      return (double) together / ofOneEvent;
    }

    double f1() {
      return 2.0 * together / (threaded + ofOneEvent);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f, recall %.3f, F1 %.3f over %d pairs of one event",
          precision(),
          recall(),
          f1(),
          ofOneEvent);
    }
  }

  @Test
  void threadsAreTheEventsThatPeopleGrouped() throws Exception {
    Path archive = TestData.path("events/news_events.jsonl");
    Map<String, String> events = new HashMap<>();
    for (String line : Files.readAllLines(archive)) {
      JsonNode article = JsonMapper.shared().readTree(line);
      events.put(article.get("id").asString(), article.get("event").asString());
    }

    Agreement agreement = agreement(archive, events);

    System.out.println("threads of " + events.size() + " articles: " + agreement);
    assertTrue(agreement.f1() >= 0.92, agreement::toString);
  }

  @Test
  void threadsOfTheSampleArchiveAreThoseThatWereJudged() throws Exception {
    Path judged =
        Path.of(System.getProperty("dateline.root"), "corpus", "judgments", "threads.tsv");
    Map<String, String> events = new HashMap<>();
    for (String line : Files.readAllLines(judged)) {
      String[] cells = line.split("\t", -1);
      events.put(cells[1], cells[0]);
    }

    Agreement agreement = agreement(IndexedHome.sampleArticles(), events);

    System.out.println("threads of the sample archive: " + agreement);
    assertTrue(agreement.f1() >= 0.75, agreement::toString);
  }

  /// @param events by the ids of articles; what is of no event may be in no thread
  private Agreement agreement(Path archive, Map<String, String> events) throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(archive);
    long together = 0;
    long threaded = 0;
    long ofOneEvent = 0;
    try (LuceneEngine engine = home.open()) {
      for (Map.Entry<String, String> article : events.entrySet()) {
        for (Hit hit : engine.thread(new ArticleId(article.getKey()))) {
          String id = hit.id().value();
          if (!id.equals(article.getKey())) {
            threaded++;
            together += article.getValue().equals(events.get(id)) ? 1 : 0;
          }
        }
        ofOneEvent += events.values().stream().filter(article.getValue()::equals).count() - 1;
      }
    }
    return new Agreement(together, threaded, ofOneEvent);
  }

  @Test
  void aThreadGoesFromTheOldestStoryToTheUndatedOnes() throws Exception {
    IndexedHome home = home();
    try (LuceneEngine engine = home.open()) {
      List<String> thread = List.of("first", "second", "third", "undated");
      for (String id : thread) {
        assertEquals(thread, ids(engine, id), id);
      }
      assertEquals(List.of("other"), ids(engine, "other"));
      assertEquals(List.of(), ids(engine, "unknown"));
    }
  }

  @Test
  void whatIsWithdrawnLeavesItsThread() throws Exception {
    IndexedHome home = home();
    home.index(
        Files.writeString(
            folder.resolve("kill.jsonl"),
            "{\"id\": \"second\", \"headline\": \"Kill\", \"status\": \"withdrawn\"}"));

    try (LuceneEngine engine = home.open()) {
      assertEquals(List.of("first", "third", "undated"), ids(engine, "first"));
    }
  }

  private IndexedHome home() throws Exception {
    String story =
        "{\"id\": \"%s\", %s \"headline\": \"Ferry Estrella sinks off Callao\", \"body\": \"The ferry Estrella sank off Callao in a storm. Divers searched the wreck of the Estrella for %s passengers near Callao harbour.\"}%n";
    var lines =
        new StringBuilder()
            .append(story.formatted("third", "\"published\": \"2025-03-05\",", "nine"))
            .append(story.formatted("undated", "", "several"))
            .append(story.formatted("first", "\"published\": \"2025-03-03\",", "thirty"))
            .append(story.formatted("second", "\"published\": \"2025-03-04\",", "twelve"))
            .append(
                "{\"id\": \"other\", \"published\": \"2025-03-04\", \"headline\": \"Museum opens in Lima\", \"body\": \"A museum of gold opened in Lima with a concert.\"}\n");
    for (int i = 0; i < 30; i++) {
      lines.append(
          "{\"id\": \"a%1$d\", \"published\": \"2025-03-%2$02d\", \"headline\": \"Market report %1$d\", \"body\": \"Shares of bank number %1$d rose while bonds fell.\"}%n"
              .formatted(i, 1 + i % 28));
    }
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(Files.writeString(folder.resolve("stories.jsonl"), lines));
    return home;
  }

  private static List<String> ids(LuceneEngine engine, String id) throws IOException {
    return engine.thread(new ArticleId(id)).stream().map(hit -> hit.id().value()).toList();
  }
}
