package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.Choice;
import dateline.index.IndexOptions;
import dateline.search.IndexedHome;
import dateline.search.lucene.LuceneEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a mirror is told, and that it ends up with what the archive has.
final class ChangesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  @SuppressWarnings("NullAway.Init")
  private LuceneEngine engine;

  @SuppressWarnings("NullAway.Init")
  private TestClient client;

  @BeforeEach
  void open() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    deliver(line("a", "one") + line("b", "one") + line("c", "one"));
    engine = home.open();
    client = TestClient.open(engine, engine);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    engine.close();
  }

  @Test
  void tellsEachArticleOnceAndGoesOnWhereItStopped() throws Exception {
    JsonNode first = changes("limit=2");
    JsonNode second = changes("limit=2&since=" + first.get("next").asString());
    JsonNode none = changes("since=" + second.get("next").asString());
    deliver(line("b", "two") + line("d", "one"));
    withdraw("a");
    engine.refresh();
    JsonNode later = changes("since=" + none.get("next").asString());

    assertEquals(List.of("a current", "b current"), told(first));
    assertTrue(first.get("more").asBoolean());
    assertEquals(List.of("c current"), told(second));
    assertFalse(second.get("more").asBoolean());
    assertEquals(List.of(), told(none));
    assertEquals(second.get("next"), none.get("next"));
    assertEquals(List.of("b current", "d current", "a gone"), told(later));
    assertEquals("names a minor", later.get("changes").get(2).get("reason").asString());
    assertEquals(List.of("c current", "b current", "d current", "a gone"), told(changes("")));
    assertEquals(
        told(later),
        told(
            JsonMapper.shared()
                .readTree(
                    client
                        .get("/api/v1/changes?since=" + none.get("next").asString() + "&limit=100")
                        .body())));
  }

  @Test
  void aRollbackIsAChangeToo() throws Exception {
    deliver(line("b", "two") + line("d", "one"));
    engine.refresh();
    String next = changes("").get("next").asString();
    new Choice(home.path(), home.clock()).back();
    engine.refresh();

    JsonNode back = changes("since=" + next);

    assertEquals(List.of("b current", "d gone"), told(back));
  }

  @Test
  void whatMayBeDeliveredAgainIsBackOnlyWhenItIsThere() throws Exception {
    withdraw("a");
    withdraw("b");
    engine.refresh();
    String next = changes("").get("next").asString();
    try (Tombstones all = Tombstones.open(home.path())) {
      all.lift(new ArticleId("a"), home.clock().instant()); // before any run removed it
    }
    engine.refresh();
    JsonNode back = changes("since=" + next);
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(IndexOptions.Wish.FORCE));
    try (Tombstones all = Tombstones.open(home.path())) {
      all.lift(new ArticleId("b"), home.clock().instant());
    }
    engine.refresh();
    JsonNode still = changes("");
    deliver(line("b", "again"));
    engine.refresh();

    assertEquals(List.of("a current"), told(back));
    assertEquals(List.of("c current", "b gone", "a current"), told(still));
    assertEquals(List.of("b current"), told(changes("since=" + still.get("next").asString())));
  }

  @Test
  void aTimeOrADayWillDoToBegin() throws Exception {
    assertEquals(3, told(changes("since=2026-11-23")).size());
    assertEquals(3, told(changes("since=2026-11-23T21:00:00%2B09:00")).size());
    assertEquals(3, told(changes("since=2026-11-23T21:00:00+09:00")).size());
    assertEquals(0, told(changes("since=2026-11-24")).size());
    assertEquals(List.of(), told(changes("source=Nobody")));
    assertEquals(3, told(changes("source=Wire")).size());
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertEquals(
        "limit",
        client
            .get("/api/v1/changes?limit=0")
            .body()
            .replaceFirst("(?s).*\"parameter\":\"([a-z]+)\".*", "$1"));
    assertEquals(400, client.get("/api/v1/changes?since=pAAAA").statusCode());
    assertEquals(400, client.get("/api/v1/changes?since=a&since=b").statusCode());
    assertTrue(client.get("/api/v1/changes?sinc=a").body().contains("\"suggestion\":\"since\""));
  }

  /// A mirror that asks at random moments, some pages at a time, while runs, withdrawals and
  /// roll-backs go on, ends up with what the archive has.
  @Test
  void aMirrorEndsUpWithWhatTheArchiveHas() throws Exception {
    long seed = System.nanoTime();
    System.err.println("ChangesTest seed " + seed);
    var random = new Random(seed);
    var mirror = new TreeMap<String, String>();
    String next = "";
    for (int step = 0; step < 14; step++) {
      switch (random.nextInt(5)) {
        case 0 -> withdraw(name(random));
        case 1 -> {
          if (step > 2 && random.nextBoolean()) {
            try {
              new Choice(home.path(), home.clock()).back();
            } catch (java.io.IOException _) { // none to go back to
            }
          }
        }
        default -> {
          var lines = new StringBuilder();
          for (int i = 0; i < 3; i++) {
            lines.append(line(name(random), "text " + step));
          }
          deliver(lines.toString());
        }
      }
      if (random.nextBoolean()) {
        engine.refresh();
      }
      next = follow(next, random.nextInt(3), mirror);
    }
    engine.refresh();
    follow(next, 1000, mirror);

    Map<String, String> archive = new TreeMap<>();
    for (String line : client.get("/api/v1/search.jsonl?fields=id,body").body().split("\n")) {
      JsonNode article = JsonMapper.shared().readTree(line);
      archive.put(article.get("id").asString(), article.get("body").asString());
    }
    assertEquals(archive, mirror, () -> "seed " + seed);
  }

  private String follow(String from, int pages, Map<String, String> mirror) throws Exception {
    String next = from;
    for (int page = 0; page < pages; page++) {
      JsonNode answer = changes("limit=2" + (next.isEmpty() ? "" : "&since=" + next));
      next = answer.get("next").asString();
      for (JsonNode change : answer.get("changes")) {
        String id = change.get("id").asString();
        JsonNode article =
            JsonMapper.shared().readTree(client.get("/api/v1/articles/" + id).body());
        if (change.get("status").asString().equals("gone") || !article.has("body")) {
          mirror.remove(id);
        } else {
          mirror.put(id, article.get("body").asString());
        }
      }
      if (!answer.get("more").asBoolean()) {
        return next;
      }
    }
    return next;
  }

  private static String name(Random random) {
    return String.valueOf((char) ('a' + random.nextInt(12)));
  }

  private static String line(String id, String body) {
    return "{\"id\":\"%s\",\"headline\":\"Story %s\",\"body\":\"%s\",\"source\":\"Wire\",\"published\":\"2026-11-19\"}%n"
        .formatted(id, id, body);
  }

  private void deliver(String lines) throws Exception {
    home.index(
        IndexOptions.Mode.INCREMENTAL,
        Set.of(IndexOptions.Wish.FORCE),
        Files.writeString(folder.resolve("delivery.jsonl"), lines));
  }

  private void withdraw(String id) throws Exception {
    try (Tombstones all = Tombstones.open(home.path())) {
      all.add(
          List.of(
              new Tombstone(
                  new ArticleId(id),
                  home.clock().instant(),
                  Tombstone.By.DESK,
                  "names a minor",
                  false)));
    }
  }

  private JsonNode changes(String parameters) throws Exception {
    String body = client.get("/api/v1/changes?" + parameters).body();
    JsonNode answer = JsonMapper.shared().readTree(body);
    assertTrue(answer.has("changes"), body);
    return answer;
  }

  private static List<String> told(JsonNode answer) {
    var told = new ArrayList<String>();
    answer
        .get("changes")
        .forEach(change ->
            told.add(change.get("id").asString() + " " + change.get("status").asString()));
    return told;
  }
}
