package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.annotate.LearnedNames;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that a disk or a hand has damaged: the next night builds from the store what cannot be
/// trusted, and loses no article.
final class TornHomeTest {
  private static final long SEED = 20_261_130;
  private static final int ARTICLES = 60;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init") // made before each
  private Generation before;

  @BeforeEach
  void indexTwice() throws IOException {
    index(GeneratedArticles.write(folder.resolve("first.jsonl"), 0, ARTICLES, SEED)).ended(0);
    index(GeneratedArticles.write(folder.resolve("second.jsonl"), ARTICLES, 2, SEED)).ended(0);
    before = new GenerationStore(home()).live().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "largest segment, cut",
    "largest segment, flip",
    "smallest segment, gone",
    "manifest.json, cut",
    "manifest.json, gone",
    "CURRENT, cut",
    "CURRENT, flip",
    "names.tsv, cut",
    "names.tsv, line",
    "names.tsv, flip",
    "checksums.json, cut",
    "names.tsv, gone",
    "rarity, cut"
  })
  void theNextNightMendsIt(String what, String how) throws IOException {
    Path file = file(what);
    damage(file, how);
    control(what, how, file);

    Path delivery = GeneratedArticles.write(folder.resolve("third.jsonl"), ARTICLES + 2, 3, SEED);
    index(delivery).ended(0);

    Generation now = new GenerationStore(home()).live().orElseThrow();
    assertNotEquals(before.name(), now.name());
    assertEquals(
        "generation %s is whole: %d articles%n".formatted(now.name(), ARTICLES + 5),
        Told.by("verify", "--index", home()).ended(0).out());
    Told found = Told.by("search", "--index", home(), "--match", "any", "said").ended(0);
    assertTrue(found.out().startsWith(ARTICLES + 5 + " articles"), found::toString);
  }

  /// Whether the fault bites: what reads the file without a run fails.
  private void control(String what, String how, Path file) throws IOException {
    switch (what) {
      case "names.tsv" -> {
        Told.by("verify", "--index", home()).ended(1);
        if (how.equals("line")) {
          LearnedNames.read(file);
        } else if (!how.equals("flip")) {
          assertThrows(IOException.class, () -> LearnedNames.read(file), "the fault does not bite");
        }
      }
      case "rarity" -> Told.by("search", "--index", home(), "said").ended(1);
      default -> Told.by("verify", "--index", home()).ended(1);
    }
  }

  private Path file(String what) throws IOException {
    return switch (what) {
      case "manifest.json" -> before.directory().resolve(what);
      case "CURRENT" -> home().resolve(what);
      case "names.tsv", "checksums.json" -> before.tables().resolve(what);
      case "rarity" ->
          bySize(before.tables()).stream()
              .filter(file -> !file.endsWith("names.tsv") && !file.endsWith("checksums.json"))
              .toList()
              .getLast();
      case "largest segment" -> bySize(before.directory()).getLast();
      default ->
          bySize(before.directory()).stream()
              .filter(file -> file.toString().endsWith(".fnm"))
              .findFirst()
              .orElseThrow();
    };
  }

  private static List<Path> bySize(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith("manifest.json"))
          .sorted(Comparator.comparingLong(file -> file.toFile().length()))
          .toList();
    }
  }

  private static void damage(Path file, String how) throws IOException {
    switch (how) {
      case "gone" -> Files.delete(file);
      case "line" -> { // a table without its last line is read like any other
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
      }
      case "cut" -> {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2);
        }
      }
      default -> {
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          long middle = channel.size() / 2;
          ByteBuffer one = ByteBuffer.allocate(1);
          channel.read(one, middle);
          one.flip();
          channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 0x10)}), middle);
        }
      }
    }
  }

  private Told index(Path delivery) {
    return Told.by("index", "-q", "--source", delivery, "--index", home());
  }

  private Path home() {
    return folder.resolve("home");
  }
}
