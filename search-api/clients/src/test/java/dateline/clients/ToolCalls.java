package dateline.clients;

import java.util.Map;

/// A call of each tool.
final class ToolCalls {
  /// Arguments by the name of the tool.
  static final Map<String, Map<String, Object>> ALL =
      Map.of(
          "search", Map.of("query", "indo-pacific security", "detail", "full"),
          "fetch", Map.of("id", SampleServer.ARTICLE),
          "suggest_entities", Map.of("text", "abe"),
          "count", Map.of("query", "security"),
          "timeline", Map.of("query", "security", "interval", "year"),
          "facets", Map.of("field", "person"),
          "similar", Map.of("id", SampleServer.ARTICLE),
          "verify_quote", Map.of("text", "free and open Indo-Pacific"));

  private ToolCalls() {}
}
