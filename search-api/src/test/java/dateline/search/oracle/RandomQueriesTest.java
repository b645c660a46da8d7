package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.engine.DateFilter;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random queries of every kind of clause over many random archives: ids, counts and marked letters
/// are those of the oracle.
///
/// `-Dtest.counts=long` asks 100,000 queries of 200 archives instead of 300 of 3; `-Dtest.seed=N`
/// makes others.
final class RandomQueriesTest {
  private static final boolean IS_LONG = System.getProperty("test.counts", "").equals("long");
  private static final long SEED = Long.getLong("test.seed", 1776);
  private static final int ARCHIVES = IS_LONG ? 200 : 3;
  private static final int QUERIES = IS_LONG ? 500 : 100;

  /// Of each answer so many hits are shown.
  private static final int SHOWN = 5;

  @Test
  void findsCountsAndMarksWhatTheOracleDoes(@TempDir Path folder) throws Exception {
    var names = ScanNames.of(Gazetteer.builtIn());
    long marked = 0;
    for (int number = 0; number < ARCHIVES; number++) {
      Path home = Files.createDirectory(folder.resolve("archive-" + number));
      try (IndexedArchive archive = archive(number, home, names)) {
        var comparison = new Comparison(archive.engine(), archive.oracle());
        for (int query = 0; query < QUERIES; query++) {
          SearchRequest request = request(number, query, archive);
          Optional<String> difference = comparison.differenceInAnswer(request);
          assertEquals(Optional.empty(), difference, () -> failure(request));
          marked += compareMarks(request, archive);
        }
      }
    }
    assertTrue(
        marked > (long) ARCHIVES * QUERIES, "only " + marked + " sentences held anything marked");
  }

  /// How many sentences were marked.
  private static long compareMarks(SearchRequest request, IndexedArchive archive)
      throws IOException {
    long count = 0;
    for (Hit hit : archive.engine().search(shown(request)).hits()) {
      List<String> expected = expected(hit.id(), request, archive);
      List<String> marked = marked(hit);
      if (expected.size() <= SearchRequest.SNIPPETS_MAX) {
        assertEquals(expected, marked, () -> hit.id() + "\n" + failure(request));
      } else { // the best of them are shown
        assertEquals(SearchRequest.SNIPPETS_MAX, marked.size(), () -> failure(request));
        assertTrue(expected.containsAll(marked), () -> hit.id() + "\n" + failure(request));
      }
      count += marked.size();
    }
    return count;
  }

  private static List<String> expected(
      ArticleId id, SearchRequest request, IndexedArchive archive) {
    ScanArticle article =
        archive.read().stream()
            .filter(scanned -> scanned.article().id().equals(id))
            .findFirst()
            .orElseThrow();
    return ScanMarks.sentences(article, archive.names(), request).stream().sorted().toList();
  }

  private static List<String> marked(Hit hit) {
    return hit.snippets().stream()
        .filter(snippet -> !snippet.ranges().isEmpty())
        .map(ScanMarks::bracketed)
        .sorted()
        .toList();
  }

  @Test
  void noticesMarksOfAnotherQuery(@TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(0, folder, ScanNames.of(Gazetteer.builtIn()))) {
      int noticed = 0;
      for (int query = 0; query < QUERIES; query++) {
        SearchRequest request = request(0, query, archive);
        SearchRequest other = request(0, query + 1, archive);
        for (Hit hit : archive.engine().search(shown(request)).hits()) {
          noticed += expected(hit.id(), other, archive).equals(marked(hit)) ? 0 : 1;
        }
      }
      assertTrue(noticed > QUERIES, "only " + noticed);
    }
  }

  private static IndexedArchive archive(int number, Path folder, ScanNames names) throws Exception {
    return IndexedArchive.of(new RandomArchive(SEED * 1000 + number).articles(), folder, names);
  }

  private static SearchRequest request(int archive, int query, IndexedArchive indexed) {
    long seed = (SEED * 1000 + archive) * 10_000 + query;
    return new RandomSearch(seed, indexed.valuesEver(), indexed.ids()).request();
  }

  /// The first hits of the query alone, with all their snippets.
  private static SearchRequest shown(SearchRequest request) {
    return new SearchRequest(
        request.query(),
        request.match(),
        request.in(),
        List.of(),
        List.of(),
        DateFilter.NONE,
        null,
        request.zone(),
        Sort.NEWEST,
        request.collapse(),
        SHOWN,
        null,
        0,
        FacetRequest.NONE,
        SearchRequest.SNIPPETS_MAX,
        true,
        false,
        request.variants(),
        request.mode(),
        request.boost());
  }

  private static String failure(SearchRequest request) {
    return String.join(
        "\n",
        "seed " + SEED,
        Comparison.words(request),
        "mvn -pl corpus,indexer,search-api verify -Dtest=RandomQueriesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
            + SEED
            + (IS_LONG ? " -Dtest.counts=long" : ""),
        "");
  }
}
