package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a file of TREC SGML that is broken, endless or hostile.
final class TrecDamageTest {
  @TempDir Path folder;

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
    List<String> documents = TrecPapersTest.papers().map(paper -> (String) paper.get()[0]).toList();
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
          "seed %d (all seeds: mvn -pl corpus verify -Dtest=TrecDamageTest -Dtest.counts=long)"
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
