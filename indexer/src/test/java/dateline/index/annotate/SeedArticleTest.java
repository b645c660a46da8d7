package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.TestData;
import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The article of `data/seed`, read where the folder of test data is there.
final class SeedArticleTest {
  @Test
  void findsExactlyThePeopleAndPlaces() throws IOException {
    Annotator annotator = new Annotator(Gazetteer.builtIn());

    List<FoundEntity> found = annotator.annotate(seed());

    assertEquals(
        Set.of(
            "Shigeru Ishiba",
            "Donald Trump",
            "Masayoshi Son",
            "Sam Altman",
            "Fumio Kishida",
            "Akie Abe",
            "Shinzo Abe"),
        labels(found, EntityKind.PERSON));
    assertEquals(
        Set.of("Washington", "Japan", "United States", "China", "North Korea", "Indo-Pacific"),
        labels(found, EntityKind.PLACE));
  }

  @Test
  void assignsItsIssues() throws IOException {
    List<FoundEntity> found = new Annotator(Gazetteer.builtIn()).annotate(seed());

    assertEquals(
        Set.of("Diplomacy", "International trade", "Defence", "International relations"),
        labels(found, EntityKind.ISSUE));
  }

  private static Set<String> labels(List<FoundEntity> found, EntityKind kind) {
    return found.stream()
        .filter(entity -> entity.kind() == kind)
        .map(FoundEntity::label)
        .collect(Collectors.toSet());
  }

  private static Article seed() throws IOException {
    try (var files = Files.list(TestData.path("seed"))) {
      String text =
          Files.readString(
              files.filter(f -> f.toString().endsWith(".txt")).findFirst().orElseThrow());
      int lineEnd = text.indexOf('\n');
      return Article.builder("seed")
          .headline(text.substring(0, lineEnd))
          .body(text.substring(lineEnd + 1))
          .build();
    }
  }
}
