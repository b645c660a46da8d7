package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Published;
import dateline.search.engine.Coverage;
import dateline.search.engine.SourceHoldings;
import dateline.search.engine.StoredArticle;
import dateline.search.memory.MemoryEngine;
import dateline.search.oai.OaiProvider;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An archive of more sources than one answer lists.
final class ManySourcesTest {
  private static final int SOURCES = OaiProvider.SETS_MAX + 1;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static TestClient client;

  /// One article of each; the last one has two.
  @BeforeAll
  static void open() throws Exception {
    String articles =
        IntStream.rangeClosed(1, SOURCES)
            .mapToObj(number -> article(number, "2000-01-01"))
            .collect(Collectors.joining());
    String older = article(SOURCES, "1999-01-01").replace("\"id\":\"", "\"id\":\"old-");
    client = TestClient.of(articles + older, folder);
  }

  private static String article(int number, String day) {
    return """
    {"id":"%1$d","source":"Paper %1$04d","headline":"Harbour %1$d","body":"It is open.","published":"%2$s"}
    """
        .formatted(number, day);
  }

  @AfterAll
  static void close() throws Exception {
    client.close();
  }

  @Test
  void theLargestSourcesAreTold() throws Exception {
    JsonNode answer = json("/api/v1/sources");

    assertEquals(SOURCES, answer.get("sources_total").asInt());
    assertEquals(SourceHoldings.SOURCES_MAX, answer.get("sources").size());
    assertEquals("Paper 1001", answer.get("sources").get(0).get("source").asString());
  }

  @Test
  void theCoverageOfTheLargestSourcesIsCountedAndOfAnyThatIsNamed() throws Exception {
    JsonNode largest = json("/api/v1/coverage?interval=year");
    JsonNode named = json("/api/v1/coverage?interval=year&source=Paper+0999");

    assertEquals(SOURCES, largest.get("sources_total").asInt());
    assertEquals(Coverage.SOURCES_MAX, largest.get("sources").size());
    assertEquals("Paper 0999", named.get("sources").get(0).get("source").asString());
    assertEquals(1, named.get("sources").size());
  }

  @Test
  void moreCountsThanOneAnswerHasAreAnError() throws Exception {
    List<StoredArticle> everyDay =
        LocalDate.of(1950, 1, 1)
            .datesUntil(LocalDate.of(1950, 1, 1).plusDays(Coverage.BARS_MAX + 1))
            .map(day ->
                new StoredArticle(
                    Article.builder(day.toString())
                        .source("Paper")
                        .headline("Harbour")
                        .published(new Published.OnDay(day))
                        .build(),
                    List.of(),
                    List.of()))
            .toList();
    var archive = new MemoryEngine(everyDay);
    try (var daily = TestClient.open(archive, archive)) {
      HttpResponse<String> answer = daily.get("/api/v1/coverage?interval=day");

      assertEquals(400, answer.statusCode());
      assertEquals(
          "That would be more than 20000 counts; ask for a wider interval or fewer sources.",
          JsonMapper.shared().readTree(answer.body()).get("detail").asString());
      assertEquals(200, daily.get("/api/v1/coverage?interval=month").statusCode());
    }
  }

  /// Beside the one of all.
  @Test
  void theLargestSourcesAreSetsOfHarvesters() throws Exception {
    String sets = client.get("/oai?verb=ListSets").body();

    assertEquals(
        OaiProvider.SETS_MAX + 1, Pattern.compile("<setSpec>").matcher(sets).results().count());
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(client.get(path).body());
  }
}
