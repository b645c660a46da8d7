package dateline.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QueryParserTest {
  @ParameterizedTest
  @MethodSource("queries")
  void readsWithoutAProblem(QueryTable.Row row) {
    row.check(Syntax.DATELINE);
  }

  static Stream<QueryTable.Row> queries() throws IOException {
    return QueryTable.rows("queries.txt");
  }

  @ParameterizedTest
  @MethodSource("problems")
  void readsTheRestAndSaysWhatIsWrong(QueryTable.Row row) {
    row.check(Syntax.DATELINE);
  }

  static Stream<QueryTable.Row> problems() throws IOException {
    return QueryTable.rows("problems.txt");
  }

  @Test
  void proposesOneQueryThatMendsEverything() {
    ParsedQuery parsed = QueryParser.parse("headlin:trade AND *minist \"trade war");

    assertEquals(
        List.of("query.unknown-field", "query.wildcard-not-offered", "query.unbalanced-quote"),
        parsed.problems().stream().map(QueryProblem::code).toList());
    for (QueryProblem problem : parsed.problems()) {
      assertEquals("headline:trade AND minist \"trade war\"", problem.suggestion());
    }
  }

  @Test
  void namesThingPlaceAndNextStep() {
    assertEquals(
        List.of(
            new QueryProblem(
                "query.unknown-field",
                "There is no field “sorce” (at character 8), so it was read as a word. Did you mean “source”?",
                7,
                "summit source:ap")),
        QueryParser.parse("summit sorce:ap").problems());
  }

  @Test
  void countsPositionsInCodePoints() {
    QueryProblem problem = QueryParser.parse("😀😀 \"trade").problems().getFirst();

    assertEquals(3, problem.position());
    assertEquals("😀😀 \"trade\"", problem.suggestion());
  }

  @Test
  void readsAQueryOfTheGreatestLength() {
    ParsedQuery parsed = QueryParser.parse("a".repeat(QueryParser.LENGTH_MAX));

    assertEquals(List.of(), parsed.problems());
  }

  @Test
  void leavesOutWhatIsTooLong() {
    String words = "trade ".repeat(10) + "b".repeat(QueryParser.LENGTH_MAX - 64) + " \"c";
    ParsedQuery parsed = QueryParser.parse(words + " d\" OR e");

    assertEquals(QueryParser.parse(words.replace("\"", "")).clause(), parsed.clause());
    assertEquals(
        List.of(
            new QueryProblem(
                "query.too-long",
                "The query has 4103 characters; what comes after the first 4096 was left out. Shorten it.",
                4096,
                null)),
        parsed.problems());
  }

  @Test
  void readsBracketsOfTheGreatestDepth() {
    String query = nested(QueryParser.DEPTH_MAX);

    assertEquals(List.of(), QueryParser.parse(query).problems());
  }

  @Test
  void leavesOutBracketsThatLieTooDeep() {
    ParsedQuery parsed = QueryParser.parse(nested(QueryParser.DEPTH_MAX + 2));

    assertEquals(
        List.of(
            new QueryProblem(
                "query.too-deep",
                "Brackets may lie 20 deep; the one at character 147 lies deeper. Brackets below that depth were left out.",
                146,
                null)),
        parsed.problems());
    String readable = nested(QueryParser.DEPTH_MAX).replace("x", "a OR -a OR -x");
    assertEquals(QueryParser.parse(readable).clause(), parsed.clause());
  }

  private static String nested(int depth) {
    return "a OR -(".repeat(depth) + "x" + ")".repeat(depth);
  }

  @Test
  void leavesOutWordsThatAreTooMany() {
    String most = "a ".repeat(QueryParser.WORDS_MAX - 2) + "\"b c\"";
    ParsedQuery parsed = QueryParser.parse(most + " OR NOT headline:(d");

    assertEquals(QueryParser.parse(most), new ParsedQuery(most, parsed.clause(), List.of()));
    assertEquals(
        List.of(
            new QueryProblem(
                "query.too-many-words",
                "A query may have 512 words and other conditions; those that start at character 1044 or later were left out. Shorten it.",
                1043,
                null)),
        parsed.problems());
  }

  @Test
  void readsNothingButBracketsInOneGo() {
    ParsedQuery parsed = QueryParser.parse("(".repeat(QueryParser.LENGTH_MAX));

    assertEquals(new Clause.Everything(), parsed.clause());
    assertEquals(
        List.of("query.unbalanced-bracket@0", "query.too-deep@20"),
        parsed.problems().stream().map(p -> p.code() + "@" + p.position()).toList());
  }

  @Test
  void reportsTheFirstOfManyProblems() {
    assertEquals(QueryParser.PROBLEMS_MAX, QueryParser.parse(") ".repeat(2000)).problems().size());
  }
}
