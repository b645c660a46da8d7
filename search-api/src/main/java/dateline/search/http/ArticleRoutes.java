package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Gone;
import dateline.search.engine.StoredArticle;
import dateline.search.export.ExportFormat;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Answers with articles as JSON.
final class ArticleRoutes {
  private final ArticleTexts texts;
  private final ArticleWriter writer;
  private final ExportRoutes exports;
  private final JsonMapper json;

  ArticleRoutes(ArticleTexts texts, ArticleWriter writer, ExportRoutes exports, JsonMapper json) {
    this.texts = texts;
    this.writer = writer;
    this.exports = exports;
    this.json = json;
  }

  /// The suffix of a format behind the id asks for a citation.
  void one(Context context) throws IOException, Refusal {
    String id = context.pathParam("id");
    int dot = id.lastIndexOf('.');
    Optional<ExportFormat> format = ExportFormat.of(id.substring(dot + 1));
    if (dot > 0 && format.isPresent() && lookUp(texts, id).isEmpty()) {
      exports.article(format.get(), find(texts, id.substring(0, dot)), context);
      return;
    }
    StoredArticle article = find(texts, id);
    context.contentType("application/json").result(json.writeValueAsBytes(writer.write(article)));
  }

  void several(Context context) throws IOException, Refusal {
    List<String> ids = ids(context);
    var articles = new ArrayList<ArticleJson>();
    var missing = new ArrayList<String>();
    for (String id : ids) {
      Optional<StoredArticle> found = lookUp(texts, id);
      found.map(writer::write).ifPresentOrElse(articles::add, () -> missing.add(id));
    }
    context
        .contentType("application/json")
        .result(json.writeValueAsBytes(new ArticleJson.Batch(articles, missing)));
  }

  /// The articles that a request names.
  static List<String> ids(Context context) throws Refusal {
    List<String> ids = context.queryParams("id").stream().distinct().toList();
    if (ids.isEmpty() || ids.size() > Limits.ARTICLES_PER_REQUEST) {
      throw new Refusal(
          Problem.of(
                  400,
                  "param.invalid",
                  "Name 1 to " + Limits.ARTICLES_PER_REQUEST + " articles as id=…&id=….")
              .about("id", null));
    }
    return ids;
  }

  /// @throws Refusal when no article has this id
  static StoredArticle find(ArticleTexts texts, String id) throws IOException, Refusal {
    Optional<StoredArticle> found = lookUp(texts, id);
    if (found.isEmpty()) {
      throw missing(texts, id);
    }
    return found.get();
  }

  /// Says that an article cannot be read: since it is gone, or since there is none.
  static Refusal missing(ArticleTexts texts, String text) throws IOException {
    Optional<ArticleId> id = id(text);
    Optional<Gone> gone = id.isEmpty() ? Optional.empty() : texts.gone(id.get());
    return gone.map(ArticleRoutes::gone).orElseGet(() -> unknown(text));
  }

  static Refusal unknown(String id) {
    return new Refusal(Problem.of(404, "article.unknown", "No article has the id '" + id + "'."));
  }

  private static Refusal gone(Gone gone) {
    String day = gone.since() == null ? "" : " on " + gone.since();
    String reason = gone.reason().isEmpty() ? "" : ": " + gone.reason();
    return new Refusal(
        switch (gone.way()) {
          case WITHDRAWN ->
              Problem.of(410, Failures.WITHDRAWN, "The article was withdrawn" + day + reason + ".");
          case EXPIRED ->
              Problem.of(
                  410,
                  Failures.EXPIRED,
                  "The article could be read here until" + day.replace(" on", "") + ".");
        });
  }

  private static Optional<StoredArticle> lookUp(ArticleTexts texts, String text)
      throws IOException {
    Optional<ArticleId> id = id(text);
    return id.isEmpty() ? Optional.empty() : texts.find(id.get());
  }

  /// Empty for what can be no id and so names no article.
  static Optional<ArticleId> id(String text) {
    try {
      return Optional.of(new ArticleId(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
