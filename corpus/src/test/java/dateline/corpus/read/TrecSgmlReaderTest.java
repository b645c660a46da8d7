package dateline.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrecSgmlReaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          870324                          | 1987-03-24
          03/24/87                        | 1987-03-24
          3/4/1987                        | 1987-03-04
          March 24, 1987                  | 1987-03-24
          March 24, 1987, Tuesday, Final  | 1987-03-24
          19 Jan 94                       | 1994-01-19
          19 January 1994                 | 1994-01-19
          19940119                        | 1994-01-19
          1999-08-02 12:30:00             | 1999-08-02T12:30:00Z
          AP-NR-02-12-88 1637EST          | 1988-02-12T21:37:00Z
          871324                          | -
          24/03/87                        | -
          AP-NR-02-30-88 1637EST          | -
          next week                       | -
          """)
  void readsEachSpellingOfADate(String written, String date) throws IOException {
    var accepted =
        Readings.accepted(
            folder, "x", "<DOC><DOCNO>1</DOCNO><DATE>" + written + "</DATE><TEXT>B</TEXT></DOC>");

    assertEquals(date == null ? null : Published.parse(date), accepted.article().published());
    assertEquals(
        date == null
            ? List.of("the date \"" + written + "\" cannot be read; the article is undated")
            : List.of(),
        accepted.warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any case         | <doc><docno>x1</docno><Headline>T</HEADLINE><text>B</TEXT></Doc>
          an attribute     | <DOC id="x1" type="story"><HEADLINE>T</HEADLINE><TEXT>B</TEXT></DOC>
          a bare attribute | <DOC id=x1><HEADLINE>T</HEADLINE><TEXT>B</TEXT></DOC>
          unknown tags     | <DOC><DOCNO>x1</DOCNO><HEADLINE><B>T</B></HEADLINE><TEXT><ENAMEX TYPE="X">B</ENAMEX></TEXT></DOC>
          no end of text   | <DOC><DOCNO>x1</DOCNO><HEADLINE>T</HEADLINE><TEXT>B</DOC>
          only a lead      | <DOC><DOCNO>x1</DOCNO><HL>T</HL><LP>B</LP><TEXT></TEXT></DOC>
          another file id  | <DOC><DOCNO>x1</DOCNO><FILEID>F 7</FILEID><HEADLINE>T</HEADLINE><TEXT>B</TEXT></DOC>
          in a wrapper     | <?xml version="1.0"?><DOCS><DOC><DOCNO>x1</DOCNO><TITLE>T</TITLE><TEXT>B</TEXT></DOC></DOCS>
          behind a comment | <!-- disk 4 --><DOC><DOCNO>x1</DOCNO><TITLE>T</TITLE><TEXT>B</TEXT></DOC>
          """)
  void isLenient(String why, String document) throws IOException {
    var accepted = Readings.accepted(folder, "x", document);

    assertEquals(Article.builder("x1").headline("T").body("B").build(), accepted.article(), why);
    assertEquals(List.of(), accepted.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
  void readsEachCharset(String charset) throws IOException {
    byte[] content =
        "<DOC><DOCNO>1</DOCNO><TEXT>Café “au lait”</TEXT></DOC>".getBytes(Charset.forName(charset));

    var reading = (Reading.Accepted) Readings.of(folder, "x", content).getFirst();

    assertEquals("Café “au lait”", reading.article().body());
  }

  @Test
  void namesADocumentThatHasNoNumber() throws IOException {
    String document = "<DOC><HEADLINE>T</HEADLINE><DATE>870324</DATE><TEXT>B</TEXT></DOC>";

    assertEquals(
        DerivedId.ofContent("", "T", "1987-03-24", "B"),
        Readings.article(folder, "x", document).id().value());
  }

  @Test
  void removesControlCharactersEvenFromAnId() throws IOException {
    String body = "B".repeat(200); // with fewer words the file would be taken for binary
    String document =
        "<DOC id=\"\1x\0061\"><HEADLINE>T\2</HEADLINE><TEXT>" + body + "</TEXT></DOC>";

    var accepted = Readings.accepted(folder, "x", document);

    assertEquals(Article.builder("x1").headline("T").body(body).build(), accepted.article());
    assertEquals(List.of("control or broken characters removed: 3"), accepted.warnings());
  }
}
