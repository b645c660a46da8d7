package dateline.index.learn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TermRarityTest {
  private static TermRarity table() {
    var builder = new TermRarity.Builder();
    builder.add("a".getBytes(UTF_8), 4);
    builder.add("storm".getBytes(UTF_8), 1);
    builder.add("東".getBytes(UTF_8), 2);
    return builder.build(10);
  }

  @Test
  void comesBackFromItsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rarity.bin");
    table().write(file);

    TermRarity read = TermRarity.read(file);

    assertEquals(4, read.count("a"));
    assertEquals(1, read.count("storm"));
    assertEquals(2, read.count("東"));
    assertEquals(0, read.count("storms"));
    assertEquals(Math.log(1 + 9.5 / 1.5), read.of(1), 1e-12);
  }

  @Test
  void tellsItsTerms() {
    assertEquals(10, table().articles());
    assertEquals(
        List.of(
            new TermRarity.Counted("a", 4),
            new TermRarity.Counted("storm", 1),
            new TermRarity.Counted("東", 2)),
        table().terms().toList());
  }

  @Test
  void staysPositiveForWordsOfEveryArticle() {
    assertEquals(Math.log(1 + 0.5 / 10.5), table().of(10), 1e-12);
    assertEquals(
        Math.log(1 + 0.5 / 10.5), table().of(11), 1e-12); // of a run after the table was made
  }

  @Test
  void refusesATornFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rarity.bin");
    table().write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));

    IOException torn = assertThrows(IOException.class, () -> TermRarity.read(file));

    assertEquals(file + " ends early. Index again to make it anew.", torn.getMessage());
  }

  @Test
  void refusesAnotherFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rarity.bin"), "something else");

    IOException other = assertThrows(IOException.class, () -> TermRarity.read(file));

    assertEquals(
        file + " is no table of term rarity. Index again to make it anew.", other.getMessage());
  }
}
