package dateline.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LuceneSyntaxTest {
  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          " ",
          "a",
          "b",
          "trade",
          "AND",
          "OR",
          "NOT",
          "&&",
          "||",
          "!",
          "+",
          "-",
          "\"",
          "“",
          "(",
          "(",
          ")",
          ")",
          "[",
          "]",
          "{",
          "}",
          "[1 TO 2]",
          "[1987 TO 1988}",
          "{* TO *}",
          ":",
          "=",
          "<",
          ">",
          ">=",
          "^",
          "^2",
          "^2.5.1",
          "~",
          "~5",
          "~0.5",
          "@",
          "@2",
          "@999999999999",
          "/",
          "//",
          "\\",
          "\\u",
          "\\u00",
          "*",
          "?",
          "*:*",
          "fn:",
          "fn:ordered(",
          "fn:or(a b)",
          "headline:",
          "source:",
          "person:",
          "foo:",
          "published:",
          "words:",
          "_exists_:",
          " TO ",
          "1987",
          "1987-02-30",
          "-7d",
          "9999",
          "http://",
          "\t",
          "\n",
          "\u0000",
          "\u00a0",
          "\u3000",
          "é",
          "日本",
          "😀",
          "\ud83d",
          "\ude00",
          ",",
          "'",
          "#",
          "$5");

  @ParameterizedTest
  @MethodSource("queries")
  void readsWithoutAProblem(QueryTable.Row row) {
    row.check(Syntax.LUCENE);
  }

  static Stream<QueryTable.Row> queries() throws IOException {
    return QueryTable.rows("lucene-queries.txt");
  }

  @ParameterizedTest
  @MethodSource("problems")
  void readsTheRestAndSaysWhatIsWrong(QueryTable.Row row) {
    row.check(Syntax.LUCENE);
  }

  static Stream<QueryTable.Row> problems() throws IOException {
    return QueryTable.rows("lucene-problems.txt");
  }

  @Test
  void readsNothingAsEverything() {
    assertEquals(new Clause.Everything(), LuceneSyntax.parse(" ").clause());
  }

  @Test
  void leavesOutWhatLiesBeyondTheLimits() {
    String words = "a ".repeat(QueryParser.WORDS_MAX) + "OR b";
    String deep =
        "(".repeat(QueryParser.DEPTH_MAX + 2) + "a" + ")".repeat(QueryParser.DEPTH_MAX + 2);

    assertEquals(List.of("query.too-long"), codes("a".repeat(QueryParser.LENGTH_MAX + 1)));
    assertEquals(List.of("query.too-many-words"), codes(words));
    assertEquals(List.of("query.too-deep"), codes(deep));
    assertEquals("[a]", ClauseNotation.of(LuceneSyntax.parse(deep).clause()));
  }

  private static List<String> codes(String query) {
    return LuceneSyntax.parse(query).problems().stream().map(QueryProblem::code).toList();
  }

  @Test
  void readsAnyText() {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 500_000 : 5_000;
    for (int seed = 0; seed < seeds; seed++) {
      var random = new Random(seed);
      String text =
          Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
              .limit(random.nextInt(30))
              .collect(Collectors.joining());
      String where =
          "seed %d: %s%n(mvn -pl search-api -am verify -Dtest=LuceneSyntaxTest -Dsurefire.failIfNoSpecifiedTests=false)"
              .formatted(seed, text.replaceAll("\\p{Cntrl}|\\p{Cs}", "?"));

      ParsedQuery parsed;
      try {
        parsed = LuceneSyntax.parse(text);
      } catch (RuntimeException e) {
        throw new AssertionError(where, e);
      }

      assertEquals(text, parsed.text(), where);
      int length = text.codePointCount(0, text.length());
      for (QueryProblem problem : parsed.problems()) {
        assertTrue(
            problem.position() >= 0 && problem.position() < length, () -> where + " " + problem);
      }
      String canonical = CanonicalForm.of(parsed.clause());
      ParsedQuery again = QueryParser.parse(canonical);
      assertEquals(parsed.clause(), again.clause(), () -> where + " canonical " + canonical);
      assertEquals(List.of(), again.problems(), () -> where + " canonical " + canonical);
      assertFalse(PlainWords.of(parsed.clause(), Match.AUTO).isBlank(), where);
    }
  }
}
