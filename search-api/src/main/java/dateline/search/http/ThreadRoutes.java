package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Hit;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Answers with the thread of an article.
final class ThreadRoutes {
  private final SearchGate gate;
  private final ArticleTexts texts;
  private final Links links;
  private final JsonMapper json;

  ThreadRoutes(SearchGate gate, ArticleTexts texts, Links links, JsonMapper json) {
    this.texts = texts;
    this.gate = gate;
    this.links = links;
    this.json = json;
  }

  void thread(Context context) throws IOException, Refusal {
    String asked = context.pathParam("id");
    Optional<ArticleId> id = ArticleRoutes.id(asked);
    List<Hit> thread = id.isEmpty() ? List.of() : gate.thread(id.get(), context);
    if (thread.isEmpty()) {
      throw ArticleRoutes.missing(texts, asked);
    }
    context
        .contentType("application/json")
        .result(json.writeValueAsBytes(ThreadJson.of(asked, thread, links)));
  }
}
