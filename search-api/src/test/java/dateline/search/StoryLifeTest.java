package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstones;
import dateline.index.RunReport;
import dateline.search.lucene.LuceneEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A story in its versions, whatever comes when.
final class StoryLifeTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");
  private static final long SEED = Long.getLong("dateline.seed", 20_261_130);
  private static final boolean IS_LONG = "long".equals(System.getProperty("test.counts"));
  private static final int DELIVERIES = IS_LONG ? 500 : 25;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @Test
  void nineVersionsInAnyOrderEndInTheSameState() throws Exception {
    System.out.println("stories are shuffled with seed " + SEED);
    var random = new Random(SEED);
    for (boolean isNumbered : List.of(true, false)) {
      var versions = new ArrayList<String>();
      for (int number = 1; number <= 9; number++) {
        versions.add(version(number, isNumbered));
      }
      for (int round = 0; round < 3; round++) {
        Collections.shuffle(versions, random);
        IndexedHome home = home("home" + isNumbered + round);
        for (int run = 0; run < 3; run++) {
          home.on(BEGIN.plus(Duration.ofDays(run)))
              .index(delivery(versions.subList(3 * run, 3 * run + 3)));
        }

        assertEquals("State 9", headline(home), versions::toString);

        RunReport again = home.on(BEGIN.plus(Duration.ofDays(4))).index(delivery(versions));
        assertEquals(9, again.account().unchanged());
        assertEquals("State 9", headline(home), versions::toString);
      }
    }
  }

  private static String version(int number, boolean isNumbered) {
    String order =
        isNumbered
            ? "\"version\": " + number
            : "\"modified\": \"2026-11-0%dT10:00:00Z\"".formatted(number);
    return "{\"id\": \"s\", %s, \"headline\": \"State %d\", \"body\": \"The flood rose to %d metres.\"}"
        .formatted(order, number, number);
  }

  @Test
  void aCorrectionOfAWithdrawnStoryDoesNotReviveIt() throws Exception {
    IndexedHome home = home("home");
    home.index(delivery(List.of(version(1, true), "{\"id\": \"other\", \"headline\": \"Calm\"}")));
    home.index(
        delivery(List.of("{\"id\": \"s\", \"headline\": \"Killed\", \"status\": \"withdrawn\"}")));

    RunReport report = home.index(delivery(List.of(version(2, true), version(3, true))));

    assertEquals(2, report.account().withdrawn());
    try (LuceneEngine engine = home.open()) {
      assertTrue(engine.find(new ArticleId("s")).isEmpty());
      assertTrue(engine.gone(new ArticleId("s")).isPresent());
      assertEquals(1, engine.status().articles());
    }
  }

  @Test
  void aKillThatComesFirstHoldsToo() throws Exception {
    IndexedHome home = home("home");
    home.index(
        delivery(
            List.of(
                "{\"id\": \"s\", \"headline\": \"Killed\", \"status\": \"withdrawn\"}",
                "{\"id\": \"other\", \"headline\": \"Calm\"}")));
    home.index(delivery(List.of(version(1, true))));

    try (LuceneEngine engine = home.open()) {
      assertTrue(engine.find(new ArticleId("s")).isEmpty());
    }
  }

  @Test
  void aClockThatJumpsBackHarmsNothing() throws Exception {
    IndexedHome home = home("home");
    home.index(delivery(List.of(version(1, true))));

    home.on(BEGIN.minus(Duration.ofDays(400))).index(delivery(List.of(version(2, true))));
    assertEquals("State 2", headline(home));
    home.on(BEGIN.minus(Duration.ofDays(800)))
        .index(delivery(List.of("{\"id\": \"s\", \"headline\": \"x\", \"status\": \"killed\"}")));

    try (LuceneEngine engine = home.on(BEGIN).open()) {
      assertTrue(engine.find(new ArticleId("s")).isEmpty());
    }
  }

  /// What an archive must hold after a delivery, kept by a second, much simpler account.
  private static final class Expected {
    final Map<String, String> sources = new HashMap<>();
    final Map<String, Integer> numbers = new HashMap<>();
    final Set<String> withdrawn = new TreeSet<>();
    final Map<String, Set<Integer>> known = new HashMap<>();
  }

  @Test
  void everyRunsAccountingAddsUp() throws Exception {
    System.out.println("deliveries are made with seed " + SEED);
    var random = new Random(SEED);
    var expected = new Expected();
    IndexedHome home = home("home");
    home.index(
        delivery(List.of("{\"id\": \"first\", \"source\": \"S0\", \"headline\": \"First\"}")));
    expected.sources.put("first", "S0");
    expected.numbers.put("first", 0);
    for (int night = 1; night <= DELIVERIES; night++) {
      var lines = new ArrayList<String>();
      long[] account = account(random, expected, lines);

      RunReport report =
          home.on(BEGIN.plus(Duration.ofHours(night)))
              .index(
                  dateline.index.IndexOptions.Mode.INCREMENTAL,
                  Set.of(dateline.index.IndexOptions.Wish.FORCE),
                  delivery(lines));

      String told = "night " + night + " of seed " + SEED + ": " + lines;
      assertEquals(
          new RunReport.Account(
              account[0], account[1], account[2], account[3], account[4], account[5]),
          report.account(),
          told);
      assertEquals(lines.size(), report.account().read(), told);
      var shown = new TreeSet<>(expected.numbers.keySet());
      shown.removeAll(expected.withdrawn);
      assertEquals(shown.size(), report.articles(), told);
    }
    try (LuceneEngine engine = home.open()) {
      for (Map.Entry<String, Integer> article : expected.numbers.entrySet()) {
        var found = engine.find(new ArticleId(article.getKey()));
        assertEquals(expected.withdrawn.contains(article.getKey()), found.isEmpty());
        if (found.isPresent() && article.getValue() > 0) {
          assertEquals("State " + article.getValue(), found.get().article().headline());
        }
      }
    }
    assertEquals(
        expected.withdrawn.size(),
        Tombstones.all(home.path()).size(),
        "every withdrawn article has its tombstone");
  }

  /// Makes the lines of a delivery.
  ///
  /// @return how many are new, changed, unchanged, withdrawn, given twice, and refused
  private static long[] account(Random random, Expected expected, List<String> lines) {
    long[] account = new long[6];
    var given = new TreeSet<String>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      String id = "a" + random.nextInt(40);
      String source = expected.sources.getOrDefault(id, "S" + random.nextInt(3));
      int number = 1 + random.nextInt(6);
      switch (random.nextInt(10)) {
        case 0 -> {
          lines.add("{\"id\": \"%s\", \"headline\": ".formatted(id));
          account[5]++;
        }
        case 1 -> {
          lines.add("{\"id\": \"%s\", \"source\": \"%s\"}".formatted(id, source));
          account[5]++;
        }
        case 2 -> {
          lines.add(line(id, "Thief", number));
          if (!expected.sources.getOrDefault(id, "Thief").equals("Thief")) {
            account[5]++;
          } else {
            take(id, "Thief", number, expected, given, account);
          }
        }
        case 3 -> {
          boolean isKnown = expected.withdrawn.contains(id);
          if (random.nextInt(4) > 0) {
            lines.add(line(id, source, number));
            take(id, source, number, expected, given, account);
          } else {
            lines.add(
                "{\"id\": \"%s\", \"source\": \"%s\", \"headline\": \"Kill\", \"status\": \"canceled\"}"
                    .formatted(id, source));
            expected.withdrawn.add(id);
            account[isKnown ? 2 : 3]++;
          }
        }
        default -> {
          lines.add(line(id, source, number));
          take(id, source, number, expected, given, account);
        }
      }
    }
    return account;
  }

  private static String line(String id, String source, int number) {
    return "{\"id\": \"%s\", \"source\": \"%s\", \"version\": %d, \"headline\": \"State %d\"}"
        .formatted(id, source, number, number);
  }

  private static void take(
      String id, String source, int number, Expected expected, Set<String> given, long[] account) {
    boolean isFirst = given.add(id + " " + number);
    if (expected.withdrawn.contains(id)) {
      account[3]++;
      return;
    }
    expected.sources.putIfAbsent(id, source);
    Set<Integer> known = expected.known.computeIfAbsent(id, _ -> new TreeSet<>());
    int latest = expected.numbers.getOrDefault(id, 0);
    if (!known.add(number)) {
      account[isFirst ? 2 : 4]++;
    } else if (latest == 0) {
      account[0]++;
    } else {
      account[number > latest ? 1 : 2]++;
    }
    expected.numbers.put(id, Math.max(latest, number));
  }

  private static String headline(IndexedHome home) throws Exception {
    try (LuceneEngine engine = home.open()) {
      return String.valueOf(engine.find(new ArticleId("s")).orElseThrow().article().headline());
    }
  }

  private IndexedHome home(String name) throws Exception {
    return IndexedHome.at(folder.resolve(name)).on(BEGIN);
  }

  private Path delivery(List<String> lines) throws Exception {
    return Files.write(folder.resolve("delivery.jsonl"), lines);
  }
}
