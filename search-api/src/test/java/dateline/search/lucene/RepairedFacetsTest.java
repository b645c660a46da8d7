package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.store.EntityEdit;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
import dateline.index.generation.GenerationStore;
import dateline.index.schema.ArticleField;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.FacetValues;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand random repairs over the sample archive, through three rebuilds, against counts made
/// by reading every article.
///
/// `-Dtest.seed=N` makes other repairs.
final class RepairedFacetsTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int EDITS = 1000;
  private static final int UNDONE = 50;
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final List<ArticleField> FIELDS =
      List.of(
          ArticleField.PERSON,
          ArticleField.PLACE,
          ArticleField.PLACE_MENTION,
          ArticleField.ORG,
          ArticleField.ISSUE);

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Gazetteer gazetteer = gazetteer();

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path home;

  private static Gazetteer gazetteer() {
    try {
      return Gazetteer.builtIn();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void countsAsReadingEveryArticleDoesThroughThreeRebuilds() throws Exception {
    var indexed = new IndexedHome(home, gazetteer, clock);
    indexed.index(IndexedHome.sampleArticles());
    Random random = new Random(SEED);
    List<EntityEdit> edits = edits(found(), random);
    var inForce = new ArrayList<EntityEdit>(edits);
    try (var store = EntityEdits.open(home)) {
      long first = store.add(edits, NOW);
      for (int i = 0; i < UNDONE; i++) {
        int which = random.nextInt(edits.size());
        if (store.undo(Optional.of(first + which)).isPresent()) {
          inForce.remove(edits.get(which));
        }
      }
    }
    try (var engine = indexed.open()) {
      for (int rebuild = 0; rebuild <= 3; rebuild++) {
        if (rebuild > 0) {
          indexed.index(IndexedHome.sampleArticles());
          engine.refresh();
        }
        List<Map<ArticleField, Set<String>>> articles = repaired(found(), inForce);
        for (ArticleField field : FIELDS) {
          Map<String, Long> expected = counts(articles, field);
          assertTrue(expected.size() > 10, field::parameter);
          assertEquals(
              expected,
              counted(engine, field),
              "rebuild %d, field %s, -Dtest.seed=%d".formatted(rebuild, field, SEED));
          checkFilters(engine, field, articles, expected, random);
        }
      }
    }
  }

  /// What recognition found in each article.
  private List<Map<ArticleField, Set<String>>> found() throws IOException {
    var names =
        new EntityDirectory(
            gazetteer, new EntityNames(gazetteer), EntityIds.all(home), EntityOverlay.NONE, "none");
    var articles = new ArrayList<Map<ArticleField, Set<String>>>();
    try (var generation =
        OpenGeneration.open(
            new GenerationStore(home).live().orElseThrow(),
            names,
            List.of(),
            RankingWeights.shipped(),
            null,
            OpenGeneration.Purpose.ALL)) {
      var rows = new ArticleRows(generation);
      for (int number = 0; number < generation.reader().maxDoc(); number++) {
        var values = new EnumMap<ArticleField, Set<String>>(ArticleField.class);
        for (ArticleField field : FIELDS) {
          values.put(field, rows.values(number, field));
        }
        articles.add(values);
      }
    }
    return articles;
  }

  /// Merges, hides and renames of entities in the archive. Sources of merged places lie in the same
  /// country, so that what contains them does not depend on when the index was built.
  private List<EntityEdit> edits(List<Map<ArticleField, Set<String>>> articles, Random random) {
    var ids = new EnumMap<EntityKind, List<String>>(EntityKind.class);
    for (ArticleField field : FIELDS) {
      var all = new java.util.TreeSet<String>();
      articles.forEach(article -> all.addAll(article.getOrDefault(field, Set.of())));
      ids.put(java.util.Objects.requireNonNull(EntityDirectory.kind(field)), List.copyOf(all));
    }
    var edits = new ArrayList<EntityEdit>();
    while (edits.size() < EDITS) {
      EntityKind kind = List.of(EntityKind.values()).get(random.nextInt(ids.size()));
      List<String> known = java.util.Objects.requireNonNull(ids.get(kind));
      String id = known.get(random.nextInt(known.size()));
      String other = known.get(random.nextInt(known.size()));
      switch (random.nextInt(10)) {
        case 0 -> edits.add(new EntityEdit.Hide(kind, id));
        case 1 -> edits.add(new EntityEdit.Rename(kind, id, "Renamed " + edits.size()));
        case 2 -> edits.add(new EntityEdit.Alias(kind, id, "Called " + edits.size()));
        case 3 ->
            edits.add(new EntityEdit.Merge(kind, id, "new-" + kind.word() + random.nextInt(5)));
        default -> {
          if (gazetteer.ancestors(kind, id).equals(gazetteer.ancestors(kind, other))) {
            edits.add(new EntityEdit.Merge(kind, id, other));
          }
        }
      }
    }
    return edits;
  }

  /// Applies the repairs by going through all ids again for each of them.
  private List<Map<ArticleField, Set<String>>> repaired(
      List<Map<ArticleField, Set<String>>> articles, List<EntityEdit> edits) {
    var now = new EnumMap<EntityKind, Map<String, String>>(EntityKind.class);
    var hidden = new EnumMap<EntityKind, Set<String>>(EntityKind.class);
    for (EntityKind kind : EntityKind.values()) {
      now.put(kind, new HashMap<>());
      hidden.put(kind, new HashSet<>());
    }
    for (EntityEdit edit : edits) {
      Map<String, String> ids = java.util.Objects.requireNonNull(now.get(edit.kind()));
      String is = ids.getOrDefault(edit.id(), edit.id());
      if (edit instanceof EntityEdit.Hide) {
        java.util.Objects.requireNonNull(hidden.get(edit.kind())).add(is);
      } else if (edit instanceof EntityEdit.Merge merge) {
        String into = ids.getOrDefault(merge.into(), merge.into());
        ids.replaceAll((_, value) -> value.equals(is) ? into : value);
        ids.put(is, into);
      }
    }
    var repaired = new ArrayList<Map<ArticleField, Set<String>>>();
    for (Map<ArticleField, Set<String>> article : articles) {
      var values = new EnumMap<ArticleField, Set<String>>(ArticleField.class);
      article.forEach((field, found) -> {
        EntityKind kind = java.util.Objects.requireNonNull(EntityDirectory.kind(field));
        Map<String, String> ids = java.util.Objects.requireNonNull(now.get(kind));
        Set<String> unseen = java.util.Objects.requireNonNull(hidden.get(kind));
        var shown = new HashSet<String>();
        for (String id : found) {
          String is = ids.getOrDefault(id, id);
          if (!unseen.contains(is)) {
            shown.add(is);
            if (!is.equals(id)) {
              gazetteer.ancestors(kind, is).stream()
                  .map(above -> ids.getOrDefault(above, above))
                  .filter(above -> !unseen.contains(above) && !above.equals("world"))
                  .forEach(shown::add);
            }
          }
        }
        values.put(field, shown);
      });
      repaired.add(values);
    }
    return repaired;
  }

  private Map<String, Long> counts(
      List<Map<ArticleField, Set<String>>> articles, ArticleField field) {
    var counts = new TreeMap<String, Long>();
    for (Map<ArticleField, Set<String>> article : articles) {
      article.getOrDefault(field, Set.of()).forEach(id -> counts.merge(id, 1L, Long::sum));
    }
    counts.keySet().removeIf(this::isWide); // facets leave out continents
    return counts;
  }

  private boolean isWide(String id) {
    Set<PlaceEntry.Kind> wide =
        Set.of(PlaceEntry.Kind.WORLD, PlaceEntry.Kind.CONTINENT, PlaceEntry.Kind.SUBREGION);
    return gazetteer.place(id).filter(place -> wide.contains(place.kind())).isPresent();
  }

  private Map<String, Long> counted(LuceneEngine engine, ArticleField field) throws IOException {
    var counts = new TreeMap<String, Long>();
    SearchRequest everything = request(Map.of("limit", List.of("0")));
    engine
        .values(new FacetValues.Request(field, "", 100_000, everything))
        .items()
        .forEach(item -> counts.put(item.value(), item.count()));
    return counts;
  }

  private void checkFilters(
      LuceneEngine engine,
      ArticleField field,
      List<Map<ArticleField, Set<String>>> articles,
      Map<String, Long> expected,
      Random random)
      throws IOException {
    List<String> values = List.copyOf(expected.keySet());
    for (int i = 0; i < 20; i++) {
      String value = values.get(random.nextInt(values.size()));
      String other = values.get(random.nextInt(values.size()));
      for (String facet : List.of("none", field.parameter())) {
        assertEquals(
            expected.get(value), total(engine, facet, Map.of(field.parameter(), value)), value);
        assertEquals(
            articles.stream()
                .filter(article ->
                    article.getOrDefault(field, Set.of()).containsAll(Set.of(value))
                        && article.getOrDefault(field, Set.of()).contains(other))
                .count(),
            total(
                engine,
                facet,
                Map.of(field.parameter() + ".all", value, field.parameter(), other)));
      }
    }
    long without =
        articles.stream()
            .filter(article -> article.getOrDefault(field, Set.of()).isEmpty())
            .count();
    assertEquals(without, total(engine, "none", Map.of(field.parameter() + ".missing", "true")));
  }

  private long total(LuceneEngine engine, String facet, Map<String, String> filters)
      throws IOException {
    var parameters = new HashMap<String, List<String>>();
    filters.forEach((name, value) -> parameters.put(name, List.of(value)));
    parameters.put("limit", List.of("0"));
    parameters.put("facet", List.of(facet));
    return engine.search(request(parameters)).total();
  }

  private SearchRequest request(Map<String, List<String>> parameters) {
    var reading = new RequestReader(DoorDefaults.API, clock).read(parameters);
    assertEquals(List.of(), reading.problems());
    return reading.request();
  }
}
