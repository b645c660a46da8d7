package dateline.search.query;

import dateline.search.query.Problems.Edit;
import dateline.search.query.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Makes brackets balance: drops those that close nothing or lie too deep, closes those left open.
final class Brackets {
  private Brackets() {}

  /// @param textEnd where the whole query ends
  /// @param isComplete whether the tokens are all of the query, so that an open bracket is a slip
  static List<Token> balanced(
      List<Token> tokens, int textEnd, boolean isComplete, Problems problems) {
    var balanced = new ArrayList<Token>();
    var open = new ArrayDeque<Token>();
    boolean isTooDeep = false;
    for (Token token : tokens) {
      boolean isKept = true;
      if (token.kind() == Kind.OPEN) {
        open.addLast(token);
        isKept = open.size() <= QueryParser.DEPTH_MAX;
        if (!isKept && !isTooDeep) {
          isTooDeep = true;
          tooDeep(token, problems);
        }
      } else if (token.kind() == Kind.CLOSE) {
        isKept = !open.isEmpty() && open.size() <= QueryParser.DEPTH_MAX;
        if (open.isEmpty()) {
          closesNothing(token, problems);
        } else {
          open.removeLast();
        }
      }
      if (isKept) {
        balanced.add(token);
      }
    }
    for (int depth = Math.min(open.size(), QueryParser.DEPTH_MAX); depth > 0; depth--) {
      balanced.add(new Token(Kind.CLOSE, ")", textEnd, textEnd));
    }
    if (isComplete && !open.isEmpty()) {
      neverClosed(open.getFirst(), open.size(), textEnd, problems);
    }
    return balanced;
  }

  private static void tooDeep(Token bracket, Problems problems) {
    problems.add(
        "query.too-deep",
        bracket.start(),
        "Brackets may lie %d deep; the one %s lies deeper. Brackets below that depth were left out."
            .formatted(QueryParser.DEPTH_MAX, Problems.place(bracket.start())),
        null);
  }

  private static void closesNothing(Token bracket, Problems problems) {
    problems.add(
        "query.unbalanced-bracket",
        bracket.start(),
        "The bracket “)” %s closes nothing. Remove it, or write its “(” before it."
            .formatted(Problems.place(bracket.start())),
        new Edit(bracket.start(), bracket.end(), ""));
  }

  private static void neverClosed(Token first, int count, int textEnd, Problems problems) {
    problems.add(
        "query.unbalanced-bracket",
        first.start(),
        "The bracket “(” %s is never closed. Write its “)”, or remove it."
            .formatted(Problems.place(first.start())),
        new Edit(textEnd, textEnd, ")".repeat(count)));
  }
}
