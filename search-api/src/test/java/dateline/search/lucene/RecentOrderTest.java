package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Explanation;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A little more for what is recent: `boost=recent`.
final class RecentOrderTest {
  /// The first is the best by words, and old; the others are alike but for their dates.
  private static final String ARTICLES =
      """
      {"id":"best","headline":"Strike at the harbour","body":"The strike goes on.","published":"2001-01-01"}
      {"id":"month","headline":"Talks","body":"A strike was called off by night workers.","published":"2020-05-02"}
      {"id":"new","headline":"Talks","body":"A strike was called off by day workers.","published":"2020-06-01"}
      {"id":"old","headline":"Talks","body":"A strike was called off by dock workers.","published":"1990"}
      {"id":"undated","headline":"Talks","body":"A strike was called off by some workers."}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @BeforeAll
  static void open() throws Exception {
    var home = IndexedHome.at(folder.resolve("home"));
    home.index(Files.writeString(folder.resolve("a.jsonl"), ARTICLES));
    engine = home.open();
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  @Test
  void addsUpToTwelfthOfTheBestScore() throws IOException {
    Map<String, Double> before = scores(search("none", 10, null).hits());
    List<Hit> hits = search("recent", 10, null).hits();
    Map<String, Double> after = scores(hits);
    double best = before.getOrDefault("best", 0.0);

    assertEquals(List.of("best", "new", "month", "old", "undated"), ids(hits));
    assertEquals(0.08 * best, added("new", before, after), 1e-4);
    assertEquals(0.04 * best, added("month", before, after), 1e-4);
    assertTrue(added("old", before, after) < 0.001 * best);
    assertEquals(0, added("undated", before, after));
  }

  @Test
  void goesOnAtItsCursorAndIsExplained() throws IOException {
    var ids = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      SearchPage page = search("recent", 2, cursor);
      ids.addAll(ids(page.hits()));
      cursor = page.nextCursor();
    } while (cursor != null);
    Hit second = search("recent", 10, null).hits().get(1);
    Explanation explained = engine.explain(request("recent", 10, null), second.id()).orElseThrow();

    assertEquals(List.of("best", "new", "month", "old", "undated"), ids);
    assertEquals(second.score(), explained.score(), 1e-4);
    assertTrue(
        explained.details().get(1).text().startsWith("how recent it is"), explained::toString);
  }

  private static double added(String id, Map<String, Double> before, Map<String, Double> after) {
    return after.getOrDefault(id, 0.0) - before.getOrDefault(id, 0.0);
  }

  private static Map<String, Double> scores(List<Hit> hits) {
    var scores = new HashMap<String, Double>();
    hits.forEach(hit -> scores.put(hit.id().value(), hit.score()));
    return scores;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.id().value()).toList();
  }

  private static SearchPage search(String boost, int limit, @Nullable String cursor)
      throws IOException {
    return engine.search(request(boost, limit, cursor));
  }

  private static SearchRequest request(String boost, int limit, @Nullable String cursor) {
    var parameters = new HashMap<String, List<String>>();
    parameters.put("q", List.of("strike"));
    parameters.put("collapse", List.of("none"));
    parameters.put("boost", List.of(boost));
    parameters.put("limit", List.of(Integer.toString(limit)));
    if (cursor != null) {
      parameters.put("cursor", List.of(cursor));
    }
    return new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters).request();
  }
}
