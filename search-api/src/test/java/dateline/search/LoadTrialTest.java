package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.invent.InventedArticles;
import dateline.search.bench.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred clients search while new generations are published.
///
/// `mvn -pl search-api -am verify -Plong -Dtest=LoadTrialTest
/// -Dsurefire.failIfNoSpecifiedTests=false` is the full trial; it prints what it measured.
final class LoadTrialTest {
  private static final boolean IS_LONG = System.getProperty("test.counts", "short").equals("long");
  private static final int CLIENTS = 200;
  private static final int PUBLISHES = IS_LONG ? 5 : 2;
  private static final int FIRST_ARTICLES = IS_LONG ? 3000 : 100;
  private static final int MORE_ARTICLES = IS_LONG ? 500 : 50;

  /// Searches that each generation has to answer after it was published.
  private static final int SEARCHES = IS_LONG ? 10_000 : 400;

  private static final long SEED = 20_261_123;

  /// What the heap may grow by: articles are added, and the collector keeps a little.
  private static final long HEAP_GROWTH_MAX = 48L << 20;

  /// Each search that runs at one time may open a connection to the store, which has three files.
  private static final int FILES_GROWTH_MAX = 3 * 32 + CLIENTS / 10;

  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final Path OPEN = Path.of("/proc/self/fd");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  /// What the process holds.
  private record Held(long heapBytes, int threads, int files) {
    static Held now() throws IOException {
      return new Held(Memory.heapBytes(), Thread.getAllStackTraces().size(), openFiles().size());
    }
  }

  @Test
  void everySearchIsAnsweredAndNothingIsHeldBack() throws Exception {
    Gazetteer gazetteer = Gazetteer.builtIn();
    var articles = new InventedArticles(gazetteer, SEED);
    var home = new IndexedHome(folder.resolve("home"), gazetteer, IndexedHome.CLOCK);
    String live = publish(articles, FIRST_ARTICLES, home);
    String before = live;
    long start = System.nanoTime();
    try (var server = home.serve()) {
      var crowd = Crowd.start(server.address(), CLIENTS);
      try (crowd) {
        assertTrue(crowd.await(SEARCHES, live), "no answer from " + live);
        Held first = Held.now();
        print("before", first);

        for (int i = 1; i <= PUBLISHES; i++) {
          before = live;
          live = publish(articles, MORE_ARTICLES, home);
          assertTrue(crowd.await(SEARCHES, live), "no answer from " + live);
          print(live, Held.now());
        }
        Held last = Held.now();

        assertTrue(last.heapBytes() - first.heapBytes() < HEAP_GROWTH_MAX, first + " " + last);
        assertTrue(last.threads() - first.threads() < CLIENTS / 10, first + " " + last);
        assertTrue(last.files() - first.files() < FILES_GROWTH_MAX, first + " " + last);
      }
      print(crowd, System.nanoTime() - start);
      assertEquals(List.of(), crowd.failures());
      assertEquals(
          List.of(),
          heldOfOthersThan(live, before),
          "files of generations in which no list goes on");
    }
  }

  private String publish(InventedArticles articles, int count, IndexedHome home) throws Exception {
    Path delivery = Files.createTempFile(folder, "delivery", ".jsonl");
    articles.write(delivery, count, _ -> {});
    return String.valueOf(home.index(delivery).generation());
  }

  /// Files of the archive's generations that are open or mapped although two others answer; on
  /// Linux, where the system tells.
  private List<String> heldOfOthersThan(String live, String before) throws IOException {
    String generations = folder.resolve("home").resolve("generations").toString();
    var held = new ArrayList<String>(openFiles());
    if (Files.isReadable(MAPS)) {
      held.addAll(Files.readAllLines(MAPS));
    }
    return held.stream()
        .filter(file ->
            file.contains(generations)
                && !file.contains(generations + "/" + live + "/")
                && !file.contains(generations + "/" + before + "/"))
        .toList();
  }

  private static List<String> openFiles() throws IOException {
    if (!Files.isDirectory(OPEN)) {
      return List.of();
    }
    var targets = new ArrayList<String>();
    try (Stream<Path> open = Files.list(OPEN)) {
      for (Path link : open.toList()) {
        if (Files.isSymbolicLink(link)) { // the listing's own is gone
          String target = Files.readSymbolicLink(link).toString();
          if (target.startsWith("/")) { // clients open and close sockets as they like
            targets.add(target);
          }
        }
      }
    }
    return targets;
  }

  private static void print(String when, Held held) {
    System.out.printf(
        "LoadTrial %s: heap %.1f MB, %d threads, %d files%n",
        when, held.heapBytes() / 1e6, held.threads(), held.files());
  }

  private static void print(Crowd crowd, long tookNanos) {
    List<Long> nanos = crowd.sortedNanos();
    System.out.printf(
        "LoadTrial %d searches in %.1f s (%.0f a second), p50 %.0f ms, p99 %.0f ms, %d failed%n",
        nanos.size(),
        tookNanos / 1e9,
        nanos.size() / (tookNanos / 1e9),
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6,
        crowd.failed());
  }
}
