package dateline.search.mcp;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How long an answer may be.
///
/// @param chars of its JSON, in UTF-16 units
record Budget(int chars) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int DEFAULT = 8000;

  /// What of a single hit goes first.
  private static final List<String> SPARED =
      List.of("snippets", "people", "places", "issues", "byline", "language", "headline");

  static Budget of(Arguments arguments) {
    return new Budget(arguments.number("max_chars", DEFAULT));
  }

  /// By how much an answer is too long; 0 and less when it fits.
  int over(ObjectNode answer) {
    return size(answer) - chars;
  }

  /// So many of the hits of an answer that is too long may fit, at least one and fewer than it has.
  int fitting(ObjectNode answer, int hits) {
    return Math.max(1, Math.min(hits - 1, hits * chars / size(answer)));
  }

  private static int size(ObjectNode answer) {
    return JSON.writeValueAsString(answer).length();
  }

  /// Leaves out what stands last in a list, until the rest fits, and says whether it did.
  ObjectNode fitted(ObjectNode answer, String list) {
    answer.put("truncated", answer.path("truncated").booleanValue(false));
    ArrayNode items = (ArrayNode) answer.get(list);
    while (over(answer) > 0 && !items.isEmpty()) {
      items.remove(items.size() - 1);
      answer.put("truncated", true);
    }
    return answer;
  }

  /// Leaves out what a list of a single hit can be without, until it fits.
  ObjectNode bare(ObjectNode answer) {
    answer.put("truncated", true);
    for (JsonNode hit : answer.get("hits")) {
      for (String field : SPARED) {
        if (over(answer) > 0) {
          ((ObjectNode) hit).remove(field);
        }
      }
    }
    for (String field : List.of("plain_words", "did_you_mean")) {
      if (over(answer) > 0) {
        answer.remove(field);
      }
    }
    return answer;
  }
}
