package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.AccessKey.Role;
import dateline.corpus.store.AccessKeys;
import dateline.index.IndexOptions.Mode;
import dateline.search.access.AccessRules;
import dateline.search.access.Rate;
import dateline.search.access.TrustedProxies;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who may ask for what, what they see of it, and how often.
final class AccessTest {
  private static final String PERSON = "xavier-quorvandel";
  private static final String WORD = "quorvandel";

  /// In the text of the article alone that a key does not show.
  private static final List<String> MARKS = List.of(WORD, "hushwire", "veilsection", "murmurton");

  private static final AccessRules KEYS_ALONE =
      new AccessRules(null, null, TrustedProxies.of(List.of()), List.of());

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // made before all
  private static IndexedHome home;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void index() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    var lines = new StringBuilder();
    lines.append(
        """
        {"id": "shown", "source": "Wire", "headline": "Banker jailed in Lima", "body": "A banker was jailed in Lima for two years and will appeal.", "published": "2026-11-22"}
        {"id": "e", "source": "Hushwire", "section": "Veilsection", "headline": "Xavier Quorvandel jailed in Murmurton", "body": "Xavier Quorvandel was jailed in Murmurton near Lima for two years. Mr. Quorvandel, a banker, will appeal, said Quorvandel's lawyer.", "published": "2026-11-22"}
        {"id": "f", "source": "Hushwire", "section": "Veilsection", "headline": "Banker jailed in Lima", "body": "A banker was jailed in Lima for two years and will appeal.", "published": "2026-11-22"}
        """);
    IntStream.range(0, 20)
        .mapToObj(
            "{\"id\": \"a%1$d\", \"source\": \"Wire\", \"headline\": \"Harvest report %1$d\", \"body\": \"Farmers in Peru told of harvest number %1$d.\", \"published\": \"2026-11-21\"}%n"
                ::formatted)
        .forEach(lines::append);
    home.index(Files.writeString(folder.resolve("delivery.jsonl"), lines.toString()));
  }

  private static String key(Role role, String scope, String rate) throws Exception {
    return AccessKeys.add(home.path(), "Desk", role, scope, rate, Instant.EPOCH, null)
        .told()
        .toString();
  }

  @Test
  void aKeyForOneSourceShowsNothingOfAnother() throws Exception {
    String key = key(Role.EXPORT, "source=Wire", "");
    try (var server = home.serve()) {
      var all = new DoorWalk(server.address(), client);
      var part = new DoorWalk(server.address(), client, "Authorization", "Bearer " + key);
      assertFalse(DoorWalk.telling(all.answers("e", PERSON, WORD), MARKS).isEmpty());

      assertHidden(part);
      assertTrue(part.get("/api/v1/search?q=banker").body().contains("Banker jailed in Lima"));
    }
  }

  @Test
  void aPartHoldsInTheNextIndexTooAndInListsThatGoOn() throws Exception {
    String key = key(Role.EXPORT, "source=Wire", "");
    try (var server = home.serve()) {
      var part = new DoorWalk(server.address(), client, "X-Api-Key", key);
      JsonNode first = json(part.get("/api/v1/search?limit=5"));
      String state = first.get("generation").asString();

      home.index(Mode.FULL, Set.of(), folder.resolve("delivery.jsonl"));
      while (json(part.get("/api/v1/status")).get("generation").asString().equals(state)) {
        Thread.onSpinWait(); // the server looks twice a second
      }

      assertHidden(part);
      var ids = new ArrayList<String>();
      JsonNode page = first;
      while (page != null) {
        page.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
        JsonNode next = page.get("links").path("next");
        page = next.isString() ? json(part.get(next.asString())) : null;
      }
      assertEquals(21, Set.copyOf(ids).size());
      assertEquals(21, ids.size());
    }
  }

  private static void assertHidden(DoorWalk part) throws Exception {
    Map<String, DoorWalk.Answer> answers = part.answers("e", PERSON, WORD);
    assertEquals(List.of(), DoorWalk.telling(answers, MARKS));
    assertEquals(404, part.get("/api/v1/articles/e").status());
    assertEquals(404, part.get("/a/e").status());
    assertEquals(404, part.get("/api/v1/entities/person/" + PERSON).status());
    assertEquals(21, total(part, "/api/v1/search"));
    assertEquals(0, total(part, "/api/v1/search?q=" + WORD));
    assertEquals(0, total(part, "/api/v1/search?source=Hushwire"));
    assertEquals(21, json(part.get("/api/v1/status")).get("articles").intValue());
    JsonNode banker = json(part.get("/api/v1/search?q=banker&facet=source"));
    assertEquals(1, banker.get("groups").get("value").intValue());
    assertEquals(0, banker.get("hits").get(0).path("duplicates").path("count").intValue(0));
    assertEquals(1, banker.get("facets").get("source").get("items").size());
    assertFalse(part.get("/api/v1/search.atom").body().contains("deleted-entry"));
  }

  @Test
  void whatTwoPartsAreToldOfOneAddressHasDifferentTags() throws Exception {
    String wire = key(Role.READ, "source=Wire", "");
    String hushwire = key(Role.READ, "source=Hushwire", "");
    try (var server = home.serve()) {
      URI address = server.address().resolve("/api/v1/search?q=banker");
      String tag = tag(get(address, "X-Api-Key", wire));

      assertEquals(tag, tag(get(address, "X-Api-Key", wire)));
      assertFalse(tag.equals(tag(get(address, "X-Api-Key", hushwire))));
      assertFalse(tag.equals(tag(get(address))));
      HttpResponse<String> kept = get(address, "X-Api-Key", wire, "If-None-Match", tag);
      assertEquals(304, kept.statusCode());
      assertTrue(kept.headers().allValues("Vary").toString().contains("Authorization"));
      assertEquals(
          "private, no-cache",
          get(address, "X-Api-Key", wire).headers().firstValue("Cache-Control").orElse(""));
    }
  }

  @Test
  void withoutAnonymousReadingAKeyIsAskedFor() throws Exception {
    String key = key(Role.READ, "", "");
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("anyone:" + key).getBytes(StandardCharsets.UTF_8));
    try (var server = home.serve(KEYS_ALONE)) {
      for (String path :
          List.of("/", "/search?q=banker", "/a/shown", "/api/v1/search", "/api/v1/search.atom")) {
        URI address = server.address().resolve(path);
        HttpResponse<String> refused = get(address);
        assertEquals(401, refused.statusCode(), path);
        assertEquals(
            List.of("Basic realm=\"Dateline\", charset=\"UTF-8\"", "Bearer realm=\"Dateline\""),
            refused.headers().allValues("WWW-Authenticate"));
        assertFalse(refused.body().contains("Lima"), refused::body);
        assertEquals(200, get(address, "Authorization", basic).statusCode(), path);
        assertEquals(200, get(address, "Authorization", "bearer " + key).statusCode(), path);
        for (String wrong : List.of("Bearer " + key + "0", "Basic §", "Digest x", "Bearer ", "")) {
          assertEquals(401, get(address, "Authorization", wrong).statusCode(), wrong);
        }
      }
      for (String open : List.of("/livez", "/readyz", "/openapi.json", "/robots.txt")) {
        assertEquals(200, get(server.address().resolve(open)).statusCode(), open);
      }
    }
  }

  @Test
  void aKeyThatReadsDoesNotExport() throws Exception {
    String reading = key(Role.READ, "", "");
    String exporting = key(Role.EXPORT, "", "");
    try (var server = home.serve(KEYS_ALONE)) {
      URI list = server.address().resolve("/api/v1/search.csv");

      HttpResponse<String> refused = get(list, "X-Api-Key", reading);
      assertEquals(403, refused.statusCode());
      assertEquals("key.insufficient", json(refused.body()).get("code").asString());
      assertEquals(200, get(list, "X-Api-Key", exporting).statusCode());
    }
  }

  @Test
  void figuresOfTheWholeArchiveAreForWhoMaySeeAllOfIt() throws Exception {
    String operator = key(Role.ADMIN, "", "");
    String reader = key(Role.EXPORT, "", "");
    String ofPart = key(Role.ADMIN, "source=Wire", "");
    try (var server = home.serve(KEYS_ALONE)) {
      URI metrics = server.address().resolve("/metrics");

      assertEquals(401, get(metrics).statusCode());
      assertEquals(200, get(metrics, "X-Api-Key", operator).statusCode());
      assertEquals(403, get(metrics, "X-Api-Key", reader).statusCode());
      assertEquals(403, get(metrics, "X-Api-Key", ofPart).statusCode());
      URI saved = server.address().resolve("/api/v1/saved");
      assertEquals(200, get(saved, "X-Api-Key", reader).statusCode());
      assertEquals(403, get(saved, "X-Api-Key", ofPart).statusCode());
    }
  }

  @Test
  void aRevokedKeyAndAnExpiredOneOpenNothing() throws Exception {
    AccessKeys.Issued issued =
        AccessKeys.add(home.path(), "Desk", Role.READ, "", "", Instant.EPOCH, null);
    String past =
        AccessKeys.add(
                home.path(), "Old", Role.READ, "", "", Instant.EPOCH, IndexedHome.CLOCK.instant())
            .told()
            .toString();
    try (var server = home.serve()) {
      URI address = server.address().resolve("/api/v1/status");
      assertEquals(401, get(address, "X-Api-Key", past).statusCode());
      assertEquals(200, get(address, "X-Api-Key", issued.told().toString()).statusCode());

      assertTrue(AccessKeys.revoke(home.path(), issued.key().id(), Instant.EPOCH));
      while (get(address, "X-Api-Key", issued.told().toString()).statusCode() == 200) {
        Thread.onSpinWait(); // the server looks twice a second
      }

      assertEquals(401, get(address, "X-Api-Key", issued.told().toString()).statusCode());
      assertFalse(AccessKeys.revoke(home.path(), issued.key().id(), Instant.EPOCH));
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() throws Exception {
    String own = key(Role.READ, "", "3/h");
    var rules =
        new AccessRules(
            Role.READ, new Rate(2, "min"), TrustedProxies.of(List.of("127.0.0.1")), List.of());
    try (var server = home.serve(rules)) { // whose clock stands still
      URI address = server.address().resolve("/api/v1/status");

      assertEquals(
          "\"default\";q=2;w=60", get(address).headers().firstValue("RateLimit-Policy").orElse(""));
      assertEquals(
          "\"default\";r=0;t=60", get(address).headers().firstValue("RateLimit").orElse(""));
      HttpResponse<String> refused = get(address);
      assertEquals(429, refused.statusCode());
      assertEquals("30", refused.headers().firstValue("Retry-After").orElse(""));
      assertEquals("rate.exceeded", json(refused.body()).get("code").asString());
      assertEquals(200, get(address, "X-Forwarded-For", "192.0.2.7").statusCode());
      assertEquals(429, get(address, "X-Forwarded-For", "192.0.2.7, junk").statusCode());
      for (int expected : List.of(200, 200, 200, 429)) {
        assertEquals(expected, get(address, "X-Api-Key", own).statusCode());
      }
    }
  }

  @Test
  void scriptsOfListedSitesMayAsk() throws Exception {
    var rules =
        new AccessRules(
            Role.EXPORT, null, TrustedProxies.of(List.of()), List.of("https://news.example.org"));
    try (var server = home.serve(rules)) {
      URI address = server.address().resolve("/api/v1/search?q=banker");
      HttpResponse<String> answer = get(address, "Origin", "https://news.example.org");

      assertEquals(
          "https://news.example.org",
          answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
      assertTrue(answer.headers().allValues("Vary").toString().contains("Origin"));
      assertFalse(
          get(address, "Origin", "https://other.example.org")
              .headers()
              .firstValue("Access-Control-Allow-Origin")
              .isPresent());
      HttpResponse<String> preflight =
          client.send(
              HttpRequest.newBuilder(address)
                  .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                  .header("Origin", "https://news.example.org")
                  .header("Access-Control-Request-Method", "GET")
                  .header("Access-Control-Request-Headers", "authorization")
                  .build(),
              BodyHandlers.ofString());
      assertEquals(204, preflight.statusCode());
      assertTrue(
          preflight
              .headers()
              .firstValue("Access-Control-Allow-Headers")
              .orElse("")
              .contains("Authorization"));
    }
  }

  private HttpResponse<String> get(URI address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static int total(DoorWalk walk, String path) throws Exception {
    return json(walk.get(path)).get("total").get("value").intValue();
  }

  private static JsonNode json(DoorWalk.Answer answer) {
    return json(answer.body());
  }

  private static JsonNode json(@Nullable String body) {
    return JsonMapper.shared().readTree(body);
  }
}
