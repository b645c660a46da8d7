package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random passages over a random archive: the engine finds what the oracle finds, and shows it.
final class PassageMarksTest {
  private static final int SEARCHES =
      System.getProperty("test.counts", "").equals("long") ? 20_000 : 300;

  @Test
  void findsAndMarksWhatTheOracleFinds(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("test.seed", 1963);
    var names = ScanNames.of(Gazetteer.builtIn());
    int found = 0;
    try (IndexedArchive archive =
        IndexedArchive.of(new RandomArchive(seed).articles(), folder, names)) {
      var random = new Random(seed);
      for (int search = 0; search < SEARCHES; search++) {
        var passage = new RandomPassage(random, () -> word(random)).clause();
        Clause clause = new Clause.Passage(passage.span(), passage.least(), null);
        SearchRequest request = request(clause);
        String where = "seed " + seed + ", search " + search + ": " + CanonicalForm.of(clause);

        List<Hit> hits = archive.engine().search(request).hits();

        assertEquals(ids(archive.oracle().search(request).hits()), ids(hits), where);
        for (Hit hit : hits) {
          boolean isMarked =
              hit.snippets().stream().anyMatch(snippet -> !snippet.ranges().isEmpty());
          assertTrue(isMarked, where + " in " + hit.id());
        }
        found += hits.isEmpty() ? 0 : 1;
      }
    }
    assertTrue(found > SEARCHES / 5, "only " + found + " of " + SEARCHES + " found anything");
  }

  private static String word(Random random) {
    return RandomArchive.WORDS.get(random.nextInt(RandomArchive.WORDS.size()));
  }

  private static SearchRequest request(Clause clause) {
    Map<String, List<String>> parameters =
        Map.of(
            "q", List.of(CanonicalForm.of(clause)),
            "sort", List.of("newest"),
            "collapse", List.of("none"),
            "in", List.of("body"),
            "limit", List.of("100"));
    return new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters).request();
  }

  private static String ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.id().value()).sorted().collect(Collectors.joining(" "));
  }
}
