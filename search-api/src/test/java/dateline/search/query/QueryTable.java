package dateline.search.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// Queries written by hand, each with the clause that it is read as.
///
/// A row is `query => clause`, or `query => clause => problem@position => suggestion` where
/// something is wrong with it. A line that begins with `# ` is a comment.
final class QueryTable {
  private QueryTable() {}

  /// @param problem its code without `query.`; empty where all is well
  record Row(String query, String clause, String problem, String suggestion) {
    private static Row of(String line) {
      String[] cells = line.split(" ?=> ", 4);
      return cells.length == 2
          ? new Row(cells[0], cells[1], "", "")
          : new Row(cells[0], cells[1], cells[2], cells[3]);
    }

    void check(Syntax syntax) {
      ParsedQuery parsed = syntax.parse(query);

      assertEquals(clause, ClauseNotation.of(parsed.clause()));
      assertEquals(List.of(query, syntax), List.of(parsed.text(), parsed.syntax()));
      if (problem.isEmpty()) {
        assertEquals(List.of(), parsed.problems());
      } else {
        assertEquals(1, parsed.problems().size(), () -> "problems: " + parsed.problems());
        check(parsed.problems().getFirst(), syntax);
      }
    }

    private void check(QueryProblem found, Syntax syntax) {
      assertEquals(problem, found.code().replace("query.", "") + "@" + found.position());
      assertEquals(suggestion, String.valueOf(found.suggestion()));
      if (found.suggestion() != null) {
        assertEquals(List.of(), syntax.parse(found.suggestion()).problems());
      }
    }

    @Override
    public String toString() {
      return query;
    }
  }

  static Stream<Row> rows(String file) throws IOException {
    try (var table = requireNonNull(QueryTable.class.getResourceAsStream(file))) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(Row::of);
    }
  }
}
