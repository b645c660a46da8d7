package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonLinesReaderTest {
  @TempDir Path folder;

  @Test
  void readsEveryFieldIntoItsPlace() throws IOException {
    var accepted =
        Readings.accepted(
            folder,
            "a.jsonl",
            """
            {"id":"m-1","headline":"Talks open","subhead":"At last","lead":"They met.","body":"One.\\n\\nTwo.",\
            "published":"1987-03-02","modified":"1987-03-03T08:00:00Z","embargo":"1987-03-01","expires":"1990",\
            "source":"Meridian Wire","section":"World","byline":"By Ana Ruiz","dateline":"TOKYO, March 2",\
            "url":"https://example.org/1","language":"en-GB","type":"news","keywords":["trade","talks"],\
            "edition":"late","page":3,"topics":["trade"],"places":["japan","usa"],"mood":"calm"}
            """);

    var expected =
        Article.builder("m-1")
            .headline("Talks open")
            .subhead("At last")
            .lead("They met.")
            .body("One.\n\nTwo.")
            .published(Published.parse("1987-03-02"))
            .modified(Published.parse("1987-03-03T08:00:00Z"))
            .embargo(Published.parse("1987-03-01"))
            .source("Meridian Wire")
            .section("World")
            .byline("By Ana Ruiz")
            .dateline("TOKYO, March 2")
            .url("https://example.org/1")
            .language("en")
            .type("news")
            .keyword("trade")
            .keyword("talks")
            .sourceTag("topics", "trade")
            .sourceTag("places", "japan")
            .sourceTag("places", "usa")
            .detail("expires", "1990")
            .detail("edition", "late")
            .detail("page", "3")
            .detail("mood", "calm")
            .build();
    assertEquals(
        new Reading.Accepted(
            new Place(folder + "/a.jsonl", 1), expected, List.of(), Set.of("mood")),
        accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"guid":"1","title":"T","standfirst":"L","content":"B","pubDate":"1987"}
          {"uuid":"1","title":"T","abstract":"L","text":"B","date":"1987"}
          {"urn":"1","headline":"T","summary":"L","article":"B","datePublished":"1987"}
          {"docno":1,"title":"T","description":"L","body":["B"],"published":1987}
          {"id":"1","title":"T","lead":"L","body":"<p>B</p>","date":"1987","byline":"","url":null,"keywords":[]}
          """)
  void takesTheOtherNamesToo(String line) throws IOException {
    Article expected =
        Article.builder("1")
            .headline("T")
            .lead("L")
            .body("B")
            .published(Published.parse("1987"))
            .build();

    assertEquals(expected, Readings.article(folder, "a.jsonl", line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "One.\\n\\nTwo."             | One.¶¶Two.
          ["One.","","Two."]           | One.¶¶Two.
          "<p>One.</p><p>Two.</p>"     | One.¶¶Two.
          ["<p>One.</p>","<b>Two.</b>"]| One.¶¶Two.
          " \\r\\nOne.\\r\\nTwo. \\n"  | ··¶One.·¶Two.·¶
          "O\\u0003ne.\\u000cTwo."     | O·ne.¶Two.
          "One \\ud800."               | One \uFFFD.
          """)
  void readsTheBodyInEachForm(String body, String text) throws IOException {
    Article article = Readings.article(folder, "a.jsonl", "{\"id\":\"1\",\"body\":" + body + "}");

    assertEquals(text.replace('¶', '\n').replace('·', ' '), article.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "author":"Ana Ruiz"                              | Ana Ruiz
          "byline":["Ana Ruiz","Bo Li"]                    | Ana Ruiz, Bo Li
          "creator":[{"@type":"Person","name":"Ana Ruiz"}] | Ana Ruiz
          "author":{"name":"Ana\\nRuiz"}                   | Ana Ruiz
          """)
  void readsTheBylineInEachForm(String field, String byline) throws IOException {
    Article article = Readings.article(folder, "a.jsonl", "{\"title\":\"T\"," + field + "}");

    assertEquals(byline, article.byline());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"title":"T","url":"HTTPS://Example.org/A?utm_source=x&id=2#top"} | https://example.org/A?id=2
          {"title":"T","url":"/relative"}                                   | 11de4fbc
          {"title":"T","source":"S","date":"1987","body":"B"}               | hash
          """)
  void namesAnArticleThatHasNoId(String line, String id) throws IOException {
    String derived = Readings.article(folder, "a.jsonl", line).id().value();

    switch (id) {
      case "hash" -> assertEquals(DerivedId.ofContent("S", "T", "1987", "B"), derived);
      case "11de4fbc" -> assertEquals(DerivedId.ofContent("", "T", "", ""), derived);
      default -> assertEquals(id, derived);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "date":"1987-02-30"    | date "1987-02-30" is not a date; the article is undated
          "date":["x"]           | date "x" is not a date; the article is undated
          "modified":"soon"      | modified "soon" is not a date; it is left out
          "title":"U"            | the field "title" comes twice; the last one is kept
          "lead":5               | the field "lead" holds a number; its digits are kept as text
          "subhead":{"x":1}      | the field "subhead" holds an object; it is left out; give plain text
          "byline":true          | the field "byline" holds true or false; it is left out; give a text, a list of texts, or objects with a "name"
          "lang":"English"       | language "English" is not a code of two or three letters; it is left out
          "body":"a\\u0000\\u0007b" | control or broken characters removed: 2
          """)
  void warnsOfWhatItRepairs(String field, String warning) throws IOException {
    var accepted =
        Readings.accepted(folder, "a.jsonl", "{\"id\":\"1\",\"title\":\"T\"," + field + "}");

    assertEquals(List.of(warning), accepted.warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"title":"T","body":"cut h          | the line ends inside a string (column 26). Was the file cut off?
          {"title":"T",                       | the line ends before its closing brace (column 13). Was the file cut off?
          {"title":"T" "body":"B"}            | not valid JSON at column 14, near ‹itle":"T" "body":"B"›. Check for a missing comma, quotation mark or brace
          {"title":T}                         | not valid JSON at column 10, near ‹{"title":T}›. Check for a missing comma, quotation mark or brace
          {"title":"T"} {"title":"U"}         | more text follows the article's closing brace (column 14); put each article on a line of its own
          nonsense                            | the line is no article: it begins with ‹nonsense›; each line holds one article as {…}
          "text"                              | the line is no article: it begins with ‹"text"›; each line holds one article as {…}
          {"id":"1","source":"S"}             | the article has neither headline nor body
          {"title":{"en":"T"},"body":"B"}     | the field "title" holds an object; give plain text
          {"title":"T","body":{"html":"B"}}   | the field "body" holds an object; give plain text
          {"title":"T","body":["B",{"x":1}]}  | the list "body" holds more than text; give a list of paragraphs
          {"id":["1"],"title":"T"}            | the field "id" holds a list; give plain text
          {"id":"a\\nb","title":"T"}          | the id holds a line end or another control character
          {"title":"T","embargo":"noon"}      | embargo "noon" is not a date, so the article is held back; write it as YYYY, YYYY-MM, YYYY-MM-DD, 1987-03-02T09:21:00Z or Mon, 02 Mar 1987 09:21:00 GMT
          """)
  void rejectsALineAndGoesOn(String line, String reason) throws IOException {
    String good = "{\"id\":\"good\",\"title\":\"T\"}";
    String content = (good + "\n").repeat(6) + line + "\r\n\n" + good;

    List<Reading> readings = Readings.of(folder, "a.jsonl", content.getBytes(UTF_8));

    assertEquals(8, readings.size());
    assertEquals(
        List.of("a.jsonl:7: rejected, " + reason, "a.jsonl:9: good"),
        Readings.told(folder, readings.subList(6, 8)));
    var rejected = assertInstanceOf(Reading.Rejected.class, readings.get(6));
    assertArrayEquals(line.getBytes(UTF_8), rejected.bytes());
  }

  @Test
  void rejectsALineInAnotherCharset() throws IOException {
    byte[] latin = "{\"title\":\"Café au lait\"}".getBytes(ISO_8859_1);

    assertEquals(
        List.of(
            "a.jsonl:1: rejected, not UTF-8: 0xE9 at byte 14 looks like Windows-1252 (‹é›);"
                + " convert the file with: iconv -f WINDOWS-1252 -t UTF-8"),
        Readings.told(folder, Readings.of(folder, "a.jsonl", latin)));
  }

  @Test
  void skipsALineBeyondTheLimit() throws IOException {
    String longText = "x".repeat(JsonLinesReader.LINE_BYTES_MAX);
    String content = "{\"title\":\"" + longText + "\"}\n{\"id\":\"2\",\"title\":\"T\"}\n";

    List<Reading> readings = Readings.of(folder, "a.jsonl", content.getBytes(UTF_8));

    assertEquals(
        List.of(
            "a.jsonl:1: rejected, the line is longer than 16 MiB; each line holds one article",
            "a.jsonl:2: 2"),
        Readings.told(folder, readings));
    var rejected = assertInstanceOf(Reading.Rejected.class, readings.getFirst());
    assertEquals(Reading.Rejected.BYTES_MAX, rejected.bytes().length);
  }

  @Test
  void rejectsAnIdThatIsTooLong() throws IOException {
    String line = "{\"id\":\"" + "i".repeat(600) + "\",\"title\":\"T\"}";

    assertEquals(
        List.of("a.jsonl:1: rejected, the id has 600 characters; at most 512 are possible"),
        Readings.told(folder, Readings.of(folder, "a.jsonl", line.getBytes(UTF_8))));
  }

  @Test
  void rejectsBottomlessNesting() throws IOException {
    String line = "{\"title\":\"T\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertEquals(
        List.of(
            "a.jsonl:1: rejected, the line is nested deeper than 500 levels, or holds a number of"
                + " over 1000 digits or a field name of over 50000 characters; no article needs"
                + " them"),
        Readings.told(folder, Readings.of(folder, "a.jsonl", line.getBytes(UTF_8))));
  }

  @Test
  void boundsTheDetails() throws IOException {
    var accepted =
        Readings.accepted(
            folder, "a.jsonl", "{\"title\":\"T\",\"raw\":\"" + "x".repeat(5000) + "\"}");

    assertEquals(Map.of("raw", "x".repeat(4000)), accepted.article().details());
    assertEquals(List.of("the field \"raw\" is kept up to 4000 characters"), accepted.warnings());
  }
}
