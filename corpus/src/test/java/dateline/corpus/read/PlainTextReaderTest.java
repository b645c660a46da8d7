package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Paragraphs;
import dateline.corpus.TestData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextReaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lines are paragraphs      | Talks open¶One.¶Two.         | Talks open | One.¶¶Two.
          blank lines part them     | Talks open¶¶One¶more.¶¶Two.  | Talks open | One¶more.¶¶Two.
          so do indented lines      | Talks open¶One¶more.¶  Two.  | Talks open | One¶more.¶  Two.
          outer blank lines go      | ¶ ¶ Talks open ¶¶One.¶¶      | Talks open | One.
          other line ends           | Talks open¤¶One.¤¶Two.       | Talks open | One.¶¶Two.
          a headline alone          | Talks open                   | Talks open | ''
          """)
  void splitsHeadlineAndBody(String why, String text, String headline, String body)
      throws IOException {
    String content = text.replace('¶', '\n').replace('¤', '\r');

    Article expected =
        Article.builder("talks").headline(headline).body(body.replace('¶', '\n')).build();
    assertEquals(expected, Readings.article(folder, "talks.txt", content), why);
  }

  @Test
  void takesALongFirstLineForAParagraph() throws IOException {
    String first = "word ".repeat(80).strip();

    assertEquals(
        Article.builder("long").body(first + "\n\nTwo.").build(),
        Readings.article(folder, "long.txt", first + "\nTwo.\n"));
  }

  @Test
  void readsWindows1252WithAWarning() throws IOException {
    byte[] content = "Café “au lait”\nOne.".getBytes(Charset.forName("windows-1252"));

    assertEquals(
        List.of(
            new Reading.Accepted(
                Place.whole(folder + "/cafe.txt"),
                Article.builder("cafe").headline("Café “au lait”").body("One.").build(),
                List.of("the text is not UTF-8; it was read as Windows-1252"),
                Set.of())),
        Readings.of(folder, "cafe.txt", content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          talks.txt          | talks
          2025/02/talks.html | 2025/02/talks
          v1.2 notes         | v1.2-notes-9320eeb6
          talks.txt.gz       | talks
          talks.txt.zst      | talks
          東京.txt            | 東京
          .txt               | .txt
          """)
  void namesTheArticleAfterItsFile(String name, String id) {
    assertEquals(id, FileId.of(name));
  }

  @Test
  void rejectsWhatIsNoArticle() throws IOException {
    byte[] huge = "line of text\n".repeat(PlainTextReader.FILE_BYTES_MAX / 13 + 1).getBytes(UTF_8);

    assertEquals(
        List.of(
            "a.txt: rejected, the text is longer than 8 MiB; give each article a file of its own"),
        Readings.told(folder, Readings.of(folder, "a.txt", huge)));
    assertEquals(
        List.of("b.txt: rejected, the file holds only white space"),
        Readings.told(folder, Readings.of(folder, "b.txt", " \n\n".getBytes(ISO_8859_1))));
  }

  @Test
  void readsTheSeedArticle() {
    List<Reading> readings = Readings.of(TestData.path("seed"));

    Article article = ((Reading.Accepted) readings.getFirst()).article();
    assertEquals(1, readings.size());
    assertEquals(
        "Japan’s Ishiba Heads to Washington: Strengthening U.S-Japan Relations in a Shifting Global"
            + " Landscape",
        article.headline());
    assertEquals(
        "A Mission to Build Trust Amid Global Uncertainty",
        Paragraphs.shown(article.body(), Paragraphs.of(article.body()).get(1)));
  }
}
