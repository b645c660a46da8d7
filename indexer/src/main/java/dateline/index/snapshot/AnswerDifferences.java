package dateline.index.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells where answers to the same searches differ, one sentence for each search that does.
final class AnswerDifferences {
  private AnswerDifferences() {}

  static List<String> between(List<SampleAnswer> recorded, List<SampleAnswer> now) {
    var differences = new ArrayList<String>();
    for (int i = 0; i < recorded.size(); i++) {
      SampleAnswer before = recorded.get(i);
      SampleAnswer after = now.get(i);
      if (!before.equals(after)) {
        differences.add(
            "the search %s %s".formatted(words(before.search()), difference(before, after)));
      }
    }
    return differences;
  }

  private static String difference(SampleAnswer before, SampleAnswer after) {
    if (before.total() != after.total()) {
      return "finds %,d articles instead of %,d".formatted(after.total(), before.total());
    }
    for (int i = 0; i < Math.max(before.ids().size(), after.ids().size()); i++) {
      String expected = i < before.ids().size() ? before.ids().get(i) : "nothing";
      String found = i < after.ids().size() ? after.ids().get(i) : "nothing";
      if (!expected.equals(found)) {
        return "lists %s instead of %s in place %d".formatted(found, expected, i + 1);
      }
    }
    Set<String> fields = new LinkedHashSet<>(before.facets().keySet());
    fields.addAll(after.facets().keySet());
    for (String field : fields) {
      Map<String, Long> expected = before.facets().getOrDefault(field, Map.of());
      Map<String, Long> found = after.facets().getOrDefault(field, Map.of());
      Set<String> values = new LinkedHashSet<>(expected.keySet());
      values.addAll(found.keySet());
      for (String value : values) {
        long expectedCount = expected.getOrDefault(value, 0L);
        long foundCount = found.getOrDefault(value, 0L);
        if (expectedCount != foundCount) {
          return "counts %s %s %,d instead of %,d"
              .formatted(field, value, foundCount, expectedCount);
        }
      }
    }
    return "is asked otherwise";
  }

  private static String words(Map<String, String> search) {
    return search.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }
}
