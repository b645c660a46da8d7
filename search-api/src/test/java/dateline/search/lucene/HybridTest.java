package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.index.IndexOptions;
import dateline.index.IndexOptions.Wish;
import dateline.index.meaning.TextEncoder;
import dateline.search.IndexedHome;
import dateline.search.PluginJar;
import dateline.search.Server;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.Reranker;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hits in the order of words and meaning, by a model that its owner plugged in: one to which texts
/// mean the letters that their words begin with.
final class HybridTest {
  private static final long SEED = Long.getLong("test.seed", 17);

  private static final String WHEAT =
      """
      package acme;

      import dateline.search.engine.Reranker;
      import java.util.List;

      public final class Wheat implements Reranker {
        @Override
        public int hits() {
          return 10;
        }

        @Override
        public int words() {
          return 1000;
        }

        @Override
        public float[] scores(String query, List<String> texts) {
          float[] scores = new float[texts.size()];
          for (int i = 0; i < scores.length; i++) {
            scores[i] = query.equals("fire") ? texts.get(i).split("wheat", -1).length : 0;
          }
          return scores;
        }
      }
      """;

  private static final String[] WORDS = {
    "harbour", "fire", "bank", "strike", "border", "treaty", "storm", "vote", "wheat", "yard"
  };

  private final Random random = new Random(SEED);
  private final Map<String, String> texts = new HashMap<>();

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  @SuppressWarnings("NullAway.Init")
  private PluginJar plugin;

  @BeforeEach
  void plugIn() throws IOException {
    System.out.println("random archive of seed " + SEED + "; choose another by -Dtest.seed=");
    home = IndexedHome.at(folder.resolve("home"));
    plugin = new PluginJar(home.path(), TextEncoder.class);
    plugIn("1");
  }

  private void plugIn(String version) throws IOException {
    plugin.offer("acme.Initials", InitialsModel.source(version, read()));
  }

  private Path read() {
    return folder.resolve("read");
  }

  @Test
  void ordersTheFirstHitsByWordsAndMeaningAndFindsTheSame() throws Exception {
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), articles("a", 300));
    RankingWeights weights = RankingWeights.shipped();
    try (LuceneEngine engine = home.open()) {
      for (String query : List.of("harbour", "fire strike", "storm OR vote", "\"bank strike\"")) {
        List<Hit> byWords = all(engine, query, "lexical", "none", 100);
        List<Hit> hits = all(engine, query, "hybrid", "none", 100);

        int first = Math.min(weights.firstHits(), byWords.size());
        Map<String, Double> expected = expected(byWords.subList(0, first), query, weights);
        for (int i = 0; i < hits.size(); i++) {
          String id = hits.get(i).id().value();
          if (i < first) {
            double score = score(hits.get(i));
            assertEquals(expected.getOrDefault(id, -1.0), score, 0.01 * score, query + ": " + id);
            assertTrue(i == 0 || score <= score(hits.get(i - 1)), query + ": " + id);
          } else {
            assertEquals(byWords.get(i).id(), hits.get(i).id(), query);
          }
        }
        assertEquals(byWords.size(), hits.size(), query);
        assertEquals(
            page(engine, query, "lexical", "none", 0, null).total(),
            page(engine, query, "hybrid", "none", 0, null).total());
      }
    }
  }

  /// As the rules say it, over unrounded vectors.
  private Map<String, Double> expected(List<Hit> byWords, String query, RankingWeights weights) {
    double[] asked = InitialsModel.vector(query.replaceAll("OR|\"", ""));
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    var likeness = new HashMap<String, Double>();
    for (Hit hit : byWords) {
      double each = 0;
      double[] meant = InitialsModel.vector(texts.getOrDefault(hit.id().value(), ""));
      for (int i = 0; i < meant.length; i++) {
        each += meant[i] * asked[i];
      }
      likeness.put(hit.id().value(), each);
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    double low = score(byWords.getLast());
    double range = score(byWords.getFirst()) - low;
    var expected = new HashMap<String, Double>();
    for (Hit hit : byWords) {
      double meaning = (likeness.getOrDefault(hit.id().value(), 0.0) - least) / (most - least);
      double share = weights.meaningShare();
      expected.put(
          hit.id().value(),
          (1 - share) * score(hit) + share * (low + (range > 0 ? range : 1) * meaning));
    }
    return expected;
  }

  private static double score(Hit hit) {
    return hit.score();
  }

  @Test
  void goesOnAtItsCursorFoldedOrNot() throws Exception {
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), articles("a", 250));
    try (LuceneEngine engine = home.open()) {
      for (String collapse : List.of("none", "duplicates")) {
        List<String> whole = ids(all(engine, "fire", "hybrid", collapse, 100));

        assertEquals(whole, ids(all(engine, "fire", "hybrid", collapse, 7)), collapse);
        assertEquals(
            whole.subList(30, 60),
            ids(
                engine
                    .search(request("fire", "hybrid", collapse, Map.of("limit", "30", "page", "2")))
                    .hits()),
            collapse);
      }
    }
  }

  @Test
  void aRerankerHasTheLastWordOnTheFirstHits() throws Exception {
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), articles("a", 250));
    List<Hit> without;
    try (LuceneEngine engine = home.open()) {
      without = all(engine, "fire", "hybrid", "none", 100);
    }
    new PluginJar(home.path(), Reranker.class).offer("acme.Wheat", WHEAT);
    try (LuceneEngine engine = home.open()) {
      List<Hit> hits = all(engine, "fire", "hybrid", "none", 3);
      Comparator<String> mostWheat =
          Comparator.comparingInt(id -> -texts.getOrDefault(id, "").split("wheat", -1).length);

      assertEquals(
          ids(without).subList(0, 10).stream().sorted(mostWheat).toList(),
          ids(hits).subList(0, 10));
      assertEquals(ids(without).subList(10, without.size()), ids(hits).subList(10, hits.size()));
      assertEquals(
          without.stream().map(HybridTest::score).toList(),
          hits.stream().map(HybridTest::score).toList());
      var explained =
          engine.explain(request("fire", "hybrid", "none", Map.of()), hits.getFirst().id());
      assertEquals(score(hits.getFirst()), explained.orElseThrow().score(), 1e-4);
    }
  }

  @Test
  void isExplained() throws Exception {
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), articles("a", 250));
    try (LuceneEngine engine = home.open()) {
      List<Hit> hits = all(engine, "fire", "hybrid", "none", 100);
      SearchRequest request = request("fire", "hybrid", "none", Map.of());
      var first = engine.explain(request, hits.getFirst().id()).orElseThrow();
      var last = engine.explain(request, hits.getLast().id()).orElseThrow();

      assertTrue(hits.size() > 100, () -> hits.size() + " hits");
      assertEquals(score(hits.getFirst()), first.score(), 1e-4);
      assertTrue(first.details().get(1).text().startsWith("what it means"), first::toString);
      assertEquals(score(hits.getLast()), last.score(), 1e-4);
      assertTrue(last.details().get(1).text().contains("not among the first"), last::toString);
    }
  }

  @Test
  void noTextIsReadTwice() throws Exception {
    Path source = articles("a", 20);
    home.index(source);
    assertTrue(Files.notExists(read()), "nobody asked for vectors");
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), source);
    assertEquals(20, Files.size(read()));

    home.index(IndexOptions.Mode.REBUILD, Set.of(), source);
    assertEquals(20, Files.size(read()), "a rebuild reads none again");

    home.index(articles("b", 3));
    assertEquals(23, Files.size(read()), "a night reads what is new");

    plugIn("2");
    home.index(articles("c", 1));
    assertEquals(47, Files.size(read()), "another model reads all");
    try (LuceneEngine engine = home.open()) {
      assertEquals(24, all(engine, "", "hybrid", "none", 100).size());
    }
  }

  @Test
  void endsWhenAsked() throws Exception {
    Path source = articles("a", 20);
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), source);
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.NO_VECTORS), source);
    plugin.remove();
    home.index(articles("b", 1));

    try (LuceneEngine engine = home.open()) {
      assertEquals(21, page(engine, "", "lexical", "none", 20, null).total());
      assertThrows(
          SearchEngine.NoVectors.class, () -> page(engine, "fire", "hybrid", "none", 20, null));
    }
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    plugin.remove();
    Path source = articles("a", 5);
    var unwilling =
        assertThrows(
            IOException.class,
            () -> home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), source));
    assertTrue(String.valueOf(unwilling.getMessage()).contains("vectors need a model"));

    home.index(source);
    try (Server server = home.serve()) {
      HttpResponse<String> answer = get(server, "/api/v1/search?q=fire&mode=hybrid");
      assertEquals(409, answer.statusCode());
      assertTrue(answer.body().contains("\"code\":\"mode.unavailable\""), answer.body());
      assertTrue(answer.body().contains("run dateline index --vectors"), answer.body());
    }

    plugIn("1");
    home.index(IndexOptions.Mode.INCREMENTAL, Set.of(Wish.VECTORS), source);
    plugin.remove();
    var lost = assertThrows(IOException.class, () -> home.index(articles("b", 1)));
    assertTrue(String.valueOf(lost.getMessage()).contains("--no-vectors"), lost::toString);
  }

  /// Twenty words each from a short list; every tenth is the one before it, once more.
  private Path articles(String prefix, int count) throws IOException {
    var lines = new ArrayList<String>();
    String body = "";
    for (int i = 0; i < count; i++) {
      if (i % 10 != 9) {
        var words = new ArrayList<String>();
        for (int word = 0; word < 20; word++) {
          words.add(WORDS[random.nextInt(WORDS.length)]);
        }
        body = String.join(" ", words);
      }
      String id = prefix + i;
      texts.put(id, "News. " + body);
      lines.add(
          "{\"id\":\"%s\",\"headline\":\"News\",\"body\":\"%s\",\"published\":\"2020-01-01\"}"
              .formatted(id, body));
    }
    return Files.write(folder.resolve(prefix + ".jsonl"), lines);
  }

  private static HttpResponse<String> get(Server server, String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(server.address().resolve(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).map(ArticleId::value).toList();
  }

  private static List<Hit> all(
      LuceneEngine engine, String query, String mode, String collapse, int limit)
      throws IOException {
    var hits = new ArrayList<Hit>();
    @Nullable String cursor = null;
    do {
      SearchPage page = page(engine, query, mode, collapse, limit, cursor);
      hits.addAll(page.hits());
      cursor = page.nextCursor();
    } while (cursor != null);
    return hits;
  }

  private static SearchPage page(
      LuceneEngine engine,
      String query,
      String mode,
      String collapse,
      int limit,
      @Nullable String cursor)
      throws IOException {
    var more = new HashMap<>(Map.of("limit", Integer.toString(limit)));
    if (cursor != null) {
      more.put("cursor", cursor);
    }
    return engine.search(request(query, mode, collapse, more));
  }

  private static SearchRequest request(
      String query, String mode, String collapse, Map<String, String> more) {
    var parameters = new HashMap<String, List<String>>();
    parameters.put("q", List.of(query));
    parameters.put("mode", List.of(mode));
    parameters.put("collapse", List.of(collapse));
    more.forEach((name, value) -> parameters.put(name, List.of(value)));
    return new RequestReader(DoorDefaults.PAGE, IndexedHome.CLOCK).read(parameters).request();
  }
}
