package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.Suggestions;
import dateline.search.engine.VersionText;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TroubleTest {
  /// What an engine does instead of an answer.
  private interface Trouble {
    SearchPage happen() throws IOException;
  }

  private record TroubledEngine(Trouble ofSearch, Trouble ofStatus) implements SearchEngine {
    @Override
    public SearchPage search(SearchRequest request) throws IOException {
      return ofSearch.happen();
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, ArticleId id) throws IOException {
      throw new IllegalStateException("no explanation but " + ofSearch.happen());
    }

    @Override
    public Optional<EntityProfile> entity(EntityKind kind, String id) throws IOException {
      throw new IllegalStateException("no entity but " + ofSearch.happen());
    }

    @Override
    public List<Similar> similar(ArticleId id, int limit) throws IOException {
      ofSearch.happen();
      return List.of();
    }

    @Override
    public List<Hit> thread(ArticleId id) throws IOException {
      ofSearch.happen();
      return List.of();
    }

    @Override
    public FacetValues values(FacetValues.Request request) throws IOException {
      throw new IllegalStateException("no values but " + ofSearch.happen());
    }

    @Override
    public Suggestions suggest(String typed, int limit) throws IOException {
      throw new IllegalStateException("no suggestions but " + ofSearch.happen());
    }

    @Override
    public EngineStatus status() throws IOException {
      ofStatus.happen();
      return new EngineStatus("none", "", "0", "0", 0, Instant.EPOCH, 1);
    }

    @Override
    public void close() {}
  }

  private static final class NoTexts implements ArticleTexts {
    @Override
    public Optional<StoredArticle> find(ArticleId id) {
      return Optional.empty();
    }

    @Override
    public List<ArticleVersion> versions(ArticleId id) {
      return List.of();
    }

    @Override
    public Optional<VersionText> version(ArticleId id, int number) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "no-generation, /api/v1/search, 503, index.none",
    "no-generation, /readyz, 503, index.none",
    "no-generation, /api/v1/status, 503, index.none",
    "timeout, /api/v1/search, 503, search.timeout",
    "timeout, /api/v1/facets/place, 503, search.timeout",
    "no-generation, /api/v1/suggest?q=j, 503, index.none",
    "disk, /api/v1/search, 500, server.fault",
    "bug, /api/v1/search, 500, server.fault"
  })
  void tellsProgramsOfTrouble(String kind, String path, int status, String code) throws Exception {
    try (var client = client(kind)) {
      HttpResponse<String> response = client.get(path);

      JsonNode problem = new JsonMapper().readTree(response.body());
      assertEquals(status, response.statusCode());
      assertEquals(code, problem.get("code").asString());
      assertEquals(
          status == 503 ? "2" : "", response.headers().firstValue("Retry-After").orElse(""));
    }
  }

  @Test
  void givesAReferenceInsteadOfAStackTrace() throws Exception {
    try (var client = client("bug")) {
      HttpResponse<String> page = client.get("/search?q=japan");

      String reference = page.headers().firstValue("X-Request-Id").orElseThrow();
      assertEquals(500, page.statusCode());
      assertFalse(page.body().contains("secret"), page.body());
      assertEquals(
          true, page.body().contains("Reference for the operator: " + reference), page.body());
    }
  }

  @Test
  void livesWithoutAnIndex() throws Exception {
    try (var client = client("no-generation")) {
      assertEquals(200, client.get("/livez").statusCode());
    }
  }

  @Test
  void refusesSearchesBeyondTheLimitAndRecovers() throws Exception {
    var started = new CountDownLatch(Limits.SEARCHES);
    var finish = new CountDownLatch(1);
    Trouble slow =
        () -> {
          started.countDown();
          await(finish);
          throw new SearchEngine.SearchTimeout("late");
        };
    Trouble none =
        () -> {
          throw new SearchEngine.NoGeneration("none");
        };
    try (var client = TestClient.open(new TroubledEngine(slow, none), new NoTexts());
        ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> waiting =
          IntStream.range(0, Limits.SEARCHES)
              .mapToObj(_ -> crowd.submit(() -> client.get("/api/v1/search").statusCode()))
              .toList();
      await(started);

      HttpResponse<String> refused = client.get("/api/v1/search");
      finish.countDown();

      assertEquals("server.busy", code(refused));
      for (Future<Integer> answer : waiting) {
        assertEquals(503, answer.get());
      }
      assertEquals("search.timeout", code(client.get("/api/v1/search")));
    }
  }

  private static TestClient client(String kind) throws IOException {
    Trouble trouble =
        switch (kind) {
          case "no-generation" ->
              () -> {
                throw new SearchEngine.NoGeneration("none");
              };
          case "timeout" ->
              () -> {
                throw new SearchEngine.SearchTimeout("slow");
              };
          case "disk" ->
              () -> {
                throw new IOException("secret disk");
              };
          default ->
              () -> {
                throw new IllegalStateException("secret bug");
              };
        };
    return TestClient.open(new TroubledEngine(trouble, trouble), new NoTexts());
  }

  private static String code(HttpResponse<String> response) {
    return new JsonMapper().readTree(response.body()).get("code").asString();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, java.util.concurrent.TimeUnit.SECONDS)) {
        throw new IOException("waited too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
