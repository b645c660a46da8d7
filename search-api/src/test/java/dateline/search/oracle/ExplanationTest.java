package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.engine.Collapse;
import dateline.search.engine.Explanation;
import dateline.search.engine.Explanation.Detail;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.Hit;
import dateline.search.engine.Relaxation;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Explanations of random searches over random archives: they match as the oracle does, and add up
/// to the score of the hit.
///
/// `-Dtest.seed=N` makes others.
final class ExplanationTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int SEARCHES = "long".equals(System.getProperty("test.counts")) ? 1_000 : 80;

  @Test
  void addsUpToTheScoreAndMatchesAsTheOracleDoes(@TempDir Path folder) throws Exception {
    var lists = ScanNames.of(Gazetteer.builtIn());
    List<Article> articles = new RandomArchive(SEED).articles();
    try (var archive = IndexedArchive.of(articles, folder, lists);
        ScanEngine oracle = archive.oracle()) {
      int nearestFound = 0;
      for (int search = 0; search < SEARCHES; search++) {
        SearchRequest request =
            byRelevance(
                new RandomSearch(SEED * 1000 + search, archive.values(), archive.ids()).request());
        List<Hit> hits = archive.engine().search(request).hits();
        for (ScanArticle scanned : archive.read()) {
          ArticleId id = scanned.article().id();
          Explanation explained = archive.engine().explain(request, id).orElseThrow();
          String where =
              "seed "
                  + SEED
                  + ", search "
                  + search
                  + ", "
                  + id
                  + "\n"
                  + Comparison.words(request)
                  + "\n"
                  + explained;
          assertEquals(
              oracle.explain(request, id).map(Explanation::matches),
              Optional.of(explained.matches()),
              where);
          assertFalse(explained.text().isBlank(), where);
          Relaxation nearest = explained.nearest();
          if (nearest != null) {
            assertFalse(explained.matches(), where);
            SearchRequest unfolded =
                nearest.without().folding(Collapse.NONE, nearest.without().story());
            List<Hit> nearer = archive.engine().search(byRelevance(unfolded)).hits();
            assertTrue(nearer.stream().anyMatch(hit -> hit.id().equals(id)), where);
            assertEquals(
                nearest.total(), archive.engine().search(nearest.without()).total(), where);
            nearestFound++;
          }
          for (Hit hit : hits.stream().filter(each -> each.id().equals(id)).toList()) {
            assertTrue(explained.matches(), where);
            assertEquals(hit.score(), explained.score(), 1e-5 * Math.max(1, hit.score()), where);
            checkSums(explained.details(), where);
          }
        }
      }
      assertTrue(nearestFound > 0, "no search was ever relaxed");
      assertEquals(
          Optional.empty(),
          archive
              .engine()
              .explain(
                  new RandomSearch(SEED, archive.values()).request(), new ArticleId("nobody")));
    }
  }

  /// The score of a word is the sum of its parts; each part is weight × rarity × frequency that
  /// counts. That of a passage is the sum of its words.
  private static void checkSums(List<Detail> details, String where) {
    for (Detail detail : details) {
      if (detail.text().startsWith("“")) {
        double sum = detail.details().stream().mapToDouble(ExplanationTest::product).sum();
        assertEquals(sum, value(detail), 1e-5, where);
      }
      if (detail.text().startsWith("it holds ") && !detail.details().isEmpty()) {
        double sum = detail.details().stream().mapToDouble(ExplanationTest::value).sum();
        assertEquals(sum, value(detail), 1e-5 * Math.max(1, sum), where);
      }
      checkSums(detail.details(), where);
    }
  }

  private static double product(Detail part) {
    double weight = Double.parseDouble(part.text().substring(part.text().lastIndexOf(' ') + 1));
    double product = weight * value(part, "rarity") * value(part, "frequency that counts");
    assertEquals(product, value(part), 1e-5, part::toString);
    return product;
  }

  private static double value(Detail part, String name) {
    return part.details().stream()
        .filter(detail -> detail.text().startsWith(name))
        .mapToDouble(ExplanationTest::value)
        .sum();
  }

  private static double value(Detail detail) {
    return detail.value() == null ? 0 : detail.value();
  }

  private static SearchRequest byRelevance(SearchRequest request) {
    return new SearchRequest(
        request.query(),
        request.match(),
        request.in(),
        request.filters(),
        request.threads(),
        request.dates(),
        request.story(),
        request.zone(),
        Sort.RELEVANCE,
        request.collapse(),
        SearchRequest.LIMIT_MAX,
        null,
        0,
        FacetRequest.NONE,
        0,
        false,
        false,
        request.variants(),
        request.mode(),
        request.boost());
  }
}
