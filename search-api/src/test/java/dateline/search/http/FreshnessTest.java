package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import dateline.search.memory.MemoryEngine;
import dateline.search.memory.SmallArchive;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that holds a state is told so, and one that holds another gets the new one.
final class FreshnessTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=japan",
        "/a/plain",
        "/api/v1/search?q=japan",
        "/api/v1/search?from=-7d",
        "/a/gazette-2019-07-01?version=1",
        "/api/v1/articles/plain",
        "/api/v1/articles/plain/versions",
        "/api/v1/articles/plain/versions/1",
        "/api/v1/articles?id=plain"
      })
  void whatIsHeldIsNotSentAgain(String path) throws Exception {
    try (var client = TestClient.open()) {
      HttpResponse<String> first = client.get(path);
      String tag = tag(first);

      HttpResponse<String> second = held(client, path, tag);
      HttpResponse<String> listed = held(client, path, "\"other\", W/" + tag);
      HttpResponse<String> other = held(client, path, "\"other\"");

      assertTrue(tag.matches("\"[0-9a-f]{24}\""), tag);
      assertEquals(List.of(304, "", tag), List.of(second.statusCode(), second.body(), tag(second)));
      assertEquals(304, listed.statusCode());
      assertEquals(List.of(200, first.body()), List.of(other.statusCode(), other.body()));
    }
  }

  @Test
  void everyAddressHasATagOfItsOwn() throws Exception {
    try (var client = TestClient.open()) {
      assertNotEquals(
          tag(client.get("/api/v1/search?q=japan")), tag(client.get("/api/v1/search?q=trade")));
    }
  }

  @Test
  void compressedAnswersHaveTagsThatAreUnderstoodToo() throws Exception {
    try (var client = TestClient.open()) {
      HttpResponse<String> packed =
          client.send(client.request("/search?q=japan").header("Accept-Encoding", "gzip"));
      String tag = tag(packed);
      HttpResponse<String> second =
          client.send(
              client
                  .request("/search?q=japan")
                  .header("Accept-Encoding", "gzip")
                  .header("If-None-Match", tag));

      assertNotEquals(tag(client.get("/search?q=japan")), tag);
      assertEquals(304, second.statusCode());
    }
  }

  @Test
  void failuresHaveNoTag() throws Exception {
    try (var client = TestClient.open()) {
      assertEquals("none", tag(client.get("/api/v1/search?nonsense=1")));
      assertEquals("none", tag(client.get("/api/v1/articles/nobody")));
    }
  }

  @Test
  void relativeDatesTurnAtMidnightOfTheirZone() throws Exception {
    String utc = "/api/v1/search?from=-7d";
    String tokyo = utc + "&tz=Asia/Tokyo";
    String fixed = "/api/v1/search?from=2020";

    assertEquals(tagAt(NOON, utc), tagAt(NOON.plus(Duration.ofHours(11)), utc));
    assertNotEquals(tagAt(NOON, utc), tagAt(NOON.plus(Duration.ofHours(13)), utc));
    assertNotEquals(tagAt(NOON, tokyo), tagAt(NOON.plus(Duration.ofHours(4)), tokyo));
    assertEquals(tagAt(NOON, fixed), tagAt(NOON.plus(Duration.ofDays(9)), fixed));
  }

  @Test
  void aNewGenerationIsANewState() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    publish(1, home);
    try (var engine = home.open();
        var client = TestClient.open(engine, engine)) {
      String before = tag(client.get("/api/v1/search?q=said"));

      publish(2, home);
      engine.refresh();

      HttpResponse<String> after = held(client, "/api/v1/search?q=said", before);
      assertEquals(200, after.statusCode());
      assertNotEquals(before, tag(after));
    }
  }

  @Test
  void aListThatGoesOnKeepsItsTagAsLongAsItsGenerationAnswers() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    publish(1, home);
    try (var engine = home.open();
        var client = TestClient.open(engine, engine)) {
      JsonNode start =
          JsonMapper.shared().readTree(client.get("/api/v1/search?q=said&limit=3").body());
      String next = start.at("/links/next").asString();
      HttpResponse<String> before = client.get(next);

      publish(2, home);
      engine.refresh();
      HttpResponse<String> after = client.get(next);
      HttpResponse<String> same = held(client, next, tag(before));
      HttpResponse<String> other = held(client, next, "\"other\"");
      publish(3, home);
      engine.refresh();
      HttpResponse<String> gone = held(client, next, tag(before));

      assertTrue(tag(before).matches("\"[0-9a-f]{24}\""), tag(before));
      assertEquals(
          List.of(200, before.body(), tag(before)),
          List.of(after.statusCode(), after.body(), tag(after)));
      assertEquals(
          List.of(304, "", tag(before)), List.of(same.statusCode(), same.body(), tag(same)));
      assertEquals(List.of(200, before.body()), List.of(other.statusCode(), other.body()));
      assertEquals(List.of(410, "none"), List.of(gone.statusCode(), tag(gone)));
    }
  }

  private void publish(int number, IndexedHome home) throws Exception {
    home.index(GeneratedArticles.write(folder.resolve(number + ".jsonl"), number * 10, 10, 1));
  }

  private static String tagAt(Instant now, String path) throws Exception {
    MemoryEngine archive = SmallArchive.engine();
    try (var server =
            HttpServer.start(
                new HttpOptions("127.0.0.1", 0, null),
                archive,
                archive,
                Clock.fixed(now, ZoneOffset.UTC));
        var client = HttpClient.newHttpClient()) {
      return tag(
          client.send(
              HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
              BodyHandlers.ofString()));
    }
  }

  private static HttpResponse<String> held(TestClient client, String path, String tags)
      throws Exception {
    return client.send(client.request(path).header("If-None-Match", tags));
  }

  private static String tag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElse("none");
  }
}
