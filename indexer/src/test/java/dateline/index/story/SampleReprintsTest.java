package dateline.index.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The sample archive, of which a person wrote down what is a reprint of what.
final class SampleReprintsTest {
  private static final Path CORPUS = Path.of(System.getProperty("dateline.root"), "corpus");

  @Test
  void findsTheReprintsAndNothingElse() throws IOException {
    Archive archive = Archive.of(CORPUS.resolve("articles"));
    var found = new TreeSet<String>();
    for (List<Integer> group : archive.groups()) {
      found.add(
          String.join(
              "\t",
              group.stream()
                  .map(place -> archive.articles().get(place).id().value())
                  .sorted()
                  .toList()));
    }

    List<String> right = Files.readAllLines(CORPUS.resolve("judgments").resolve("reprints.tsv"));
    assertEquals(new TreeSet<>(right), found);
  }
}
