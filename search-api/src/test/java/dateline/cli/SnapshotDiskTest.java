package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots and restores where the disk is too small or full.
final class SnapshotDiskTest {
  private static final long SEED = 20_261_123;
  private static final int ARTICLES = 400;

  /// Twice as much leaves room for the libraries that a process unpacks.
  private static final int LARGE_BYTES = 8_000_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void index() throws Exception {
    Path delivery = GeneratedArticles.write(folder.resolve("a.jsonl"), 0, ARTICLES, SEED);
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  @Test
  void aDiskThatIsTooSmallIsSeenBefore() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(mount(small), "a small disk can only be mounted by root");
    try {
      Told refused = Told.by("snapshot", "create", "--index", home(), "--to", small).ended(1);
      assertTrue(
          refused
              .err()
              .matches(
                  "dateline: cannot take a snapshot of \\S+: \\S+ has 0\\.\\d MB free, and [\\d.]+ MB are needed\\. Free [\\d.]+ MB there, or name a folder on another disk\\.\n"),
          refused::toString);
      assertEquals(List.of(), names(small));

      Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
      refused =
          Told.by("snapshot", "restore", "-q", shelf(), "--index", small.resolve("new")).ended(1);
      assertTrue(refused.err().contains("MB are needed"), refused::toString);
      assertEquals(List.of(), names(small));
    } finally {
      run("umount", small.toString());
    }
  }

  /// No file may grow beyond the limit: a write fails in the middle, as on a disk that others fill.
  @Test
  void aWriteThatFailsLeavesNothingBehind() throws Exception {
    for (int blocks : List.of(1, 16, 64, 128)) {
      Told failed =
          Told.byProcess(limit(blocks), "snapshot", "create", "--index", home(), "--to", shelf());
      assertEquals(1, failed.exit(), failed::toString);
      assertTrue(failed.err().contains(shelf().toString()), failed::toString);
      assertEquals(List.of(), names(shelf()), failed::toString);
    }
    Files.write(home().resolve("notes.bin"), new byte[LARGE_BYTES]);
    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
    String before = Files.readString(home().resolve("CURRENT"));

    Told failed =
        Told.byProcess(
            limit(LARGE_BYTES / 512 / 2),
            "snapshot",
            "restore",
            shelf(),
            "--index",
            home(),
            "--replace");

    assertEquals(1, failed.exit(), failed::toString);
    assertTrue(failed.err().contains("home.restoring"), failed::toString);
    assertFalse(Files.exists(folder.resolve("home.restoring")));
    assertEquals(before, Files.readString(home().resolve("CURRENT")));
    Told.by("verify", "--index", home()).ended(0);
    Told.by("snapshot", "drill", "-q", shelf()).ended(0);
  }

  @Test
  void aDamagedIndexIsNotSaved() throws Exception {
    Path index;
    try (Stream<Path> files = Files.walk(home().resolve("generations"))) {
      index = files.filter(file -> file.toString().endsWith(".fdt")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(index);
    bytes[bytes.length / 2] ^= 1;
    Files.write(index, bytes);

    Told refused = Told.by("snapshot", "create", "--index", home(), "--to", shelf()).ended(1);

    assertTrue(
        refused
            .err()
            .contains(
                ": its file "
                    + home().relativize(index)
                    + " is damaged.\nThe texts are safe in the store"),
        refused::toString);
    assertEquals(List.of(), names(shelf()));
  }

  @Test
  void aDamagedStoreIsNotSaved() throws Exception {
    Files.writeString(home().resolve("desk.db"), "not a store");

    Told refused = Told.by("snapshot", "create", "--index", home(), "--to", shelf()).ended(1);

    assertTrue(refused.err().contains(home() + "/desk.db. The file is damaged"), refused::toString);
    assertEquals(List.of(), names(shelf()));
  }

  private static List<String> limit(int blocks) {
    return List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
  }

  private static boolean mount(Path folder) throws Exception {
    return System.getProperty("user.name").equals("root")
        && run("mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", folder.toString()) == 0;
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path shelf() {
    return folder.resolve("shelf");
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
