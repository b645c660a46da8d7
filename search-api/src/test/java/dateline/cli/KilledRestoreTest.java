package dateline.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/// Restores and snapshots are killed at any moment while a server answers: one home is in its place
/// and whole, and the same command goes on from there.
///
/// The moments are drawn one in each of the equal parts of the time that an undisturbed command
/// writes.
final class KilledRestoreTest {
  private static final boolean IS_LONG = System.getProperty("test.counts", "short").equals("long");
  private static final int KILLS = IS_LONG ? 40 : 3;
  private static final int ARTICLES = 100;
  private static final long SEED = Long.getLong("dateline.seed", 20_261_123);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private final Map<String, Integer> states = new TreeMap<>();

  @Test
  void oneOfTheTwoHomesAnswers() throws Exception {
    System.out.printf(
        "kills restores with seed %d; repeat with mvn verify -Dtest=KilledRestoreTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddateline.seed=%1$d%n",
        SEED);
    index(0, ARTICLES);
    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
    String saved = live();
    index(ARTICLES, ARTICLES);
    var random = new Random(SEED);
    long life = writing(folder, "restore", shelf(), "--index", home(), "--replace", "-q");
    assertEquals(saved, live());

    try (var server = IndexedHome.at(home()).serve();
        BusyClient client = BusyClient.start(server.address())) {
      for (int kill = 0; kill < KILLS; kill++) {
        index(ARTICLES, ARTICLES + kill);
        String before = live();

        boolean isEnded =
            kill(
                folder,
                moment(kill, life, random),
                "restore",
                shelf(),
                "--index",
                home(),
                "--replace",
                "-q");

        states.merge(state(isEnded, before), 1, Integer::sum);
        if (Files.exists(home())) {
          assertTrue(Set.of(before, saved).contains(live()), live());
          Told.by("verify", "--index", home()).ended(0);
        } else {
          Told named = Told.by("index", "--source", folder.resolve("0.jsonl"), "--index", home());
          assertTrue(named.err().contains("put it back: mv"), named::toString);
        }
        removeReplaced();
        Told.by("snapshot", "restore", "-q", shelf(), "--index", home(), "--replace").ended(0);
        assertEquals(saved, live());
        assertTrue(client.awaitGeneration(saved), "no answer from " + saved);
        assertEquals(List.of("0.jsonl", "100.jsonl", "home", "shelf"), List.copyOf(names(folder)));
        assertEquals(List.of(), client.failures());
      }
    }
    System.out.println("killed restores were found " + states);
  }

  @Test
  void aKilledSnapshotIsNone() throws Exception {
    index(0, ARTICLES);
    var random = new Random(SEED);
    Files.createDirectory(shelf());
    long life = writing(shelf(), "create", "--index", home(), "--to", shelf(), "-q");
    int unfinished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      kill(shelf(), moment(kill, life, random), "create", "--index", home(), "--to", shelf(), "-q");

      unfinished += (int) names(shelf()).stream().filter(name -> name.endsWith(".draft")).count();
      Told.by("snapshot", "list", "--in", shelf(), "--verify").ended(0);
      Told.by("verify", "--index", home()).ended(0);
    }
    assertTrue(unfinished > 0, "no kill fell into the writing");
    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
    assertTrue(names(shelf()).stream().noneMatch(name -> name.endsWith(".draft")));
    Told.by("snapshot", "drill", "-q", shelf()).ended(0);
  }

  /// What the message tells a person to do, where a kill fell between the last two renames.
  private void removeReplaced() throws IOException {
    Path replaced = folder.resolve("home.replaced");
    if (Files.exists(home()) && Files.exists(replaced)) {
      Files.move(replaced, folder.resolve("home.removing"));
    }
  }

  private String state(boolean isEnded, String before) throws IOException {
    Set<String> names = names(folder);
    if (isEnded) {
      return "ended";
    }
    if (!names.contains("home")) {
      return "between";
    }
    if (!live().equals(before)) {
      return "replaced";
    }
    return names.contains("home.restoring") ? "building" : "starting";
  }

  private static long moment(int kill, long life, Random random) {
    return (long) ((kill + random.nextDouble()) / KILLS * life);
  }

  /// How long a command goes on after it has made its folder in another.
  private static long writing(Path folder, Object... words) throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      Process process = start(words);
      awaitFolder(watch);
      long start = System.nanoTime();
      assertEquals(0, process.waitFor());
      return System.nanoTime() - start;
    }
  }

  private static boolean kill(Path folder, long nanos, Object... words) throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      Process process = start(words);
      awaitFolder(watch);
      boolean isEnded = process.waitFor(nanos, TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();
      return isEnded;
    }
  }

  private static void awaitFolder(WatchService watch) throws InterruptedException {
    while (true) {
      WatchKey key = watch.poll(1, TimeUnit.MINUTES);
      assertNotNull(key, "nothing was made");
      for (WatchEvent<?> event : key.pollEvents()) {
        if (String.valueOf(event.context()).matches(".*\\.(?:restoring|draft)")) {
          return;
        }
      }
      key.reset();
    }
  }

  private static Process start(Object... words) throws IOException {
    var all = new Object[words.length + 1];
    all[0] = "snapshot";
    System.arraycopy(words, 0, all, 1, words.length);
    return Told.process(List.of(), all)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private void index(int first, int count) throws IOException {
    Path delivery = GeneratedArticles.write(folder.resolve(first + ".jsonl"), first, count, SEED);
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  private String live() throws IOException {
    return new GenerationStore(home()).liveName().orElseThrow();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path shelf() {
    return folder.resolve("shelf");
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
