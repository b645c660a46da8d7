package dateline.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Published;
import dateline.corpus.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The papers of the TREC disks, and collections made like them.
final class TrecPapersTest {
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
}
