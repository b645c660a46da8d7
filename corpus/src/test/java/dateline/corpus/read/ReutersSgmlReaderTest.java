package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReutersSgmlReaderTest {
  private static final String DOCTYPE = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

  @TempDir Path folder;

  @Test
  void readsAStory() throws IOException {
    String story =
        """
        <REUTERS TOPICS="YES" OLDID="5544" NEWID="7">
        <DATE> 2-MAR-1987 15:01:01.79</DATE>
        <TOPICS><D>cocoa</D><D>coffee</D></TOPICS>
        <PLACES><D>el-salvador</D></PLACES>
        <PEOPLE></PEOPLE><ORGS></ORGS><EXCHANGES></EXCHANGES><COMPANIES></COMPANIES>
        <UNKNOWN>
        &#5;&#5;&#5;C T
        &#22;&#22;&#1;f0704&#31;reute
        u f BC-BAHIA-COCOA-&lt;X>   02-26 0105</UNKNOWN>
        <TEXT>&#2;
        <TITLE>BAHIA COCOA
        &lt;BC> REVIEW</TITLE>
        <AUTHOR>    By Ana Ruiz, Reuters</AUTHOR>
        <DATELINE>    SALVADOR, March 2 - </DATELINE><BODY>Showers continued in
        the zone.
            The dry period &amp; more.
         Reuter
        &#3;</BODY></TEXT>
        </REUTERS>
        """;

    assertEquals(
        Article.builder("reut-00007")
            .source("Reuters")
            .published(Published.parse("1987-03-02T15:01:01Z"))
            .headline("BAHIA COCOA <BC> REVIEW")
            .byline("By Ana Ruiz, Reuters")
            .dateline("SALVADOR, March 2")
            .body("Showers continued in\nthe zone.\n    The dry period & more.")
            .sourceTag("topics", "cocoa")
            .sourceTag("topics", "coffee")
            .sourceTag("places", "el-salvador")
            .detail("slug", "BC-BAHIA-COCOA-<X>")
            .build(),
        Readings.article(folder, "a.sgm", DOCTYPE + story));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          BRIEF  | ******<TITLE>PRIME RATE UP</TITLE>&#3;              | PRIME RATE UP        | ''
          UNPROC | ¶LONDON RATES - APRIL 7¶ US 1.6213¶ Reuter¶&#3;¶     | LONDON RATES - APRIL 7 | US 1.6213
          UNPROC | ¶MCDERMOTT INTERNATIONAL, 470,800 AT 29, OFF 3/4, CROSSED BY¶FIRST BOSTON¶ One.¶ | MCDERMOTT INTERNATIONAL, 470,800 AT 29, OFF 3/4, CROSSED BY FIRST BOSTON | One.
          UNPROC | ¶Rubber noon call - april 7¶ May 227.50¶             | -                    | Rubber noon call - april 7¶ May 227.50
          NORM   | <BODY>He left. REUTER&#3;</BODY>                     | -                    | He left.
          NORM   | <BODY>He left.¶ REUTER...^M¶&#3;</BODY>              | -                    | He left.
          NORM   | <BODY>He told Reuter&#3;</BODY>                      | -                    | He told Reuter
          """)
  void readsEachKindOfText(String type, String text, String headline, String body)
      throws IOException {
    String story =
        "<REUTERS NEWID=\"1\">\n<DATE>2-MAR-1987 06:00:00.00</DATE>\n<TEXT TYPE=\"%s\">&#2;%s</TEXT>\n</REUTERS>\n"
            .formatted(type, text.replace('¶', '\n'));

    Article expected =
        Article.builder("reut-00001")
            .source("Reuters")
            .published(Published.parse("1987-03-02T06:00:00Z"))
            .headline(headline)
            .body(body.replace('¶', '\n'))
            .build();
    assertEquals(expected, Readings.article(folder, "a.sgm", DOCTYPE + story));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          27-MAR-1987 14:04:26.14&#5;&#5;F | 1987-03-27T14:04:26Z | ''
          3-MAR-1987  9:04:18.47           | 1987-03-03T09:04:18Z | ''
          31-MAR-1987 605:12:19.12         | 1987-03-31           | DATE "31-MAR-1987 605:12:19.12" names no time that exists; the day is kept
          31-FEB-1987 05:12:19.12          | null                 | DATE "31-FEB-1987 05:12:19.12" names no day that exists; the article is undated
          soon                             | null                 | DATE "soon" is not a date; the article is undated
          """)
  void readsDirtyDates(String date, String published, String warning) throws IOException {
    var accepted =
        Readings.accepted(
            folder,
            "a.sgm",
            "<REUTERS NEWID=\"1\"><DATE>"
                + date
                + "</DATE><TEXT><TITLE>T</TITLE></TEXT></REUTERS>");

    assertEquals(published, String.valueOf(accepted.article().published()));
    assertEquals(warning, String.join("; ", accepted.warnings()));
  }

  @Test
  void rejectsBrokenStoriesAndGoesOn() throws IOException {
    String content =
        """
        <REUTERS NEWID="1">
        <TEXT><TITLE>T</TITLE></TEXT>
        <REUTERS NEWID="2"><TEXT><TITLE>T</TITLE></TEXT></REUTERS>
        <REUTERS><TEXT><TITLE>T</TITLE></TEXT></REUTERS>
        lost words
        <REUTERS NEWID="3"><TEXT></TEXT></REUTERS>
        <REUTERS NEWID="4"><TITLE>T</TITLE></REUTERS><REUTERS NEWID="5"><TEXT><TITLE>T</TITLE></TEXT></REUTERS>
        <REUTERS NEWID="6"><TEXT><TITLE>T
        """;

    assertEquals(
        List.of(
            "a.sgm:2: rejected, the story has no </REUTERS> before the next one begins in line 4",
            "a.sgm:4: reut-00002",
            "a.sgm:5: rejected, the story has no NEWID in its <REUTERS> tag",
            "a.sgm:6: rejected, text outside of any story, before the next one begins in line 7",
            "a.sgm:7: rejected, the story has neither title nor body",
            "a.sgm:8: rejected, the story has no <TEXT>…</TEXT>",
            "a.sgm:8: reut-00005",
            "a.sgm:9: rejected, the story has no </REUTERS> before the file ends. Was it cut off?"),
        Readings.told(
            folder, Readings.of(folder, "a.sgm", (DOCTYPE + content).getBytes(ISO_8859_1))));
  }
}
