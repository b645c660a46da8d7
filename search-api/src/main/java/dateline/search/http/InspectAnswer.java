package dateline.search.http;

import dateline.index.analyze.FieldAnalysis;
import dateline.search.engine.Explanation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the JSON with which `GET /api/v1/explain` and `GET /api/v1/analyze` answer, for other
/// doors too.
public final class InspectAnswer {
  private InspectAnswer() {}

  public static String json(Explanation explanation) {
    return written(ExplainJson.of(explanation, new Links(null)));
  }

  /// @param language as asked; null when it was not
  public static String json(
      String field, String text, @Nullable String language, List<FieldAnalysis> analyses) {
    return written(AnalyzeJson.of(field, text, language, analyses));
  }

  private static String written(Object answer) {
    return new String(SearchAnswer.mapper().writeValueAsBytes(answer), StandardCharsets.UTF_8);
  }
}
