package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dateline.search.engine.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an article has its score, as it goes over the wire, in snake case.
///
/// @param score 0 when the article does not match
/// @param details parts of the score, or what fails first
record ExplainJson(String id, boolean matches, double score, String text, List<Detail> details) {
  /// @param value absent where no number says anything
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(String text, @Nullable Double value, List<Detail> details) {}

  static ExplainJson of(Explanation explanation) {
    return new ExplainJson(
        explanation.id().value(),
        explanation.matches(),
        SearchWriter.rounded(explanation.score()),
        explanation.text(),
        details(explanation.details()));
  }

  private static List<Detail> details(List<Explanation.Detail> details) {
    return details.stream()
        .map(detail ->
            new Detail(
                detail.text(),
                detail.value() == null ? null : SearchWriter.rounded(detail.value()),
                details(detail.details())))
        .toList();
  }
}
