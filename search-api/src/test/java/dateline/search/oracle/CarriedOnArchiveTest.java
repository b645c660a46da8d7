package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions.Mode;
import dateline.index.IndexOptions.Wish;
import dateline.index.RunReport;
import dateline.index.schema.ArticleField;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nights of additions, changes, withdrawals and embargoes, each upon the generation of the night
/// before, end in the same answers as an index that is built anew from the same store and tables.
///
/// `-Dtest.counts=long` asks 400 searches an archive instead of 60, `-Dtest.seed=N` makes others.
final class CarriedOnArchiveTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int SEARCHES =
      System.getProperty("test.counts", "").equals("long") ? 400 : 60;
  private static final int NIGHTS = 5;

  /// Together less than the share from which a run learns anew.
  private static final int CHANGES = 3;

  /// With what is added no more than the longest list that an engine gives in one piece.
  private static final int ARTICLES = 85;

  private static final Instant FIRST = Instant.parse("1988-01-03T03:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private final Map<String, Article> latest = new LinkedHashMap<>();
  private int incremental;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void equalsOneThatIsBuiltAnew(int number) throws Exception {
    String repeat =
        "repeat with mvn verify -Dtest=CarriedOnArchiveTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
            + SEED;
    System.out.println("carries on archive " + number + "; " + repeat);
    var random = new Random(SEED + number);
    IndexedHome home = home();
    for (int part = 0; latest.size() < ARTICLES; part++) {
      for (Article article : new RandomArchive(SEED + 100L * number + part).articles()) {
        if (latest.size() < ARTICLES) {
          latest.put(article.id().value() + "-" + part, withId(article, part));
        }
      }
    }
    home.index(delivery("first", RandomArchive.jsonLines(List.copyOf(latest.values()))));

    for (int night = 1; night <= NIGHTS; night++) {
      IndexedHome then = home.on(FIRST.plus(Duration.ofDays(night)));
      RunReport report = night(then, night, random);
      incremental += report.how().startsWith("on ") ? 1 : 0;
    }

    assertTrue(incremental > 0, "no night was incremental");
    IndexedHome last = home.on(FIRST.plus(Duration.ofDays(NIGHTS)));
    Path copy = folder.resolve("copy");
    copy(home.path(), copy);
    var anew = new IndexedHome(copy, home.gazetteer(), last.clock());
    RunReport rebuilt = anew.index(Mode.REBUILD, Set.of());
    assertEquals("anew: asked for", rebuilt.how());
    try (LuceneEngine carried = last.open();
        LuceneEngine right = anew.open()) {
      compare(number, carried, right, repeat);
    }
  }

  private void compare(int number, LuceneEngine carried, LuceneEngine right, String repeat)
      throws IOException {
    var comparison = new Comparison(carried, right);
    Map<ArticleField, List<String>> values = values(right);
    for (int search = 0; search < SEARCHES; search++) {
      SearchRequest request =
          new RandomSearch(SEED * 31 + number * 1000L + search, values).request();
      Optional<String> difference = comparison.difference(request);
      assertEquals(Optional.empty(), difference, () -> repeat + "\n" + Comparison.words(request));
    }
    for (EntityKind kind : EntityKind.values()) {
      ArticleField field = ArticleField.of(kind.word()).orElseThrow();
      for (String id : values.getOrDefault(field, List.of())) {
        assertEquals(
            right.entity(kind, id).map(EntityProfile::articles),
            carried.entity(kind, id).map(EntityProfile::articles),
            () -> kind + " " + id + ", " + repeat);
      }
    }
    assertEquals(right.status().articles(), carried.status().articles());
  }

  /// New articles, changed ones, some taken back, one under embargo until the next night, and now
  /// and then a delivery that is complete.
  private RunReport night(IndexedHome home, int night, Random random) throws Exception {
    var lines = new StringBuilder();
    List<Article> fresh = new RandomArchive(SEED + 7919L * night).articles();
    for (int i = 0; i < CHANGES; i++) {
      Article article = fresh.get(i);
      switch (random.nextInt(4)) {
        case 0 -> lines.append(RandomArchive.jsonLines(List.of(withId(article, 50 + night))));
        case 1 ->
            lines.append(
                line(withId(article, 50 + night))
                    .replace(
                        "{",
                        "{\"embargo\":\""
                            + FIRST.plus(Duration.ofHours(24L * night + 20))
                            + "\","));
        default -> {
          var ids = new ArrayList<>(latest.keySet());
          Article old =
              java.util.Objects.requireNonNull(latest.get(ids.get(random.nextInt(ids.size()))));
          String changed =
              random.nextBoolean()
                  ? line(old).replace("\"headline\":\"", "\"headline\":\"Tokyo tariff ")
                  : line(old).replace("{\"id\"", "{\"status\":\"withdrawn\",\"id\"");
          lines.append(changed);
        }
      }
    }
    return home.index(
        Mode.INCREMENTAL, Set.of(Wish.FORCE), delivery("night" + night, lines.toString()));
  }

  private static String line(Article article) {
    return RandomArchive.jsonLines(List.of(article));
  }

  private static Article withId(Article article, int part) {
    return article.withId(new dateline.corpus.ArticleId(article.id().value() + "-" + part));
  }

  private static Map<ArticleField, List<String>> values(LuceneEngine engine) throws IOException {
    var values = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    var fields = new ArrayList<String>();
    for (ArticleField field : ArticleField.values()) {
      fields.add(field.parameter());
      parameters.put("facet." + field.parameter() + ".limit", List.of("1000"));
    }
    parameters.put("facet", List.of(String.join(",", fields)));
    SearchRequest all =
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters).request();
    engine
        .search(all)
        .facets()
        .forEach(facet ->
            values.put(
                facet.field(),
                List.copyOf(
                    new TreeSet<>(facet.items().stream().map(item -> item.value()).toList()))));
    return values;
  }

  private IndexedHome home() throws IOException {
    return new IndexedHome(folder.resolve("home"), Gazetteer.builtIn(), java.time.Clock.systemUTC())
        .on(FIRST);
  }

  private Path delivery(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name + ".jsonl"), lines);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
