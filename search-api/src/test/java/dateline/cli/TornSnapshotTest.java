package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every kind of damage to a snapshot is named with its file, and nothing is restored from it.
final class TornSnapshotTest {
  private static final long SEED = Long.getLong("dateline.seed", 20_261_123);
  private static final int FLIPS = 40;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  private static final Random RANDOM = new Random(SEED);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path torn;

  private Path snapshot = Path.of("");

  @BeforeAll
  static void take() throws Exception {
    Path delivery = GeneratedArticles.write(folder.resolve("a.jsonl"), 0, 5, SEED);
    Path home = folder.resolve("home");
    Told.by("index", "-q", "--source", delivery, "--index", home).ended(0);
    Files.writeString(home.resolve("judge.conf"), "drift.max = 0.2\n");
    Told.by("snapshot", "create", "-q", "--index", home, "--to", folder.resolve("shelf")).ended(0);
  }

  @BeforeEach
  void copy() throws IOException {
    Path whole;
    try (Stream<Path> entries = Files.list(folder.resolve("shelf"))) {
      whole = entries.findFirst().orElseThrow();
    }
    snapshot = torn.resolve(whole.getFileName().toString());
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.toList()) {
        Files.copy(file, snapshot.resolve(whole.relativize(file).toString()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          truncate | archive.db                    | archive.db has 7 bytes instead of
          truncate | judge.conf                    | judge.conf has 7 bytes instead of 16
          flip     | desk.db                       | desk.db has other content than when it was written
          flip     | CURRENT                       | CURRENT has other content than when it was written
          delete   | CURRENT                       | CURRENT is missing
          delete   | desk.db                       | desk.db is missing
          add      | archive.db-wal                | archive.db-wal does not belong to the snapshot
          add      | models/issues.model           | models/issues.model does not belong to the snapshot
          add      | ../notes.txt                  | notes.txt does not belong to the snapshot
          link     | judge.conf                    | judge.conf is no plain file any more
          truncate | ../snapshot.json              | snapshot.json cannot be used, it is cut off or garbled
          delete   | ../snapshot.json              | snapshot.json is missing
          newer    | ../snapshot.json              | was made by a newer Dateline (snapshot format 99, this one knows 1). Use that one.
          store    | ../snapshot.json              | was made by a newer Dateline (Dateline (built from source), store version 99, this one knows
          schema   | ../snapshot.json              | has an index of schema version 99, this program reads
          outside  | ../snapshot.json              | snapshot.json cannot be used, it names the file ../../evil
          """)
  void isNamed(String damage, String file, String sentence) throws Exception {
    Path path = snapshot.resolve("home").resolve(file).normalize();
    damage(damage, path);
    Path home = torn.resolve("restored");

    Told told = Told.by("snapshot", "restore", snapshot, "--index", home).ended(1);

    assertTrue(told.err().contains(sentence), told::toString);
    assertFalse(Files.exists(home));
    assertFalse(Files.exists(torn.resolve("restored.restoring")));
    Told drilled = Told.by("snapshot", "drill", snapshot).ended(1);
    assertTrue(drilled.out().startsWith("drill failed snapshot="), drilled::toString);
    assertTrue(drilled.err().contains(sentence), drilled::toString);
    if (!damage.equals("store") && !damage.equals("schema")) {
      Told listed = Told.by("snapshot", "list", "--in", torn, "--verify").ended(1);
      assertTrue(listed.out().contains("damaged: "), listed::toString);
      assertTrue(listed.out().contains(sentence), listed::toString);
    }
  }

  @Test
  void aFlippedBitAnywhereIsNoticed() throws Exception {
    Path[] files;
    try (Stream<Path> tree = Files.walk(snapshot)) {
      files = tree.filter(Files::isRegularFile).sorted().toArray(Path[]::new);
    }
    for (int i = 0; i < FLIPS; i++) {
      Path file =
          i % 2 == 0 ? snapshot.resolve("snapshot.json") : files[RANDOM.nextInt(files.length)];
      byte[] whole = Files.readAllBytes(file);
      if (whole.length == 0) {
        continue;
      }
      byte[] bytes = whole.clone();
      int place = RANDOM.nextInt(bytes.length);
      int bit = RANDOM.nextInt(8);
      bytes[place] ^= (byte) (1 << bit);
      Files.write(file, bytes);

      Told told = Told.by("snapshot", "list", "--in", torn, "--verify");

      assertEquals(
          1,
          told.exit(),
          () -> "seed %d: bit %d of byte %d of %s%n%s".formatted(SEED, bit, place, file, told));
      assertTrue(told.out().contains(file.getFileName().toString()), told::toString);
      Files.write(file, whole);
    }
    Told.by("snapshot", "list", "--in", torn, "--verify").ended(0);
  }

  private static void damage(String damage, Path file) throws IOException {
    switch (damage) {
      case "truncate" -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 7));
      case "flip" -> {
        byte[] bytes = Files.readAllBytes(file);
        bytes[RANDOM.nextInt(bytes.length)] ^= 1;
        Files.write(file, bytes);
      }
      case "delete" -> Files.delete(file);
      case "add" -> {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "more");
      }
      case "link" -> {
        Path aside = file.resolveSibling("../../aside").normalize();
        Files.move(file, aside);
        Files.createSymbolicLink(file, aside);
      }
      default -> {
        ObjectNode node = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
        switch (damage) {
          case "newer" -> node.put("format", 99);
          case "outside" ->
              ((ObjectNode) node.get("files"))
                  .putObject("../../evil")
                  .put("bytes", 0)
                  .put("crc32c", 0);
          default -> node.put(damage, 99);
        }
        SealedAnew.write(file, node);
      }
    }
  }
}
