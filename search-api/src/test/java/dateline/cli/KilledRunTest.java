package dateline.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.IndexOptions;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.BusyClient;
import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs are killed at any moment while a server answers.
///
/// The moments are spread over a run's whole life: most are drawn one in each of the equal parts of
/// the time that an undisturbed run holds the archive, a few in the time before.
final class KilledRunTest {
  private static final int KILLS_BEFORE_THE_LOCK = 2;
  private static final int ADDED = 10;
  private static final boolean IS_LONG = System.getProperty("test.counts", "short").equals("long");
  private static final int KILLS = IS_LONG ? 200 : 5;
  private static final int ARTICLES = IS_LONG ? 2_000 : 200;
  private static final long SEED = Long.getLong("dateline.seed", 20_261_123);

  /// What everything in the home may be called once a run has ended well.
  private static final Set<String> LASTING =
      Set.of("CURRENT", "archive.db", "desk.db", "generations", "run.lock", "tables");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private final Map<String, Long> published = new TreeMap<>();
  private final List<String> noted = new ArrayList<>();
  private final Map<String, Integer> states = new TreeMap<>();

  @Test
  void theOldGenerationAnswersUntilTheNewOneDoes() throws Exception {
    System.out.printf(
        "kills runs with seed %d; repeat with mvn verify -Dtest=KilledRunTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddateline.seed=%1$d%n",
        SEED);
    Told.by("index", "-q", "--source", delivery(0, ARTICLES), "--index", home()).ended(0);
    note(live());
    var random = new Random(SEED);

    try (var server = IndexedHome.at(home()).serve();
        BusyClient client = BusyClient.start(server.address())) {
      Life life = undisturbed();
      for (int kill = 0; kill < KILLS; kill++) {
        Generation before = live();
        Path delivery = delivery(ARTICLES + (2 + 2 * kill) * ADDED, ADDED);

        kill(delivery, life.moment(kill, random));

        Generation after = live();
        if (!after.name().equals(before.name())) {
          assertEquals(before.manifest().articles() + ADDED, after.manifest().articles());
          note(after);
        }
        assertTrue(client.awaitGeneration(after.name()), "no answer from " + after.name());
        indexAgain(kill, delivery, after, !after.name().equals(before.name()), client);
        assertEquals(List.of(), client.failures());
      }
      System.out.println("killed runs were found " + states);
      assertTrue(client.searches() > KILLS, "too few searches to tell anything");
      Map<String, Long> unexpected = new TreeMap<>(client.totals());
      unexpected.entrySet().removeAll(published.entrySet());
      assertEquals(Map.of(), unexpected);
    }
  }

  /// The next run clears up and publishes: with another delivery, or going on with the killed one.
  private void indexAgain(int kill, Path killed, Generation before, boolean isIn, BusyClient client)
      throws Exception {
    boolean isResumed = kill % 2 == 1;
    Path delivery = isResumed ? killed : delivery(ARTICLES + (3 + 2 * kill) * ADDED, ADDED);
    Told told =
        isResumed
            ? Told.by("index", "--resume", "-q", "--source", delivery, "--index", home())
            : Told.by("index", "-q", "--source", delivery, "--index", home());
    told.ended(0);
    Generation now = live();
    if (isResumed && isIn) {
      assertEquals(before, now);
    } else {
      note(now);
      assertEquals(before.manifest().articles() + ADDED, now.manifest().articles());
    }
    assertTrue(client.awaitGeneration(now.name()), "no answer from " + now.name());

    List<String> kept =
        noted.subList(Math.max(0, noted.size() - 1 - IndexOptions.KEEP), noted.size());
    assertEquals(Set.copyOf(kept), names(home().resolve("generations")));
    Set<String> tables = new TreeSet<>();
    for (Generation generation : new GenerationStore(home()).all()) {
      tables.add(generation.manifest().tables());
    }
    assertEquals(tables, names(home().resolve("tables")));
    Set<String> left = names(home());
    left.removeIf(name -> name.endsWith("-wal") || name.endsWith("-shm"));
    assertEquals(LASTING, left);
    assertEquals(now.manifest().runs(), numbers("SELECT run FROM versions"));
    assertEquals(Set.of(), numbers("SELECT run FROM runs WHERE state <> 'finished'"));
    assertEquals(
        "generation %s is whole: %,d articles%n".formatted(now.name(), now.manifest().articles()),
        Told.by("verify", "--index", home()).ended(0).out());
  }

  /// How long an undisturbed run lasts before and after it takes the archive's lock.
  private record Life(long beforeLockNanos, long lockedNanos) {
    Moment moment(int kill, Random random) {
      int locked = kill - KILLS_BEFORE_THE_LOCK;
      return locked < 0
          ? new Moment(false, (long) (random.nextDouble() * beforeLockNanos))
          : new Moment(
              true,
              (long)
                  ((locked + random.nextDouble()) / (KILLS - KILLS_BEFORE_THE_LOCK) * lockedNanos));
    }
  }

  /// When to kill.
  ///
  /// @param isAfterLock whether the time counts from the taking of the lock
  private record Moment(boolean isAfterLock, long nanos) {}

  private Life undisturbed() throws Exception {
    Path delivery = delivery(ARTICLES, ADDED);
    try (WatchService watch = home().getFileSystem().newWatchService()) {
      home().register(watch, ENTRY_MODIFY);
      long start = System.nanoTime();
      Process run = start(delivery);
      awaitLock(watch);
      long locked = System.nanoTime();
      assertEquals(0, run.waitFor());
      note(live());
      return new Life(locked - start, System.nanoTime() - locked);
    }
  }

  private void kill(Path delivery, Moment moment) throws Exception {
    Generation before = live();
    try (WatchService watch = home().getFileSystem().newWatchService()) {
      home().register(watch, ENTRY_MODIFY);
      Process run = start(delivery);
      if (moment.isAfterLock()) {
        awaitLock(watch);
      }
      boolean isEnded = run.waitFor(moment.nanos(), TimeUnit.NANOSECONDS);
      run.destroyForcibly().waitFor();
      states.merge(isEnded ? "ended" : state(before), 1, Integer::sum);
    }
  }

  /// Waits until a run writes its number into the lock.
  private static void awaitLock(WatchService watch) throws InterruptedException {
    while (true) {
      WatchKey key = watch.poll(1, TimeUnit.MINUTES);
      assertNotNull(key, "no run took the lock");
      for (WatchEvent<?> event : key.pollEvents()) {
        if (Path.of("run.lock").equals(event.context())) {
          return;
        }
      }
      key.reset();
    }
  }

  private Process start(Path delivery) throws IOException {
    return Told.process(List.of(), "index", "--source", delivery, "--index", home())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private String state(Generation before) throws Exception {
    Set<String> generations = names(home().resolve("generations"));
    if (!live().name().equals(before.name())) {
      return "published";
    }
    if (generations.stream().anyMatch(name -> name.endsWith(".building"))) {
      return "building";
    }
    if (generations.stream().anyMatch(name -> name.compareTo(before.name()) > 0)) {
      return "verifying";
    }
    return numbers("SELECT run FROM runs WHERE state = 'open'").isEmpty() ? "starting" : "reading";
  }

  private Generation live() throws IOException {
    return new GenerationStore(home()).live().orElseThrow();
  }

  private void note(Generation generation) {
    noted.add(generation.name());
    published.put(generation.name(), generation.manifest().articles());
  }

  private Path delivery(int first, int count) throws IOException {
    return GeneratedArticles.write(folder.resolve(first + ".jsonl"), first, count, SEED);
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Set<Long> numbers(String select) throws SQLException {
    var numbers = new TreeSet<Long>();
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + home().resolve("archive.db"));
        Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
