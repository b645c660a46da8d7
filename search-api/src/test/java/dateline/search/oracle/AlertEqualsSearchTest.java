package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notice;
import dateline.corpus.store.Notice.Kind;
import dateline.corpus.store.Notices;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.IndexOptions.Mode;
import dateline.index.IndexOptions.Wish;
import dateline.index.schema.ArticleField;
import dateline.search.IndexedHome;
import dateline.search.alert.AlertPasser;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.KeptSearch;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What saved searches tell is what a search finds, over random searches and generations.
///
/// After each generation each search is asked as anybody asks it, page by page. It must have told
/// exactly the hits that are in versions which came with the generation, another version of each
/// article that it told, and what was taken back of them. Some searches are saved between the
/// generations, and tell nothing that was there before.
///
/// `-Dtest.counts=long` asks 200 searches instead of 20, `-Dtest.seed=N` makes others.
final class AlertEqualsSearchTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int SEARCHES =
      System.getProperty("test.counts", "").equals("long") ? 200 : 20;
  private static final int GENERATIONS = 10;
  private static final Instant FIRST = Instant.parse("1988-01-03T03:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  /// The versions that were there after any generation so far.
  private final Set<Long> seen = new HashSet<>();

  private final Map<ArticleId, Article> latest = new LinkedHashMap<>();
  private final Set<ArticleId> taken = new HashSet<>();

  /// Each saved search with what it told last of each article.
  private final Map<String, Map<ArticleId, Kind>> told = new LinkedHashMap<>();

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  @Test
  void alertEqualsSearch() throws Exception {
    System.out.println(
        "saves searches; repeat with mvn verify -Dtest=AlertEqualsSearchTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
            + SEED);
    var random = new Random(SEED);
    IndexedHome home =
        new IndexedHome(folder.resolve("home"), Gazetteer.builtIn(), Clock.systemUTC()).on(FIRST);
    for (int number = 0; number < GENERATIONS; number++) {
      IndexedHome then = home.on(FIRST.plus(Duration.ofDays(number)));
      publish(then, number, random);
      try (LuceneEngine engine = then.open()) {
        pass(then, engine);
        check(then, engine);
        if (number < GENERATIONS / 2) {
          save(then, engine, number, SEARCHES / (GENERATIONS / 2));
        }
      }
    }

    System.out.println("alerts told " + counts);
    for (Kind kind : Kind.values()) {
      assertTrue(counts.getOrDefault(kind, 0) > 0, () -> "nothing was " + kind.word());
    }
  }

  private void publish(IndexedHome home, int number, Random random) throws Exception {
    var lines = new StringBuilder();
    List<Article> articles = new RandomArchive(SEED + 7919L * number).articles();
    for (Article each : articles.subList(0, Math.min(15, articles.size()))) {
      Article article = each.withId(new ArticleId(each.id().value() + "-" + number));
      latest.put(article.id(), article);
      lines.append(RandomArchive.jsonLines(List.of(article)));
    }
    var ids = new ArrayList<>(latest.keySet());
    for (int i = 0; i < 4 && number > 0; i++) {
      Article old = Objects.requireNonNull(latest.get(ids.get(random.nextInt(ids.size()))));
      if (taken.contains(old.id())) {
        continue;
      }
      String line = RandomArchive.jsonLines(List.of(old));
      switch (random.nextInt(4)) {
        case 0 -> {
          lines.append(line.replace("{\"id\"", "{\"status\":\"withdrawn\",\"id\""));
          taken.add(old.id());
        }
        case 1 -> {
          try (Tombstones tombstones = Tombstones.open(home.path())) {
            tombstones.add(
                List.of(new Tombstone(old.id(), FIRST, Tombstone.By.DESK, "a mistake", false)));
          }
          taken.add(old.id());
        }
        default ->
            lines.append(
                line.replace(
                    "{\"id\"", "{\"subhead\":\"Tokyo tariff talks %d\",\"id\"".formatted(number)));
      }
    }
    Path delivery = Files.writeString(folder.resolve(number + ".jsonl"), lines);
    home.index(Mode.INCREMENTAL, Set.of(Wish.FORCE), delivery);
  }

  private static void pass(IndexedHome home, LuceneEngine engine) throws IOException {
    try (var generation = engine.hold()) {
      var passer = new AlertPasser(home.path(), engine, home.clock());
      passer.pass(generation);
      passer.pass(generation); // once more tells nothing more
    }
  }

  private void save(IndexedHome home, LuceneEngine engine, int number, int count)
      throws IOException {
    Map<ArticleField, List<String>> values = values(engine);
    for (long seed = SEED * 31 + number * 1000L, saved = 0; saved < count; seed++) {
      SearchRequest request =
          new RandomSearch(seed, values, List.copyOf(latest.keySet())).request();
      String text = CanonicalQuery.of(request);
      if (KeptSearch.trouble(KeptSearch.read(text, home.clock())).isPresent()) {
        continue; // such as a range that ends before it begins
      }
      String id = "s" + number + "-" + saved;
      try (var generation = engine.hold()) {
        new AlertPasser(home.path(), engine, home.clock())
            .add(
                new SavedSearch(
                    id, id, text, home.clock().instant(), false, new Destination.Feed(), null),
                generation);
      }
      told.put(id, new HashMap<>());
      saved++;
    }
  }

  private void check(IndexedHome home, LuceneEngine engine) throws IOException {
    Map<ArticleId, Long> live = new HashMap<>();
    for (ArticleId id : hits("match=auto&sort=newest", home.clock(), engine)) {
      live.put(id, engine.version(id).orElseThrow());
    }
    for (SavedSearch search : SavedSearches.all(home.path())) {
      assertEquals(null, search.trouble(), search.query());
      Map<ArticleId, Kind> before = Objects.requireNonNull(told.get(search.id()));
      Set<ArticleId> hits = hits(search.query(), home.clock(), engine);
      var expected = new TreeSet<String>();
      live.forEach((article, version) -> {
        if (!seen.contains(version)) {
          if (before.containsKey(article)) {
            expected.add(tell(before, article, version, Kind.CORRECTED));
          } else if (hits.contains(article)) {
            expected.add(tell(before, article, version, Kind.NEW));
          }
        }
      });
      Map<ArticleId, Long> versions = new HashMap<>();
      var recorded = new TreeSet<String>();
      for (Notices.Listed each : Notices.of(home.path(), search.id(), 100_000).reversed()) {
        Notice notice = each.notice();
        if (notice.at().equals(home.clock().instant())) {
          recorded.add(notice.kind().word() + " " + notice.article() + " " + notice.version());
        }
        if (notice.kind() != Kind.WITHDRAWN) {
          versions.put(notice.article(), notice.version());
        }
      }
      for (ArticleId article : List.copyOf(before.keySet())) {
        if (!live.containsKey(article) && before.get(article) != Kind.WITHDRAWN) {
          long last = Objects.requireNonNull(versions.get(article));
          expected.add(tell(before, article, last, Kind.WITHDRAWN));
        }
      }

      assertEquals(expected, recorded, () -> "seed " + SEED + ": " + search.query());
    }
    seen.addAll(live.values());
  }

  private String tell(Map<ArticleId, Kind> before, ArticleId article, long version, Kind kind) {
    before.put(article, kind);
    counts.merge(kind, 1, Integer::sum);
    return kind.word() + " " + article + " " + version;
  }

  /// All that a search finds, as anybody learns it.
  private static Set<ArticleId> hits(String query, Clock clock, LuceneEngine engine)
      throws IOException {
    SearchRequest request = KeptSearch.read(query, clock).request().exporting(7);
    var hits = new HashSet<ArticleId>();
    SearchPage page = engine.search(request);
    page.hits().forEach(hit -> hits.add(hit.id()));
    while (page.nextCursor() != null) {
      page = engine.search(request.at(page.nextCursor()));
      page.hits().forEach(hit -> hits.add(hit.id()));
    }
    assertEquals(page.total(), hits.size());
    return hits;
  }

  private static Map<ArticleField, List<String>> values(LuceneEngine engine) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    var fields = new ArrayList<String>();
    for (ArticleField field : ArticleField.values()) {
      fields.add(field.parameter());
      parameters.put("facet." + field.parameter() + ".limit", List.of("1000"));
    }
    parameters.put("facet", List.of(String.join(",", fields)));
    SearchRequest all =
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters).request();
    var values = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    engine
        .search(all)
        .facets()
        .forEach(facet ->
            values.put(
                facet.field(), facet.items().stream().map(item -> item.value()).sorted().toList()));
    return values;
  }
}
