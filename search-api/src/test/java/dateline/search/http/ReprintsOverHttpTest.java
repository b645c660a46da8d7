package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.Golden;
import dateline.search.memory.MemoryEngine;
import dateline.search.memory.SmallArchive;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Articles of which two are reprints of a third.
final class ReprintsOverHttpTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @SuppressWarnings("NullAway.Init") // opened before all
  private static TestClient client;

  @BeforeAll
  static void open() throws IOException {
    MemoryEngine archive = SmallArchive.engineWithReprints();
    client = TestClient.open(archive, archive);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search-folded.html    | /search?q=chips+tokyo
          search-unfolded.html  | /search?q=chips+tokyo&collapse=none&limit=2
          search-story.html     | /search?q=chips+tokyo&collapse=none&story=post-4
          article-reprints.html | /a/wire%2F1987-03-02%231
          """)
  void showsPages(String file, String path) throws Exception {
    String page = client.get(path).body();

    Golden.check(file, page.replaceAll("-[0-9a-f]{12}[.]", "-HASH."));
  }

  @Test
  void foldsForPrograms() throws Exception {
    JsonNode folded = search("q=chips+tokyo&facet=source");

    assertEquals(
        "{\"total\":3,\"groups\":1,\"hits\":1,\"count\":2,\"from\":[\"The Harbour Gazette\",2]}",
        told(folded));
    String url = folded.get("hits").get(0).get("duplicates").get("url").asString();
    assertEquals(
        "/api/v1/search?collapse=none&facet=source&match=auto&q=chips%20tokyo&sort=relevance"
            + "&story=post-4",
        url);
    JsonNode copies = JSON.readTree(client.get(url).body());
    assertEquals(
        "{\"total\":3,\"groups\":1,\"hits\":3,\"count\":null,\"from\":[\"The Harbour Gazette\",2]}",
        told(copies));
    assertEquals("{\"story\":[\"post-4\"]}", copies.get("query").get("filters").toString());
  }

  /// What leads is left out by a filter.
  @Test
  void letsTheNextOneLead() throws Exception {
    JsonNode hits = search("q=chips+tokyo&source.not=Meridian+Wire&sort=oldest").get("hits");

    assertEquals(1, hits.size());
    assertEquals("gazette:chips", hits.get(0).get("id").asString());
    assertEquals(1, hits.get(0).get("duplicates").get("count").asInt());
  }

  @Test
  void namesTheCopiesOfAnArticle() throws Exception {
    JsonNode article = JSON.readTree(client.get("/api/v1/articles/gazette:chips").body());

    assertEquals("[\"wire/1987-03-02#1\",\"post-4\"]", article.get("duplicates").toString());
  }

  private static JsonNode search(String query) throws Exception {
    return JSON.readTree(client.get("/api/v1/search?" + query).body());
  }

  private static String told(JsonNode answer) {
    JsonNode leader = answer.get("hits").get(0).get("duplicates");
    JsonNode source = answer.get("facets").get("source").get("items").get(0);
    var told = JSON.createObjectNode();
    told.set("total", answer.get("total").get("value"));
    told.set("groups", answer.get("groups").get("value"));
    told.put("hits", answer.get("hits").size());
    told.set("count", leader.isNull() ? leader : leader.get("count"));
    told.putPOJO("from", List.of(source.get("value").asString(), source.get("count").asInt()));
    return JSON.writeValueAsString(told);
  }
}
