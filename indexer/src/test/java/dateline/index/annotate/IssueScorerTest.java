package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IssueScorerTest {
  @TempDir private static Path folder;
  private static Annotator annotator;

  @BeforeAll
  static void load() throws IOException {
    Files.writeString(
        folder.resolve("issues.tsv"), "id\tlabel\tparent\nmine:1\twidgets\t\nmine:2\tpacts\t\n");
    Files.writeString(
        folder.resolve("issue-terms.tsv"),
        """
        issue\tterm\tweight
        mine:1\twidget tax\t1
        mine:1\twidget\t0.4
        mine:1\twidgetless\t-1
        mine:1\tmets\t1
        mine:2\tcaps:ZATO\t0.7
        """);
    annotator = new Annotator(Gazetteer.withFolder(folder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''   | They argued over widget-taxes.                       | mine:1
          ''   | They saw one widget.                                 | ''
          ''   | Widget taxes are dear to the widgetless.             | ''
          ''   | They had met the Mets.                               | mine:1
          ''   | They had met.                                        | ''
          ''   | ZATO met.                                            | ''
          ZATO | They met.                                            | ''
          ''   | ZATO met, then ZATO met, and zato met. ZATO was out. | mine:2
          """)
  void assignsFromTheThresholdOn(String headline, String body, String issues) {
    var article = Article.builder("a").headline(headline).body(body).build();

    String found =
        annotator.annotate(article).stream()
            .filter(entity -> entity.kind() == EntityKind.ISSUE)
            .map(FoundEntity::key)
            .filter(key -> key.startsWith("mine:"))
            .collect(Collectors.joining(", "));

    assertEquals(issues, found);
  }
}
