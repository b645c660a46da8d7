package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Published;
import dateline.corpus.TestData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrecSgmlReaderTest {
  @TempDir Path folder;

  /// Each paper of the disks in its own spelling, with texts of our own.
  static Stream<Arguments> papers() {
    return Stream.of(
        Arguments.of(
            """
            <DOC>
            <DOCNO> AP880212-0004 </DOCNO>
            <FILEID>AP-NR-02-12-88 1637EST</FILEID>
            <1ST_LINE>r w AM-PeanutSupports 02-12 0155</1ST_LINE>
            <2ND_LINE>AM-Peanut Supports,150</2ND_LINE>
            <HEAD>Peanut Price Goes Up</HEAD>
            <BYLINE>By ANA RUIZ</BYLINE>
            <BYLINE>Associated Press Writer</BYLINE>
            <DATELINE>WASHINGTON (AP) </DATELINE>
            <TEXT>
               Price supports for peanuts
            rose at AT&amp;T Park.
               The rest stays.
            </TEXT>
            </DOC>
            """,
            Article.builder("AP880212-0004")
                .source("Associated Press")
                .headline("Peanut Price Goes Up")
                .published(Published.parse("1988-02-12T21:37:00Z"))
                .byline("By ANA RUIZ")
                .dateline("WASHINGTON (AP)")
                .body("Price supports for peanuts\nrose at AT&T Park.\n   The rest stays.")
                .build()),
        Arguments.of(
            """
            <DOC>
            <DOCNO>
            WSJ900402-0001
            </DOCNO>
            <DOCID>
            900402-0001.
            </DOCID>
            <HL>
               Technology:
            @  Maker Is Near Accord
            @  ----
            @  By Ana Ruiz
            </HL>
            <DATE>
            04/02/90
            </DATE>
            <SO>
            WALL STREET JOURNAL (J), PAGE B2
            </SO>
            <CO>
               JBC
            </CO>
            <NS>
            ACQUISITIONS &amp; MERGERS (TNM)
            </NS>
            <RE>
            OHIO (OH)
            UNITED STATES (US)
            </RE>
            <LP>
               NEW YORK -- A maker is close to an agreement.
            </LP>
            <TEXT>
               The sources said more.
            </TEXT>
            </DOC>
            """,
            Article.builder("WSJ900402-0001")
                .source("The Wall Street Journal")
                .headline("Technology: Maker Is Near Accord")
                .byline("By Ana Ruiz")
                .published(Published.parse("1990-04-02"))
                .lead("NEW YORK -- A maker is close to an agreement.")
                .body("The sources said more.")
                .sourceTag("companies", "JBC")
                .sourceTag("places", "OHIO (OH)")
                .sourceTag("places", "UNITED STATES (US)")
                .sourceTag("subjects", "ACQUISITIONS & MERGERS (TNM)")
                .build()),
        Arguments.of(
            """
            <DOC>
            <DOCNO> LA010189-0001 </DOCNO>
            <DOCID> 1 </DOCID>
            <DATE>
            <P>
            January 1, 1989, Sunday, Home Edition
            </P>
            </DATE>
            <SECTION>
            <P>
            Book Review; Page 1; Book Review Desk
            </P>
            </SECTION>
            <HEADLINE>
            <P>
            NEW RULES; READERS AGREE
            </P>
            </HEADLINE>
            <BYLINE>
            <P>
            By ANA RUIZ
            </P>
            </BYLINE>
            <TEXT>
            <P>
            One line
            and its end.
            </P>
            <P>
            Two.
            </P>
            <TABLE>
            <TABLEROW><CELLRULE><TABLECELL>North</TABLECELL> <TABLECELL>1</TABLECELL></TABLEROW>
            <TABLEROW>South 2</TABLEROW>
            </TABLE>
            </TEXT>
            <TYPE>
            <P>
            Book Review
            </P>
            </TYPE>
            <SUBJECT>
            <P>
            BOOKS; TRADE
            </P>
            </SUBJECT>
            </DOC>
            """,
            Article.builder("LA010189-0001")
                .source("Los Angeles Times")
                .headline("NEW RULES; READERS AGREE")
                .byline("By ANA RUIZ")
                .published(Published.parse("1989-01-01"))
                .section("Book Review")
                .type("Book Review")
                .keyword("BOOKS")
                .keyword("TRADE")
                .body("One line\nand its end.\n\nTwo.\n\nNorth 1\nSouth 2")
                .build()),
        Arguments.of(
            """
            <DOC>
            <DOCNO>FT911-1</DOCNO>
            <PROFILE>_AN-BENBQAD8FT</PROFILE>
            <DATE>910514
            </DATE>
            <HEADLINE>
            FT  14 MAY 91 / (CORRECTED) Jubilee of a jet
            with a name
            </HEADLINE>
            <TEXT>
            It cost &pound;5 &lt;net&gt;.
            </TEXT>
            <PUB>The Financial Times
            </PUB>
            <PAGE>
            London Page 7
            </PAGE>
            </DOC>
            """,
            Article.builder("FT911-1")
                .source("Financial Times")
                .headline("(CORRECTED) Jubilee of a jet with a name")
                .published(Published.parse("1991-05-14"))
                .body("It cost £5 <net>.")
                .detail("page", "London Page 7")
                .build()),
        Arguments.of(
            """
            <DOC>
            <DOCNO> FR940104-0-00001 </DOCNO>
            <PARENT> FR940104-0-00001 </PARENT>
            <TEXT>

            <!-- PJG FTAG 4700 -->
            Vol.&blank;59 <USDEPT>DEPARTMENT OF TRADE</USDEPT>

            <DOCTITLE>Import of cut&hyph;flowers</DOCTITLE>
            </TEXT>
            </DOC>
            """,
            Article.builder("FR940104-0-00001")
                .source("Federal Register")
                .headline("Import of cut-flowers")
                .body("Vol. 59 DEPARTMENT OF TRADE\n\nImport of cut-flowers")
                .build()),
        Arguments.of(
            """
            <DOC>
            <DOCNO> FBIS3-21777 </DOCNO>
            <HT>    "jptdd010__l94083" </HT>
            <HEADER>
            <AU>   JPRS-TDD-94-010L </AU>
            Document Type:JPRS
            <DATE1>  7 March 1994 </DATE1>
            </HEADER>
            <F P=100> WEST EUROPE </F>
            <H3> <TI>   `Bread' Results in Seizure </TI></H3>
            <F P=102>  LD2602210094 </F>
            <TEXT>
            Language: <F P=105> Spanish </F>
            Article Type:BFN

              [Text] The guard seized it.
              In the town more was found.
            </TEXT>
            </DOC>
            """,
            Article.builder("FBIS3-21777")
                .source("Foreign Broadcast Information Service")
                .headline("`Bread' Results in Seizure")
                .published(Published.parse("1994-03-07"))
                .body("The guard seized it.\n  In the town more was found.")
                .build()));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void readsEachPaper(String document, Article expected) throws IOException {
    var accepted = Readings.accepted(folder, "x", document);

    assertEquals(expected, accepted.article());
    assertEquals(List.of(), accepted.warnings());
  }

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

  @Test
  void rejectsBrokenDocumentsAndGoesOn() throws IOException {
    String content =
        """
        <DOC><DOCNO>1</DOCNO>
        <TEXT>cut
        <DOC><DOCNO>2</DOCNO><TEXT>B</TEXT></DOC>
        lost words
        <DOC><DOCNO>3</DOCNO><TEXT> </TEXT></DOC>
        <DOC><DOCNO>%s</DOCNO><TEXT>B</TEXT></DOC>
        <DOC><DOCNO>4</DOCNO><TEXT>B</TEXT></DOC><DOC><TEXT>cut
        """
            .formatted("4".repeat(600));

    assertEquals(
        List.of(
            "x:1: rejected, the document has no </DOC> before the next one begins in line 3",
            "x:3: 2",
            "x:4: rejected, text outside of any document, before the next one begins in line 5",
            "x:5: rejected, the document has neither headline nor text",
            "x:6: rejected, the id has 600 characters; at most 512 are possible",
            "x:7: 4",
            "x:7: rejected, the document has no </DOC> before the file ends. Was it cut off?"),
        Readings.told(folder, Readings.of(folder, "x", content.getBytes(ISO_8859_1))));
  }

  @Test
  void rejectsWhatIsBeyondTheLimit() throws IOException {
    String good = "<DOC><DOCNO>1</DOCNO><TEXT>B</TEXT></DOC>\n";
    String words = "words\n".repeat(TrecSgmlReader.DOCUMENT_LENGTH_MAX / 6 + 1);
    String line = "w".repeat(TrecSgmlReader.DOCUMENT_LENGTH_MAX);

    assertEquals(
        List.of("x:1: 1", "x:2: rejected, the document is longer than 8 MiB"),
        Readings.told(
            folder,
            Readings.of(
                folder, "x", (good + "<DOC><TEXT>" + words + "</TEXT></DOC>").getBytes(UTF_8))));
    assertEquals(
        List.of(
            "x:1: 1",
            "x:2: rejected, the document has no </DOC> before the rest of line 2, which is longer than 8"
                + " MiB",
            "x:3: 1"),
        Readings.told(
            folder,
            Readings.of(
                folder, "x", (good + "<DOC><TEXT>" + line + "</DOC>\n" + good).getBytes(UTF_8))));
  }

  /// Whatever happens to a file, reading ends, and the documents before the damage are read.
  @Test
  void survivesDamage() throws IOException {
    List<String> documents = papers().map(paper -> (String) paper.get()[0]).toList();
    byte[] whole = String.join("", documents).getBytes(ISO_8859_1);
    List<String> all = accepted(Readings.of(folder, "x", whole));
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 20_000 : 300;
    for (int seed = 0; seed < seeds; seed++) {
      var random = new Random(seed);
      byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(200));
      int at = 200 + random.nextInt(damaged.length - 200);
      for (int i = at; i < Math.min(at + random.nextInt(40), damaged.length); i++) {
        damaged[i] = (byte) "<>/&; DOCTEXT\né!-\1".charAt(random.nextInt(18));
      }

      List<String> left = accepted(Readings.of(folder, "x", damaged));

      int before = wholeBefore(at, documents);
      assertEquals(
          all.subList(0, before),
          left.subList(0, before),
          "seed %d (all seeds: mvn -pl corpus verify -Dtest=TrecSgmlReaderTest -Dtest.counts=long)"
              .formatted(seed));
    }
  }

  private static int wholeBefore(int at, List<String> documents) {
    int count = 0;
    int end = documents.getFirst().length();
    while (end <= at) {
      count++;
      end += documents.get(count).length();
    }
    return count;
  }

  /// In steps that grow with the square, two mebibytes would take hours.
  @ParameterizedTest
  @ValueSource(strings = {"<!-- ", "<P ", "<HEADLINE>", " ", "\n", "<!", "&amp", "@ \n", "<BR>\n"})
  void readsLongRunsOfOneSign(String sign) throws IOException {
    String run = sign.repeat((2 << 20) / sign.length());
    String content = "<DOC><DOCNO>1</DOCNO><HL>T\n" + run + "</HL><TEXT>B" + run + "</TEXT></DOC>";

    List<Reading> readings = Readings.of(folder, "x", content.getBytes(UTF_8));

    assertEquals(List.of("x:1: 1"), Readings.told(folder, readings));
  }

  @Test
  void readsRealSamples() {
    Path samples = TestData.path("formats/trec-sgml");

    assertEquals(
        List.of(
            "anserini-clean_trec-collection1__segment1.txt:1: doc1",
            "anserini-clean_trec-collection1__segment1.txt:8: doc2",
            "anserini-trec-collection1__segment1.txt:1: AP-0001",
            "anserini-trec-collection1__segment1.txt:16: doc2",
            "anserini-trec-collection2__trec2:1: WSJ_1",
            "anserini-trec-collection3__trec1:1: TREC_DOC_1.00001",
            "anserini-trec-collection3__trec1:13: TREC_DOC_1.00002",
            "anserini-trec-collection3__trec2:1: WSJ_1"),
        Readings.told(samples, Readings.of(samples)).stream()
            .filter(line -> !line.matches(".*(stopwords|whitelist).*")) // lists of words
            .toList());
  }

  private static List<String> accepted(List<Reading> readings) {
    var articles = new ArrayList<String>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Accepted accepted) {
        articles.add(accepted.article().toString());
      }
    }
    return articles;
  }
}
