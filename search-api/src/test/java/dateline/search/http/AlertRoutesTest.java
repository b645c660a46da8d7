package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.AccessKey.Role;
import dateline.corpus.store.AccessKeys;
import dateline.search.IndexedHome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AlertRoutesTest {
  private static final String OPENS =
      "{\"id\":\"new/1\",\"headline\":\"Harbour opens\",\"body\":\"It opened.\",\"source\":\"Wire\",\"published\":\"2021-05-05\"}\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  @BeforeEach
  void tell() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    deliver("{\"id\":\"old\",\"headline\":\"Harbour fire\",\"body\":\"It burned.\"}");
    SavedExample.add(home, "harbour", "match=auto&q=harbour");
    deliver(
        OPENS
            + "{\"id\":\"gone\",\"headline\":\"Harbour sold\",\"body\":\"It was sold.\"}\n"
            + "{\"id\":\"other\",\"headline\":\"Budget\",\"body\":\"Numbers.\"}");
    SavedExample.pass(home);
    deliver(
        OPENS.replace("opens", "opens at last")
            + "{\"id\":\"gone\",\"headline\":\"Harbour sold\",\"status\":\"withdrawn\"}");
    SavedExample.pass(home);
  }

  @Test
  void listsWithoutTellingWhereMessagesGo() throws Exception {
    try (TestClient client = TestClient.ofHome(home)) {
      String saved = client.get("/api/v1/saved").body();
      String alerts = client.get("/api/v1/alerts").body();
      JsonNode only = JsonMapper.shared().readTree(alerts).get("alerts").get(0);

      assertEquals(
          JsonMapper.shared().readTree(saved).get("saved").get(0),
          JsonMapper.shared().readTree(client.get("/api/v1/saved/harbour").body()));
      assertEquals("/search?match=auto&q=harbour", only.at("/links/search").asString());
      assertEquals(4, only.get("told").asInt());
      assertEquals(4, only.get("waiting").asInt());
      assertEquals("mail", only.get("delivery").asString());
      assertFalse((saved + alerts).contains("desk@"), saved + alerts);
    }
  }

  @Test
  void theFeedHasEachArticleOnceAndWhatWasTakenBack() throws Exception {
    try (TestClient client = TestClient.ofHome(home)) {
      HttpResponse<String> feed = client.get("/api/v1/alerts/harbour.atom");
      JsonNode json =
          JsonMapper.shared().readTree(client.get("/api/v1/alerts/harbour.feed.json").body());

      assertEquals(200, feed.statusCode());
      assertTrue(feed.body().contains("<id>tag:127.0.0.1,2026:alerts/harbour</id>"), feed::body);
      assertTrue(feed.body().contains("<title>Harbour opens at last</title>"), feed::body);
      assertTrue(
          feed.body().contains("<at:deleted-entry ref=\"tag:127.0.0.1,2026:a/gone\""), feed::body);
      assertFalse(feed.body().contains("Harbour sold"), feed::body);
      assertFalse(feed.body().contains("Budget"), feed::body);
      assertEquals(
          List.of("tag:127.0.0.1,2026:a/new%2F1"),
          json.get("items").valueStream().map(item -> item.get("id").asString()).toList());
    }
  }

  @Test
  void anUnchangedFeedIsNotSentAgain() throws Exception {
    try (TestClient client = TestClient.ofHome(home)) {
      HttpResponse<String> first = client.get("/api/v1/alerts/harbour.atom");
      HttpResponse<String> again =
          client.send(
              client
                  .request("/api/v1/alerts/harbour.atom")
                  .header("If-None-Match", first.headers().firstValue("ETag").orElse("")));

      assertEquals(304, again.statusCode());
    }
  }

  private void deliver(String lines) throws Exception {
    home.index(Files.writeString(folder.resolve("delivery.jsonl"), lines));
  }

  @Test
  void whoMayChangeSavedSearchesSavesAndForgetsThem() throws Exception {
    String admin = key(Role.ADMIN, "");
    String scoped = key(Role.ADMIN, "source=Wire");
    try (var server = home.serve()) {
      URI saved = server.address().resolve("/api/v1/saved");
      var client = HttpClient.newHttpClient();
      String form = "name=Budgets&q=budget&from=-7d";

      assertEquals(401, client.send(posted(saved, form), BodyHandlers.ofString()).statusCode());
      assertEquals(
          403, client.send(posted(saved, form, scoped), BodyHandlers.ofString()).statusCode());
      HttpResponse<String> made = client.send(posted(saved, form, admin), BodyHandlers.ofString());
      JsonNode search = JsonMapper.shared().readTree(made.body());
      assertEquals(201, made.statusCode(), made.body());
      assertEquals("Budgets", search.get("name").asString());
      assertTrue(search.get("query").asString().contains("from=-7d"), made.body());
      URI one = server.address().resolve(made.headers().firstValue("Location").orElseThrow());
      assertEquals(200, client.send(request(one).build(), BodyHandlers.ofString()).statusCode());
      for (String wrong : List.of("q=budget", "name=a&plce=x", "name=a&q=%22open")) {
        HttpResponse<String> refused =
            client.send(posted(saved, wrong, admin), BodyHandlers.ofString());
        assertEquals(400, refused.statusCode(), wrong);
      }

      assertEquals(
          401, client.send(request(one).DELETE().build(), BodyHandlers.ofString()).statusCode());
      for (int expected : List.of(204, 404)) {
        HttpRequest forgetting = request(one).header("X-Api-Key", admin).DELETE().build();
        assertEquals(expected, client.send(forgetting, BodyHandlers.ofString()).statusCode());
      }
    }
  }

  private String key(Role role, String scope) throws Exception {
    return AccessKeys.add(home.path(), "Desk", role, scope, "", Instant.EPOCH, null)
        .told()
        .toString();
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address);
  }

  private static HttpRequest posted(URI address, String form, String... keys) {
    HttpRequest.Builder request =
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    List.of(keys).forEach(key -> request.header("X-Api-Key", key));
    return request.build();
  }
}
