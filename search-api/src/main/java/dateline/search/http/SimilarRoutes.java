package dateline.search.http;

import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Similar;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Answers with the articles that resemble one.
final class SimilarRoutes {
  private static final int LIMIT_DEFAULT = 5;

  private final SearchGate gate;
  private final ArticleTexts texts;
  private final Links links;
  private final JsonMapper json;

  SimilarRoutes(SearchGate gate, ArticleTexts texts, Links links, JsonMapper json) {
    this.gate = gate;
    this.texts = texts;
    this.links = links;
    this.json = json;
  }

  void similar(Context context) throws IOException, Refusal {
    int limit = limit(context.queryParam("limit"));
    var id = ArticleRoutes.find(texts, context.pathParam("id")).article().id();
    List<Similar> similar = gate.similar(id, limit, context);
    context
        .contentType("application/json")
        .result(json.writeValueAsBytes(SimilarJson.of(id.value(), similar, links)));
  }

  private static int limit(@Nullable String typed) throws Refusal {
    if (typed == null) {
      return LIMIT_DEFAULT;
    }
    if (typed.matches("[0-9]{1,2}")) {
      int limit = Integer.parseInt(typed);
      if (limit >= 1 && limit <= Similar.LIMIT_MAX) {
        return limit;
      }
    }
    throw new Refusal(
        Problem.of(
                400,
                "param.invalid",
                "limit=" + typed + " is not a number from 1 to " + Similar.LIMIT_MAX + ".")
            .about("limit", null));
  }
}
