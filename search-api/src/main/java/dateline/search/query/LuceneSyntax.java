package dateline.search.query;

import dateline.search.query.Problems.Edit;
import java.util.Set;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.jspecify.annotations.Nullable;

/// Reads a query in the classic spelling of Lucene and Kibana. Never fails: what no clause
/// expresses, and what cannot be read, becomes a [QueryProblem], and the rest is read without it.
///
/// - `+ - AND OR NOT && || !`, brackets, phrases, fields with their names and aliases, ranges with
///   `[ ]`, `{ }`, `*` and `< <= > >=`, `_exists_:published` and escapes mean what they mean in
///   Lucene. NOT binds before AND before OR before standing side by side.
/// - What stands side by side is read as [QueryParser] does: plain words rank and select together,
///   everything else must hold.
/// - `{` and `}` leave out the whole day, month, year or second that they name, and one number of
///   words.
///
/// Lucene's parser sees a text in which everything that it cannot or need not read is blanked, so
/// that its positions are those of the query.
final class LuceneSyntax {
  private static final Set<String> JOINING = Set.of("AND", "&&", "OR", "||");

  /// Those that need something after them.
  private static final Set<String> OPERATORS =
      Set.of("AND", "&&", "OR", "||", "NOT", "!", "+", "-", ":", "=", "<", "<=", ">", ">=", "@");

  private final LuceneText text;
  private final Problems problems;

  private LuceneSyntax(LuceneText text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  static ParsedQuery parse(String typed) {
    int[] whole = typed.codePoints().toArray();
    var problems = new Problems(whole);
    int[] read = Limits.withinLength(whole, problems);
    var text = new LuceneText(new String(read, 0, read.length));
    LuceneSigns.blank(text, read.length == whole.length, problems);
    QueryNode tree = new LuceneSyntax(text, problems).tree();
    Clause clause = tree == null ? new Clause.Everything() : LuceneClauses.of(tree, text, problems);
    return new ParsedQuery(typed, Syntax.LUCENE, clause, problems.first(QueryParser.PROBLEMS_MAX));
  }

  /// The tree of what is left without the signs at which the parser stops; null for nothing.
  private @Nullable QueryNode tree() {
    for (int faults = 0; !text.isBlank(); faults++) {
      if (faults == QueryParser.PROBLEMS_MAX) {
        text.keepWords();
      }
      try {
        return new StandardSyntaxParser().parse(text.readable(), "");
      } catch (ParseException stopped) {
        leaveOut(stopped);
      } catch (QueryNodeParseException _) { // no token could be cut here, and no place is told
        text.keepWords();
      }
    }
    return null;
  }

  private void leaveOut(ParseException stopped) {
    var last = stopped.currentToken;
    if (last == null || last.next == null) {
      text.keepWords();
      return;
    }
    var next = last.next;
    if ("(".equals(last.image) && ")".equals(next.image)) { // a group without anything in it
      text.blank(last.beginColumn, last.endColumn);
      text.blank(next.beginColumn, next.endColumn);
    } else if (last.image != null && OPERATORS.contains(last.image)) {
      withoutOperand(last.image, last.beginColumn, "after");
    } else if (next.image != null && JOINING.contains(next.image)) {
      withoutOperand(next.image, next.beginColumn, "before");
    } else {
      unexpected(next.image, next.beginColumn, next.endColumn);
    }
  }

  private void withoutOperand(String operator, int start, String where) {
    int place = text.point(start);
    problems.add(
        "query.operator-without-operand",
        place,
        "The operator %s %s has nothing %s it. Remove it, or put a backslash before it to search for it."
            .formatted(operator, Problems.place(place), where),
        new Edit(place, place + operator.length(), ""));
    text.blank(start, start + operator.length());
  }

  private void unexpected(String sign, int start, int end) {
    if (start >= text.length()) { // a bracket of ours
      text.blank(start, end);
      return;
    }
    int place = text.point(start);
    problems.add(
        "query.unexpected-sign",
        place,
        "“%s” %s cannot stand there and was left out. Put a backslash before it to search for it, or remove it."
            .formatted(sign, Problems.place(place)),
        new Edit(place, place, "\\"));
    text.blank(start, end);
  }
}
