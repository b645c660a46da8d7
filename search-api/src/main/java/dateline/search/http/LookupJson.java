package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answers to those who look for values and words, as they go over the wire, in snake case.
final class LookupJson {
  private LookupJson() {}

  /// @param totalValues how many values start with the prefix, listed or not
  record Values(
      String field, String generation, String prefix, long totalValues, List<Value> items) {}

  /// @param alias absent where the label starts with the prefix
  record Value(
      String value,
      String label,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String alias,
      long count) {}

  record Suggestions(String q, String generation, List<Entity> entities, List<Query> queries) {}

  /// @param kind the name of its filter: `person`, `place`, `org` or `issue`
  /// @param alias absent where the label matches
  record Entity(
      String kind,
      String id,
      String label,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String alias,
      long count) {}

  record Query(String text, long count) {}
}
