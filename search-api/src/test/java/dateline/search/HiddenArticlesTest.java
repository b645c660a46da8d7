package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Destination;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.IndexOptions.Mode;
import dateline.search.alert.AlertPasser;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What nobody may find is told by no door and counted in none.
final class HiddenArticlesTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant EMBARGO = Instant.parse("2026-11-24T06:00:00Z");
  private static final Instant EXPIRY = Instant.parse("2026-11-25T06:00:00Z");
  private static final String PERSON = "xavier-quorvandel";
  private static final String WORD = "quorvandel";

  /// In the text of the article alone: its person, its source, its section and a place that no
  /// gazetteer knows.
  private static final List<String> MARKS = List.of(WORD, "hushwire", "veilsection", "murmurton");

  private static final String HIDDEN =
      """
      {"id": "e", "source": "Hushwire", "section": "Veilsection", %s "headline": "Xavier Quorvandel jailed in Murmurton", "body": "Xavier Quorvandel was jailed in Murmurton near Lima for two years. Mr. Quorvandel, a banker, will appeal, said Quorvandel's lawyer.", "published": "2026-11-22"}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @SuppressWarnings("NullAway.Init") // made before each
  private IndexedHome home;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void indexOthers() throws Exception {
    home = IndexedHome.at(folder.resolve("home")).on(BEGIN);
    var lines =
        new StringBuilder(
            "{\"id\": \"shown\", \"source\": \"Wire\", \"headline\": \"Banker jailed in Lima\", \"body\": \"A banker was jailed in Lima for two years and will appeal.\", \"published\": \"2026-11-22\"}\n");
    IntStream.range(0, 20)
        .mapToObj(
            "{\"id\": \"a%1$d\", \"source\": \"Wire\", \"headline\": \"Harvest report %1$d\", \"body\": \"Farmers in Peru told of harvest number %1$d.\", \"published\": \"2026-11-21\"}%n"
                ::formatted)
        .forEach(lines::append);
    deliver(home, lines.toString());
  }

  @Test
  void aSavedSearchTellsNothingOfWhatIsHidden() throws Exception {
    try (var engine = home.open();
        var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, home.clock())
          .add(
              new SavedSearch(
                  "bankers", "Bankers", "q=banker", BEGIN, false, new Destination.Feed(), null),
              generation);
    }
    deliver(home, HIDDEN.formatted(""));
    try (var server = home.serve()) {
      var walk = new DoorWalk(server.address(), client);
      while (!walk.get("/api/v1/alerts").body().contains("\"told\":1")) { // it looks each second
        Thread.onSpinWait();
      }
      assertTrue(walk.get("/api/v1/alerts/bankers.atom").body().contains("Quorvandel"));
      assertTrue(
          DoorWalk.telling(walk.answers("e", PERSON, WORD), MARKS)
              .contains("/api/v1/alerts/bankers.rss"));
      try (Tombstones all = Tombstones.open(home.path())) {
        all.add(
            List.of(
                new Tombstone(
                    new ArticleId("e"), BEGIN, Tombstone.By.DESK, "names a minor", false)));
      }
      while (!walk.get("/api/v1/alerts").body().contains("\"told\":2")) {
        Thread.onSpinWait();
      }

      assertHidden(walk);
    }
  }

  @Test
  void anEmbargoedArticleShowsInItsMinuteAndAnExpiredOneNoMore() throws Exception {
    deliver(
        home,
        HIDDEN.formatted("\"embargo\": \"%s\", \"expires\": \"%s\",".formatted(EMBARGO, EXPIRY)));

    for (Instant early : List.of(BEGIN, EMBARGO.minusSeconds(1))) {
      home.on(early).index(Mode.INCREMENTAL, Set.of());
      assertHidden(early);
    }
    home.on(EMBARGO).index(Mode.INCREMENTAL, Set.of());
    assertShown(EMBARGO);
    home.on(EXPIRY.minusSeconds(1)).index(Mode.INCREMENTAL, Set.of());
    assertShown(EXPIRY.minusSeconds(1));
    home.on(EXPIRY).index(Mode.INCREMENTAL, Set.of());
    assertHidden(EXPIRY);
    try (var server = home.on(EXPIRY).serve()) {
      DoorWalk.Answer gone = new DoorWalk(server.address(), client).get("/api/v1/articles/e");
      assertEquals(410, gone.status());
      assertTrue(gone.body().contains("article.expired"), gone::body);
    }
  }

  @Test
  void aVersionUnderEmbargoLeavesTheOneBeforeItInPlace() throws Exception {
    deliver(
        home,
        """
        {"id": "shown", "source": "Wire", "version": 2, "embargo": "%s", "headline": "Banker Quorvandel jailed", "body": "Xavier Quorvandel was jailed in Murmurton.", "published": "2026-11-22"}
        """
            .formatted(EMBARGO));
    try (var server = home.serve()) {
      var walk = new DoorWalk(server.address(), client);
      assertEquals(List.of(), DoorWalk.telling(walk.answers("shown", PERSON, WORD), MARKS));
      assertTrue(walk.get("/a/shown").body().contains("Banker jailed in Lima"));
    }

    IndexedHome later = home.on(EMBARGO);
    later.index(Mode.INCREMENTAL, Set.of());

    try (var server = later.serve()) {
      assertTrue(
          new DoorWalk(server.address(), client)
              .get("/a/shown")
              .body()
              .contains("Banker Quorvandel jailed"));
    }
  }

  @Test
  void aWithdrawnArticleIsGoneFromAServerThatRuns() throws Exception {
    deliver(home, HIDDEN.formatted(""));
    assertShown(BEGIN);
    try (var server = home.serve()) {
      var walk = new DoorWalk(server.address(), client);
      Map<String, DoorWalk.Answer> before = walk.answers("e", PERSON, WORD);
      try (Tombstones all = Tombstones.open(home.path())) {
        all.add(
            List.of(
                new Tombstone(
                    new ArticleId("e"), BEGIN, Tombstone.By.DESK, "names a minor", false)));
      }
      DoorWalk.Answer gone = walk.get("/api/v1/articles/e");
      while (gone.status() == 200) { // the server looks twice a second
        Thread.onSpinWait();
        gone = walk.get("/api/v1/articles/e");
      }

      assertEquals(410, gone.status());
      assertEquals(
          "article.withdrawn", JsonMapper.shared().readTree(gone.body()).get("code").asString());
      assertTrue(gone.body().contains("on 2026-11-23: names a minor."), gone::body);
      assertEquals(410, walk.get("/a/e").status());
      assertTrue(walk.get("/a/e").body().contains("names a minor"));
      assertHidden(walk);
      assertTrue(before.size() > 40, before::toString);
    }
  }

  @Test
  void aWithdrawalByItsPublisherHoldsThoughTheRunIsRefused() throws Exception {
    deliver(home, HIDDEN.formatted(""));
    Files.writeString(home.path().resolve("judge.conf"), "rejects.share = 0.01\n");
    deliver(
        home,
        "{\"id\": \"e\", \"source\": \"Hushwire\", \"headline\": \"Kill\", \"status\": \"canceled\"}\nbroken\nbroken\nbroken\n");

    assertHidden(BEGIN);
  }

  @Test
  void theStoryThatThePaperTookBackIsNowhereInTheSampleArchive() throws Exception {
    String id = "1948-11-03-dewey-early-edition";
    IndexedHome sample = IndexedHome.at(folder.resolve("sample"));
    sample.index(IndexedHome.sampleArticles());
    try (var server = sample.serve()) {
      var walk = new DoorWalk(server.address(), client);
      Map<String, DoorWalk.Answer> answers = walk.answers(id, "thomas-e-dewey", "dewey");
      answers.put("/search?from=1948-11&to=1948-11", walk.get("/search?from=1948-11&to=1948-11"));

      assertEquals(List.of(), DoorWalk.telling(answers, List.of(id, "has been elected president")));
      assertEquals(410, walk.get("/api/v1/articles/" + id).status());
      assertEquals(410, walk.get("/a/" + id).status());
      assertEquals(284, total(walk, "/api/v1/search"));
      assertEquals(284, total(walk, "/api/v1/search?collapse=none"));
    }
  }

  private void assertShown(Instant now) throws Exception {
    try (var server = home.on(now).serve()) {
      var walk = new DoorWalk(server.address(), client);
      assertEquals(22, total(walk, "/api/v1/search"));
      List<String> telling = DoorWalk.telling(walk.answers("e", PERSON, WORD), MARKS);
      for (String path :
          List.of(
              "/",
              "/search?q=",
              "/a/e",
              "/person/" + PERSON,
              "/api/v1/suggest?q=quor",
              "/api/v1/articles/e",
              "/api/v1/articles/e.ris",
              "/api/v1/search.csv",
              "/api/v1/search.atom?q=" + WORD,
              "/api/v1/search.feed.json?person=" + PERSON,
              "/api/v1/changes?limit=1000",
              "/api/v1/sources",
              "/api/v1/coverage?interval=day",
              "/coverage",
              "/oai?verb=ListSets",
              "/oai?verb=ListRecords&metadataPrefix=oai_dc",
              "/api/v1/facets/source")) {
        assertTrue(telling.contains(path), () -> path + " tells nothing at " + now);
      }
      for (String tool : List.of("search", "fetch", "suggest_entities", "facets")) {
        assertTrue(
            telling.stream().anyMatch(asked -> asked.contains("\"name\":\"" + tool + "\"")),
            () -> tool + " tells nothing at " + now);
      }
    }
  }

  private void assertHidden(Instant now) throws Exception {
    try (var server = home.on(now).serve()) {
      assertHidden(new DoorWalk(server.address(), client));
    }
  }

  private static void assertHidden(DoorWalk walk) throws Exception {
    assertEquals(List.of(), DoorWalk.telling(walk.answers("e", PERSON, WORD), MARKS));
    assertEquals(21, total(walk, "/api/v1/search"));
    assertEquals(0, total(walk, "/api/v1/search?q=" + WORD));
    assertEquals(0, total(walk, "/api/v1/search?source=Hushwire"));
    JsonNode status = JsonMapper.shared().readTree(walk.get("/api/v1/status").body());
    assertEquals(21, status.get("articles").intValue());
    JsonNode person =
        JsonMapper.shared()
            .readTree(walk.get("/api/v1/search?facet=person&limit=0").body())
            .get("facets")
            .get("person");
    assertEquals(0, person.get("items").size(), person::toString);
    assertEquals(21, person.get("missing").intValue());
  }

  private static int total(DoorWalk walk, String path) throws Exception {
    return JsonMapper.shared().readTree(walk.get(path).body()).get("total").get("value").intValue();
  }

  private void deliver(IndexedHome to, String lines) throws Exception {
    Path delivery = Files.writeString(folder.resolve("delivery.jsonl"), lines);
    to.index(delivery);
  }
}
