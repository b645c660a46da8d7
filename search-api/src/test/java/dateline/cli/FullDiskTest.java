package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs on a disk that is full, or becomes so.
final class FullDiskTest {
  private static final long SEED = 20_261_130;
  private static final int ARTICLES = 300;

  private static final int ADDED = 4000;

  /// In half kilobytes, above the size of the libraries that a process unpacks: what fails is the
  /// store or its log, then a segment.
  private static final List<Integer> LIMITS = List.of(2600, 4000);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void index() throws IOException {
    Path delivery = GeneratedArticles.write(folder.resolve("a.jsonl"), 0, ARTICLES, SEED);
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  /// No file may grow beyond the limit: a write fails in the middle, as on a disk that others fill.
  @Test
  void aWriteThatFailsLeavesTheLiveIndexAloneAndLosesNothing() throws Exception {
    Generation before = live();
    Path delivery = GeneratedArticles.write(folder.resolve("b.jsonl"), ARTICLES, ADDED, SEED);
    for (int limit : LIMITS) {
      Told failed =
          Told.byProcess(
              List.of("sh", "-c", "trap '' XFSZ; ulimit -f " + limit + "; exec \"$@\"", "sh"),
              "index",
              "--resume",
              "--source",
              delivery,
              "--index",
              home());

      failed.ended(1);
      assertTrue(failed.err().contains(home().toString()), failed::toString);
      assertEquals(before, live(), failed::toString);
      try (Stream<Path> left = Files.list(home().resolve("generations"))) {
        assertEquals(List.of(before.directory()), left.toList(), failed::toString);
      }
      assertEquals(ARTICLES + " articles", found());
    }

    Told.by("index", "--resume", "-q", "--source", delivery, "--index", home()).ended(0);

    assertEquals("4,300 articles", found());
  }

  @Test
  void aDiskThatIsTooSmallIsSeenBefore() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        exit("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", small.toString()) == 0,
        "a small disk can only be mounted by root");
    try {
      Told refused =
          Told.by("index", "--source", folder.resolve("a.jsonl"), "--index", small.resolve("home"))
              .ended(1);

      assertTrue(
          refused
              .err()
              .matches(
                  "(?s).*dateline: the disk of \\S+ has \\d+ MB left; the next index takes about 0 MB and 64 MB must stay free\\. Free \\d+ MB and run again, with --resume to keep what was read\\..*"),
          refused::toString);
    } finally {
      exit("umount", small.toString());
    }
  }

  private static int exit(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private String found() {
    return Told.by("search", "--index", home(), "--match", "any", "said")
        .ended(0)
        .out()
        .lines()
        .findFirst()
        .orElseThrow();
  }

  private Generation live() throws IOException {
    return new GenerationStore(home()).live().orElseThrow();
  }

  private Path home() {
    return folder.resolve("home");
  }
}
