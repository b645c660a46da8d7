package dateline.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of every text, however odd.
final class AnyTextTest {
  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          " ",
          " ",
          "a",
          "b",
          "trade",
          "AND",
          "OR",
          "NOT",
          "SAME",
          "NEAR/5",
          "w/3",
          "NEAR",
          "PRE/2",
          "SAME PARA",
          "FIRST/9",
          "atleast2",
          "/F5/",
          "caps(",
          "HEADLINE(",
          "hd=",
          "before:",
          "person:any",
          "trade*",
          "tr?de",
          "trade~",
          "trade!",
          "\"",
          "\"",
          "“",
          "”",
          "(",
          "(",
          ")",
          ")",
          "[",
          "]",
          "-",
          "+",
          "--",
          "—",
          "…",
          "...",
          ".",
          ",",
          ":",
          "::",
          "/",
          "//",
          "\\",
          "*",
          "?",
          "~",
          "=",
          "=\"",
          "'",
          "’",
          "&",
          "$",
          "5",
          "%",
          "!",
          "headline:",
          "headline:(",
          "source:",
          "person:",
          "foo:",
          "published:",
          "published:[",
          "words:[",
          " TO ",
          "1987",
          "1987-02-30",
          "-7d",
          "http://",
          "\t",
          "\n",
          "\u0000",
          "\u00a0",
          "\u200b",
          "é",
          "e\u0301",
          "日本",
          "😀",
          "\ud83d",
          "\ude00",
          "ß",
          "İ",
          "#",
          "@",
          "<",
          ">");

  @Test
  void hasAReadingAndACanonicalForm() {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 500_000 : 1_000;
    for (int seed = 0; seed < seeds; seed++) {
      var random = new Random(seed);
      String text =
          Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
              .limit(random.nextInt(40))
              .collect(Collectors.joining());
      check(
          text,
          "seed %d: %s%n(all seeds: mvn -pl search-api -am verify -Dtest=AnyTextTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.counts=long)"
              .formatted(seed, printable(text)));
    }
  }

  /// Half a surrogate pair would break the report.
  private static String printable(String text) {
    return text.chars()
        .mapToObj(c -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static void check(String text, String where) {
    ParsedQuery parsed = QueryParser.parse(text);
    String canonical = CanonicalForm.of(parsed.clause());
    ParsedQuery again = QueryParser.parse(canonical);

    assertEquals(text, parsed.text(), where);
    int length = text.codePointCount(0, text.length());
    for (QueryProblem problem : parsed.problems()) {
      assertTrue(
          problem.position() >= 0 && problem.position() < length, () -> where + " " + problem);
    }
    assertEquals(
        parsed.clause(), again.clause(), () -> where + " canonical " + printable(canonical));
    assertEquals(List.of(), again.problems(), () -> where + " canonical " + printable(canonical));
    for (Match match : Match.values()) {
      assertFalse(PlainWords.of(parsed.clause(), match).isBlank(), where);
    }
  }

  @Test
  void headlinesAreQueriesWithoutProblems() throws IOException {
    Path topics = TestData.path("reut-known-dev/topics.tsv");

    for (String line : Files.readAllLines(topics)) {
      String headline = line.substring(line.indexOf('\t') + 1);
      check(headline, headline);
      assertEquals(List.of(), QueryParser.parse(headline).problems(), headline);
    }
  }
}
