package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Explanation;
import dateline.search.engine.Relaxation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an article has its score, as it goes over the wire, in snake case.
///
/// @param score 0 when the article does not match
/// @param details parts of the score, or what fails first
/// @param nearest the search that finds the article without one of its parts, or two; null when it
///   matches, or there is none
record ExplainJson(
    String id,
    boolean matches,
    double score,
    String text,
    List<Detail> details,
    SearchJson.@Nullable Relaxation nearest) {
  /// @param value absent where no number says anything
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(String text, @Nullable Double value, List<Detail> details) {}

  static ExplainJson of(Explanation explanation, Links links) {
    Relaxation nearest = explanation.nearest();
    return new ExplainJson(
        explanation.id().value(),
        explanation.matches(),
        SearchWriter.rounded(explanation.score()),
        explanation.text(),
        details(explanation.details()),
        nearest == null
            ? null
            : SearchWriter.relaxation(
                nearest, links.to("/api/v1/search?" + CanonicalQuery.of(nearest.without()))));
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
