package dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.store.ArchiveStore;
import dateline.index.IndexOptions.Mode;
import dateline.index.generation.IndexedArticle;
import dateline.index.lucene.LuceneWriter;
import dateline.index.lucene.PublishedArticles;
import dateline.index.story.Archive;
import dateline.index.story.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Groups of reprints in the generations of real runs.
final class StoryPassTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int ARTICLES = 120;
  private static final int CHANGES = 4;
  private static final int NIGHTS = System.getProperty("test.counts", "").equals("long") ? 12 : 4;

  private static final String DAM =
      """
      Engineers closed the last gate of the Karu dam on Monday, nine months late, and the lake
      behind it began to fill. The valley will lie under 40 metres of water by the spring, and
      the people of 31 villages had to leave it for houses that have no roofs yet.
      """;

  @TempDir Path folder;

  /// Whatever a night brings, the groups are those of the articles that are there then.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void nightsEndInTheGroupsOfAFullRun(int number) throws Exception {
    System.out.println(
        "groups over nights, archive "
            + number
            + "; repeat with mvn verify -Dtest=StoryPassTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
            + SEED);
    var random = new Random(SEED + number);
    var wire = new Wire(9, random);
    var home = new GroupedHome(folder);
    for (int i = 0; i < ARTICLES; i++) {
      home.bring(wire.article("a" + i));
    }
    home.run(Mode.INCREMENTAL);
    int incremental = 0;
    int moved = 0;

    for (int night = 1; night <= NIGHTS; night++) {
      Map<String, Long> before = home.stories();
      change(home, night, wire, random);
      RunReport report = home.run(Mode.INCREMENTAL);
      Map<String, Long> after = home.stories();

      incremental += report.how().startsWith("on ") ? 1 : 0;
      moved += moved(before, after);
      assertEquals(expected(home), after, "night " + night + ", seed " + SEED);
    }

    assertTrue(incremental > 0, "no night was incremental");
    assertTrue(moved > 0, "no group changed");
    Map<String, Long> carried = home.stories();
    home.run(Mode.REBUILD);
    assertEquals(carried, home.stories());
  }

  @Test
  void whatANightDoesNotTouchIsNotWritten() throws Exception {
    var home = new GroupedHome(folder);
    home.bring(dam("a", ""));
    home.bring(dam("b", ""));
    for (int i = 0; i < 15; i++) { // or a night would be a full one
      home.bring(ferry(i));
    }
    home.run(Mode.INCREMENTAL);
    assertEquals(Map.of("a", 1L, "b", 1L), grouped(home));

    home.bring(ferry(15));
    assertIncremental(home);
    assertEquals(Map.of("a", 1L, "b", 1L), grouped(home));
    assertEquals(Set.of(), home.writtenOfOlderSegments());

    home.bring(dam("c", "The bank paid."));
    assertIncremental(home);
    assertEquals(Map.of("a", 1L, "b", 1L, "c", 1L), grouped(home));
    assertEquals(Set.of(), home.writtenOfOlderSegments());

    home.withdraw(dam("a", ""));
    assertIncremental(home);
    assertEquals(Map.of("b", 2L, "c", 2L), grouped(home));
    assertFalse(home.writtenOfOlderSegments().isEmpty());
  }

  @Test
  void aKilledRunIsGoneOnWith() throws Exception {
    Path index = Files.createDirectory(folder.resolve("index"));
    Path home = Files.createDirectory(folder.resolve("home"));
    List<Article> articles = List.of(dam("a", ""), ferry(1), dam("c", "The bank paid."));
    try (var store = ArchiveStore.open(home, Set.of(), ArchiveStore.Opening.FRESH, Instant.EPOCH)) {
      for (Article article : articles) {
        store.add(article);
      }
      try (var writer = new LuceneWriter(index)) {
        writer.add(new IndexedArticle(1, articles.getFirst(), List.of()));
        writer.mark(new LuceneWriter.Checkpoint(1, "versions"));
      }
      try (var writer = LuceneWriter.onto(index)) {
        writer.replace(new IndexedArticle(2, articles.get(1), List.of()));
        writer.replace(new IndexedArticle(3, articles.get(2), List.of()));
        new StoryPass(writer, store, (_, _, _) -> {}).group(null);
        writer.finish();
      }
    }

    try (var published = new PublishedArticles(index)) {
      assertEquals(
          List.of(1L, 0L, 1L),
          List.of(published.story("a"), published.story("ferry-1"), published.story("c")));
    }
  }

  /// New articles, changed ones, and some taken back.
  private static void change(GroupedHome home, int night, Wire wire, Random random) {
    for (int i = 0; i < CHANGES; i++) {
      var known = new ArrayList<>(home.latest().keySet());
      String old = known.get(random.nextInt(known.size()));
      switch (random.nextInt(3)) {
        case 0 -> home.bring(wire.article("n" + night + "-" + i));
        case 1 -> home.bring(wire.article(old));
        default -> home.withdraw(wire.article(old));
      }
    }
  }

  /// By comparing all that is there, in the order of the store.
  private static Map<String, Long> expected(GroupedHome home) throws IOException {
    Map<String, Long> sequences = home.sequences();
    List<String> ids =
        sequences.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    var archive = new Archive(ids.stream().map(id -> home.latest().get(id)).toList());
    Map<String, Long> stories = new TreeMap<>();
    ids.forEach(id -> stories.put(id, 0L));
    for (List<Integer> group : archive.groups()) {
      List<Long> numbers =
          group.stream().map(place -> sequences.getOrDefault(ids.get(place), 0L)).toList();
      long least = numbers.stream().min(Comparator.naturalOrder()).orElseThrow();
      group.forEach(place -> stories.put(ids.get(place), least));
    }
    return stories;
  }

  /// How many of the articles that stayed are in another group.
  private static int moved(Map<String, Long> before, Map<String, Long> after) {
    var moved = new TreeMap<>(before);
    moved.keySet().retainAll(after.keySet());
    moved.entrySet().removeAll(after.entrySet());
    return moved.size();
  }

  private static void assertIncremental(GroupedHome home) throws Exception {
    String how = home.run(Mode.INCREMENTAL).how();
    assertTrue(how.startsWith("on "), how);
  }

  private static Map<String, Long> grouped(GroupedHome home) throws IOException {
    Map<String, Long> grouped = home.stories();
    grouped.values().removeIf(story -> story == 0);
    return grouped;
  }

  private static Article dam(String id, String end) {
    return article(id, DAM + end);
  }

  private static Article ferry(int number) {
    String sea = new Wire(1, new Random(number)).article("any").body();
    return article("ferry-" + number, "The ferry does not sail while the sea is rough. " + sea);
  }

  private static Article article(String id, String body) {
    return Article.builder(id).source("Wire").headline("Report").body(body).build();
  }
}
