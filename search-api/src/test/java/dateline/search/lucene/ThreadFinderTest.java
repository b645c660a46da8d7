package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.index.IndexOptions;
import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One story told in several articles among many others.
final class ThreadFinderTest {
  private static final int OTHERS = 300;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init") // made before each
  private IndexedHome home;

  @BeforeEach
  void index() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    home.index(GeneratedArticles.write(folder.resolve("others.jsonl"), 1, OTHERS, 7));
  }

  private static String story(String id, String published, String status) {
    return """
    {"id": "%s", "headline": "Zeppelin burns in Lakehurst hangar", "published": %s, "status": "%s", "source": "Wire", "body": "The zeppelin Aldebaran burned in its hangar; the helmsman and nine riggers escaped the flames, and hydrogen is blamed (%s)."}\
    """
        .formatted(id, published.isEmpty() ? "null" : '"' + published + '"', status, id);
  }

  private void deliver(String... lines) throws Exception {
    home.index(
        IndexOptions.Mode.INCREMENTAL,
        Set.of(),
        Files.writeString(
            Files.createTempFile(folder, "delivery", ".jsonl"), String.join("\n", lines)));
  }

  private List<String> thread(String id) throws IOException {
    try (LuceneEngine engine = home.open()) {
      return ThreadAgreement.ids(engine.thread(new ArticleId(id)));
    }
  }

  @Test
  void isOldestFirstAndTheSameFromEachOfItsArticles() throws Exception {
    deliver(
        story("third", "1997-05-08", "ok"),
        story("first", "1997-05-06", "ok"),
        story("undated", "", "ok"),
        story("second", "1997-05-07T09:00:00Z", "ok"));

    List<String> whole = List.of("first", "second", "third", "undated");
    for (String id : whole) {
      assertEquals(whole, thread(id), id);
    }
  }

  @Test
  void leavesOutOtherStories() throws Exception {
    deliver(story("first", "1997-05-06", "ok"), story("second", "1997-05-07", "ok"));

    assertEquals(List.of("first", "second"), thread("first"));
  }

  @Test
  void hasNothingForAnUnknownArticle() throws Exception {
    assertEquals(List.of(), thread("nobody"));
  }

  @Test
  void loosesAWithdrawnArticleAtOnce() throws Exception {
    deliver(
        story("first", "1997-05-06", "ok"),
        story("second", "1997-05-07", "ok"),
        story("third", "1997-05-08", "ok"));
    deliver(story("second", "1997-05-07", "withdrawn"));

    assertEquals(List.of("first", "third"), thread("third"));
    assertEquals(List.of(), thread("second"));
  }

  @Test
  void holdsNoMoreThanItsLimit() throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < ThreadFinder.ARTICLES_MAX + 15; i++) {
      lines.add(story("part-" + i, "1997-05-%02d".formatted(1 + i % 28), "ok"));
    }
    deliver(lines.toArray(String[]::new));

    List<String> thread = thread("part-3");

    assertEquals(ThreadFinder.ARTICLES_MAX, thread.size());
    assertTrue(thread.contains("part-3"), thread::toString);
  }

  @Test
  void isTheSameFromAnIndexWrittenInOneGo() throws Exception {
    deliver(story("first", "1997-05-06", "ok"), story("second", "1997-05-07", "ok"));
    deliver(story("third", "1997-05-08", "ok"));
    List<String> carriedOn = thread("first");
    home.index(IndexOptions.Mode.FULL, Set.of(), folder.resolve("others.jsonl"));

    assertEquals(List.of("first", "second", "third"), carriedOn);
    assertEquals(carriedOn, thread("first"));
  }

  @Test
  void narrowsASearch() throws Exception {
    deliver(
        story("first", "1997-05-06", "ok"),
        story("second", "1997-05-07", "ok"),
        story("third", "1997-05-08", "ok"));

    try (LuceneEngine engine = home.open()) {
      assertEquals(
          List.of("third", "second", "first"), found(engine, Map.of("thread", List.of("second"))));
      assertEquals(
          List.of("third"),
          found(engine, Map.of("thread", List.of("second"), "from", List.of("1997-05-08"))));
      assertEquals(List.of(), found(engine, Map.of("thread", List.of("nobody"))));
      SearchPage none =
          engine.search(request(Map.of("thread", List.of("second"), "q", List.of("harvest"))));
      assertEquals(0, none.total());
      assertTrue(
          none.relaxations().stream()
              .anyMatch(relaxation -> relaxation.without().threads().isEmpty()),
          none::toString);
    }
  }

  @Test
  void isAConditionThatAnArticleCanFail() throws Exception {
    deliver(story("first", "1997-05-06", "ok"), story("second", "1997-05-07", "ok"));
    SearchRequest request = request(Map.of("thread", List.of("first")));

    try (LuceneEngine engine = home.open()) {
      assertTrue(engine.explain(request, new ArticleId("second")).orElseThrow().matches());
      var failed = engine.explain(request, new ArticleId("made-1")).orElseThrow();
      assertEquals("The article does not match: it is not in the thread of first.", failed.text());
    }
  }

  private static List<String> found(LuceneEngine engine, Map<String, List<String>> parameters)
      throws IOException {
    List<Hit> hits = engine.search(request(parameters)).hits();
    return ThreadAgreement.ids(hits);
  }

  private static SearchRequest request(Map<String, List<String>> parameters) {
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters);
    assertEquals(List.of(), reading.problems());
    return reading.request();
  }
}
