package dateline.search.query;

import java.util.List;

/// The best reading of a query, and what stood in the way of a better one.
///
/// @param text as typed
/// @param syntax in which the text is written
/// @param problems in order of position; empty when all of it was read
public record ParsedQuery(String text, Syntax syntax, Clause clause, List<QueryProblem> problems) {
  public ParsedQuery {
    problems = List.copyOf(problems);
  }

  /// A query in our own language.
  public ParsedQuery(String text, Clause clause, List<QueryProblem> problems) {
    this(text, Syntax.DATELINE, clause, problems);
  }
}
