package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an archive holds of which source and time; searches beside each other; members of hits.
final class ArchiveTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static TestClient client;

  @BeforeAll
  static void open() throws Exception {
    client =
        TestClient.of(
            """
            {"id":"a1","source":"Wire","headline":"Harbour war","body":"War at the harbour.","published":"2020-01-01","language":"en"}
            {"id":"a2","source":"Wire","headline":"Harbour peace","body":"Peace at the harbour.","published":"2020-01-02","language":"en"}
            {"id":"a3","source":"Wire","headline":"Der Hafen","body":"Der Hafen ist offen.","published":"2020-01-06","language":"de"}
            {"id":"a4","source":"Wire","headline":"Undated","body":"Nothing."}
            {"id":"b1","source":"Post & Söhne","headline":"War again","body":"War and peace.","published":"2020-01-02T10:00:00Z"}
            {"id":"c1","headline":"Nobody's","body":"Peace.","published":"2020-01-03"}
            """,
            folder);
  }

  @AfterAll
  static void close() throws Exception {
    client.close();
  }

  @Test
  void tellsWhatItHoldsOfEachSource() throws Exception {
    JsonNode answer = json("/api/v1/sources");
    JsonNode wire = answer.get("sources").get(0);
    JsonNode post = answer.get("sources").get(1);

    assertEquals(2, answer.get("sources_total").asInt());
    assertEquals(1, answer.get("unsourced").asInt());
    assertEquals(
        List.of("Wire", "4", "2020-01-01", "2020-01-06"),
        List.of(
            wire.get("source").asString(),
            wire.get("articles").asString(),
            wire.get("first").asString(),
            wire.get("last").asString()));
    assertTrue(
        wire.get("languages")
            .valueStream()
            .anyMatch(each -> each.get("language").asString().equals("de")),
        wire::toString);
    assertEquals("2020-01-02T10:00:00Z", post.get("first").asString());
    assertEquals(1, json(post.get("url").asString()).get("total").get("value").asInt());
  }

  @Test
  void namesTheGapsOfEachSource() throws Exception {
    JsonNode wire = json("/api/v1/coverage?interval=day&source=Wire").get("sources").get(0);
    JsonNode ofTime =
        json("/api/v1/coverage?interval=day&source=Wire&from=2019-12-31&to=2020-01-04")
            .get("sources")
            .get(0);

    assertEquals(List.of("2020-01-01 1", "2020-01-02 1", "2020-01-06 1"), counts(wire));
    assertEquals(List.of("2020-01-03 2020-01-05"), gaps(wire));
    assertEquals(3, wire.get("articles").asInt());
    assertEquals(1, wire.get("undated").asInt());
    assertEquals(List.of("2020-01-01 1", "2020-01-02 1"), counts(ofTime));
    assertEquals(List.of("2019-12-31 2019-12-31", "2020-01-03 2020-01-04"), gaps(ofTime));
    assertEquals(2, json("/api/v1/coverage").get("sources").size());
    String page = client.get("/coverage?interval=day").body();
    assertTrue(page.contains("No articles: January 3, 2020 to January 5, 2020."), page);
    assertTrue(page.contains("Post &amp; Söhne"), page);
  }

  @Test
  void comparesSearchesAsSharesOfWhatWasPrinted() throws Exception {
    JsonNode answer = json("/api/v1/compare?q=war&q=peace&interval=day");
    var points = new ArrayList<String>();
    answer
        .get("items")
        .forEach(point ->
            points.add(
                "%s %s %s %s"
                    .formatted(
                        point.get("value").asString(),
                        point.get("all"),
                        point.get("counts"),
                        point.get("shares"))));

    assertEquals(
        List.of(
            "2020-01-01 1 [1,0] [1.0,0.0]",
            "2020-01-02 2 [1,2] [0.5,1.0]",
            "2020-01-03 1 [0,1] [0.0,1.0]",
            "2020-01-06 1 [0,0] [0.0,0.0]"),
        points);
    assertEquals(List.of("2020-01-04 2020-01-05"), gaps(answer));
    assertEquals("war", answer.get("searches").get(0).get("query").get("text").asString());
    assertEquals(2, answer.get("searches").get(0).get("total").get("value").asInt());
    // what else a search takes holds for all of them
    assertEquals(
        1,
        json("/api/v1/compare?q=war&q=peace&source=Wire")
            .get("searches")
            .get(1)
            .get("total")
            .get("value")
            .asInt());
    String page = client.get("/compare?q=war&q=&q=peace&interval=day").body();
    assertTrue(page.contains("<title>January 2, 2020: 1 of 2, 50%</title>"), page);
    assertFalse(client.get("/compare?q=war").body().contains("<svg"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/sources?q=a, param.unknown",
    "/api/v1/coverage?q=a, param.unknown",
    "/api/v1/coverage?interval=hour, param.invalid",
    "/api/v1/coverage?from=x, param.invalid",
    "/api/v1/compare?q=a, param.invalid",
    "/api/v1/compare?q=a&q=b&q=c&q=d&q=e&q=f, param.invalid",
    "/api/v1/compare?q=a&q=%22b, query.unbalanced-quote",
    "/api/v1/compare?q=a&q=b&x=1, param.unknown",
    "/api/v1/search?fields=headlines, param.invalid"
  })
  void refusesWhatItCannotRead(String path, String code) throws Exception {
    assertEquals(code, json(path).get("code").asString(), path);
  }

  @Test
  void leavesOutMembersThatNobodyWants() throws Exception {
    JsonNode answer = json("/api/v1/search?q=war&fields=headline,Published&limit=1");
    JsonNode hit = answer.get("hits").get(0);
    JsonNode next = json(answer.get("links").get("next").asString()).get("hits").get(0);
    JsonNode refused = json("/api/v1/search?fields=headlin");
    JsonNode lenient = json("/api/v1/search?fields=headlin&lenient=true");

    assertEquals(List.of("id", "headline", "published"), names(hit));
    assertEquals(List.of("id", "headline", "published"), names(next));
    assertEquals("headline", refused.get("suggestion").asString());
    assertEquals("fields", refused.get("parameter").asString());
    assertEquals(List.of("id"), names(lenient.get("hits").get(0)));
    assertEquals(1, lenient.get("query").get("warnings").size());
    assertEquals(
        names(hit),
        names(
            JsonMapper.shared()
                .readTree(
                    client
                        .post(
                            "/api/v1/search",
                            "application/json",
                            "{\"q\":\"war\",\"fields\":\"headline,published\"}")
                        .body())
                .get("hits")
                .get(0)));
  }

  private static List<String> names(JsonNode hit) {
    return hit.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  private static List<String> counts(JsonNode source) {
    return source
        .get("items")
        .valueStream()
        .map(bar -> bar.get("value").asString() + " " + bar.get("count"))
        .toList();
  }

  private static List<String> gaps(JsonNode of) {
    return of.get("gaps")
        .valueStream()
        .map(gap -> gap.get("from").asString() + " " + gap.get("to").asString())
        .toList();
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(client.get(path).body());
  }
}
