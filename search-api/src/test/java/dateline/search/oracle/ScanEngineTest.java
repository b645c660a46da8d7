package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityEdit;
import dateline.corpus.store.EntityEdits;
import dateline.index.IndexRun;
import dateline.index.schema.ArticleField;
import dateline.search.IndexedHome;
import dateline.search.engine.Collapse;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.Suggestions;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Random searches over random archives: Lucene must answer as the oracle does.
///
/// `-Dtest.counts=long` asks 2,000 searches instead of 200, and twice as many archives that were
/// carried on; `-Dtest.seed=N` makes others.
final class ScanEngineTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int ARCHIVES = 10;
  private static final boolean IS_LONG = System.getProperty("test.counts", "").equals("long");
  private static final int SEARCHES = IS_LONG ? 200 : 20;

  /// What is wrong shows within so many.
  private static final int NOTICED_WITHIN = 60;

  private static ScanNames lists;

  @BeforeAll
  static void readLists() throws IOException {
    lists = ScanNames.of(Gazetteer.builtIn());
  }

  static IntStream archives() {
    return IntStream.range(0, ARCHIVES);
  }

  @ParameterizedTest
  @MethodSource("archives")
  void answersAsTheOracleDoes(int number, @TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(number, folder)) {
      compare(archive.engine(), archive.oracle(), archive, number);
      compareEntities(archive);
    }
  }

  static IntStream carriedOnArchives() {
    return IntStream.range(0, IS_LONG ? ARCHIVES : ARCHIVES / 3);
  }

  /// The index that runs carried on, against the oracle and against the one that was written in one
  /// go.
  @ParameterizedTest
  @MethodSource("carriedOnArchives")
  void answersTheSameFromAnIndexWithDeletions(int number, @TempDir Path folder) throws Exception {
    try (IndexedArchive whole = archive(number, folder);
        IndexedArchive carriedOn = whole.carriedOn(SEED * 1000 + number);
        LuceneEngine inOneGo = carriedOn.home().open(whole.generation())) {
      compare(carriedOn.engine(), carriedOn.oracle(), carriedOn, number);
      compareEntities(carriedOn);
      compare(carriedOn.engine(), inOneGo, carriedOn, number);
      var exact = new ExactComparison(carriedOn.engine(), inOneGo);
      exact.compareTyping();
      exact.compareEntities(carriedOn.valuesEver());
      exact.compareSimilar(carriedOn.read());
      exact.checkGone();
    }
  }

  /// Editors merge entities into such as only gone articles name, and the other way round.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void showsRepairedEntitiesTheSameFromAnIndexWithDeletions(int number, @TempDir Path folder)
      throws Exception {
    try (IndexedArchive whole = archive(number, folder);
        IndexedArchive carriedOn = whole.carriedOn(SEED * 1000 + number)) {
      repair(carriedOn, new Random(SEED + number));
      try (LuceneEngine inOneGo = carriedOn.home().open(whole.generation());
          LuceneEngine engine = carriedOn.home().open(carriedOn.generation())) {
        compare(engine, inOneGo, carriedOn, number);
        var exact = new ExactComparison(engine, inOneGo);
        exact.compareTyping();
        exact.compareEntities(carriedOn.valuesEver());
      }
    }
  }

  private static void repair(IndexedArchive archive, Random random) throws IOException {
    var edits = new ArrayList<EntityEdit>();
    for (EntityKind kind : List.of(EntityKind.PERSON, EntityKind.PLACE)) {
      ArticleField field = ArticleField.of(kind.word()).orElseThrow();
      var ids = new ArrayList<>(archive.valuesEver().getOrDefault(field, List.of()));
      Collections.shuffle(ids, random);
      for (int i = 0; i + 1 < ids.size() && i < 8; i += 2) {
        edits.add(new EntityEdit.Merge(kind, ids.get(i), ids.get(i + 1)));
      }
      if (!ids.isEmpty()) {
        edits.add(new EntityEdit.Hide(kind, ids.getLast()));
      }
    }
    try (var store = EntityEdits.open(archive.home().path())) {
      store.add(edits, IndexedArchive.NOW);
    }
  }

  private static void compare(
      LuceneEngine engine, SearchEngine right, IndexedArchive archive, int number)
      throws IOException {
    var comparison = new Comparison(engine, right);
    for (int search = 0; search < SEARCHES; search++) {
      SearchRequest request = request(number, search, archive);
      Optional<String> difference = comparison.difference(request);
      assertEquals(Optional.empty(), difference, () -> failure(number, request));
    }
    var folds = new FoldComparison(engine, archive.read());
    for (int search = 0; search < SEARCHES; search++) {
      SearchRequest request = request(number, search, archive);
      Optional<String> difference = folds.difference(request);
      assertEquals(Optional.empty(), difference, () -> failure(number, request));
    }
    var lookups = new LookupComparison(engine, right);
    for (int search = 0; search < SEARCHES; search += 10) {
      SearchRequest request = request(number, search, archive);
      Optional<String> difference = lookups.difference(request, new Random(search));
      assertEquals(Optional.empty(), difference, () -> failure(number, request));
    }
  }

  private static void compareEntities(IndexedArchive archive) throws IOException {
    for (EntityKind kind : EntityKind.values()) {
      ArticleField field = ArticleField.of(kind.word()).orElseThrow();
      for (String id : archive.values().getOrDefault(field, List.of())) {
        assertEquals(
            archive.oracle().entity(kind, id),
            archive.engine().entity(kind, id).map(ScanProfile::comparable),
            () -> kind + " " + id);
      }
    }
    assertEquals(Optional.empty(), archive.engine().entity(EntityKind.PERSON, "nobody"));
  }

  @Test
  void noticesAnotherShareAndADroppedFilter(@TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(0, folder)) {
      assertNotEquals(0, differences(archive, archive.oracle(0.3)));
      assertNotEquals(0, differences(archive, new WithoutFilters(archive.oracle())));
    }
  }

  @Test
  void noticesOtherGroups(@TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(0, folder)) {
      var wrong = new FoldComparison(archive.engine(), RandomStories.of(archive.read(), SEED));
      int noticed = 0;
      for (int search = 0; search < NOTICED_WITHIN; search++) {
        noticed += wrong.difference(request(0, search, archive)).isPresent() ? 1 : 0;
      }
      assertNotEquals(0, noticed);
    }
  }

  @Test
  void goesOnOnlyAsTheListBegan(@TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(0, folder)) {
      Map<String, List<String>> two = Map.of("limit", List.of("2"));
      SearchRequest folded =
          new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(two).request();
      String cursor = archive.engine().search(folded).nextCursor();
      for (SearchRequest other :
          List.of(
              folded.folding(Collapse.NONE, null),
              folded.folding(Collapse.DUPLICATES, archive.ids().getFirst()))) {
        assertThrows(
            SearchEngine.CursorExpired.class,
            () -> archive.engine().search(Comparison.with(other, List.of(), 2, cursor)));
      }
    }
  }

  /// Every article knows its copies, oldest first.
  @Test
  void tellsTheCopiesOfEachArticle(@TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(1, folder)) {
      var oldest =
          Comparator.comparing(
              (ScanArticle scanned) -> scanned.article().published(),
              Comparator.nullsLast(Comparator.comparing(Published::sortInstant)));
      for (ScanArticle one : archive.read()) {
        List<ArticleId> expected =
            archive.read().stream()
                .filter(other -> other != one && other.isCopyOf(one))
                .sorted(oldest.thenComparing(other -> other.article().id()))
                .map(other -> other.article().id())
                .toList();

        List<Hit> copies = archive.engine().find(one.article().id()).orElseThrow().copies();

        assertEquals(
            expected, copies.stream().map(Hit::id).toList(), () -> one.article().id().value());
      }
    }
  }

  @Test
  void listsTheNewestArticlesOfAnEntityFolded(@TempDir Path folder) throws Exception {
    try (IndexedArchive archive = archive(2, folder)) {
      for (String id : archive.values().getOrDefault(ArticleField.PLACE, List.of())) {
        EntityProfile profile = archive.engine().entity(EntityKind.PLACE, id).orElseThrow();
        Map<String, List<String>> newest =
            Map.of("place", List.of(id), "sort", List.of("newest"), "snippets", List.of("0"));
        SearchRequest request =
            new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(newest).request();

        List<Hit> listed = archive.engine().search(request).hits();

        assertEquals(listed.stream().limit(EntityProfile.NEWEST_MAX).toList(), profile.newest());
      }
    }
  }

  /// Forgets the last filter of each request.
  private record WithoutFilters(SearchEngine engine) implements SearchEngine {
    @Override
    public SearchPage search(SearchRequest request) throws IOException {
      int kept = Math.max(0, request.filters().size() - 1);
      return engine.search(
          new SearchRequest(
              request.query(),
              request.match(),
              request.in(),
              request.filters().subList(0, kept),
              request.threads(),
              request.dates(),
              request.story(),
              request.zone(),
              request.sort(),
              request.collapse(),
              request.limit(),
              request.cursor(),
              request.offset(),
              request.facets(),
              request.snippets(),
              request.highlight(),
              request.suggest(),
              request.variants(),
              request.mode(),
              request.boost()));
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, ArticleId id) throws IOException {
      return engine.explain(request, id);
    }

    @Override
    public Optional<EntityProfile> entity(EntityKind kind, String id) throws IOException {
      return engine.entity(kind, id);
    }

    @Override
    public List<Similar> similar(ArticleId id, int limit) throws IOException {
      return engine.similar(id, limit);
    }

    @Override
    public List<Hit> thread(ArticleId id) throws IOException {
      return engine.thread(id);
    }

    @Override
    public FacetValues values(FacetValues.Request request) throws IOException {
      return engine.values(request);
    }

    @Override
    public Suggestions suggest(String typed, int limit) throws IOException {
      return engine.suggest(typed, limit);
    }

    @Override
    public EngineStatus status() throws IOException {
      return engine.status();
    }

    @Override
    public void close() throws IOException {
      engine.close();
    }
  }

  private static long differences(IndexedArchive archive, SearchEngine wrong) throws IOException {
    var comparison = new Comparison(archive.engine(), wrong);
    long differences = 0;
    for (int search = 0; search < NOTICED_WITHIN; search++) {
      differences += comparison.difference(request(0, search, archive)).isPresent() ? 1 : 0;
    }
    return differences;
  }

  private static IndexedArchive archive(int number, Path folder)
      throws IOException, IndexRun.RunInProgress {
    return IndexedArchive.of(new RandomArchive(SEED * 1000 + number).articles(), folder, lists);
  }

  private static SearchRequest request(int archive, int search, IndexedArchive indexed) {
    long seed = (SEED * 1000 + archive) * 10_000 + search;
    return new RandomSearch(seed, indexed.valuesEver(), indexed.ids()).request();
  }

  private static String failure(int archive, SearchRequest request) {
    return String.join(
        "\n",
        List.of(
            "seed " + SEED + ", archive " + archive,
            Comparison.words(request),
            "mvn -pl corpus,indexer,search-api verify -Dtest=ScanEngineTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
                + SEED
                + (IS_LONG ? " -Dtest.counts=long" : ""),
            ""));
  }
}
