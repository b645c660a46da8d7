package dateline.search.query;

import java.util.Arrays;
import java.util.List;

/// Cuts a query that is too long, and says so.
final class Limits {
  private Limits() {}

  static int[] withinLength(int[] text, Problems problems) {
    if (text.length <= QueryParser.LENGTH_MAX) {
      return text;
    }
    problems.add(
        "query.too-long",
        QueryParser.LENGTH_MAX,
        "The query has %d characters; what comes after the first %d was left out. Shorten it."
            .formatted(text.length, QueryParser.LENGTH_MAX),
        null);
    int end = QueryParser.LENGTH_MAX;
    while (end > 0 && !Signs.isSpace(text[end])) {
      end--;
    }
    return Arrays.copyOf(text, end == 0 ? QueryParser.LENGTH_MAX : end);
  }

  static List<Token> withinWordLimit(List<Token> tokens, Problems problems) {
    int words = 0;
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      words += token.wordCount();
      if (words > QueryParser.WORDS_MAX) {
        problems.add(
            "query.too-many-words",
            token.start(),
            "A query may have %d words and other conditions; those that start %s or later were left out. Shorten it."
                .formatted(QueryParser.WORDS_MAX, Problems.place(token.start())),
            null);
        return tokens.subList(0, index);
      }
    }
    return tokens;
  }

  /// Takes off the operators at the end that lost their operand to a limit.
  static List<Token> withoutLooseEnd(List<Token> tokens) {
    int end = tokens.size();
    while (end > 0 && !tokens.get(end - 1).endsOperand()) {
      end--;
    }
    return tokens.subList(0, end);
  }
}
