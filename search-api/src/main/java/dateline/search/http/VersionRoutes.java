package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.RequestReader;
import dateline.search.engine.VersionText;
import dateline.search.page.Pages;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Answers with the versions of an article, as JSON and as pages.
final class VersionRoutes {
  static final String NUMBER = "version";

  private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,8}");

  private final ArticleTexts texts;
  private final RequestReader reader;
  private final Pages pages;
  private final VersionWriter writer;
  private final JsonMapper json;

  /// @param reader of the pages
  VersionRoutes(
      ArticleTexts texts,
      RequestReader reader,
      Pages pages,
      VersionWriter writer,
      JsonMapper json) {
    this.texts = texts;
    this.reader = reader;
    this.pages = pages;
    this.writer = writer;
    this.json = json;
  }

  void all(Context context) throws IOException, Refusal {
    ArticleId id = id(context);
    List<ArticleVersion> versions = texts.versions(id);
    if (versions.isEmpty()) {
      throw ArticleRoutes.missing(texts, id.value());
    }
    answer(context, writer.all(id, versions));
  }

  void one(Context context) throws IOException, Refusal {
    answer(context, writer.one(find(context, context.pathParam(NUMBER))));
  }

  /// @param number as it was typed
  void page(Context context, String number) throws IOException, Refusal {
    VersionText text = find(context, number);
    context
        .contentType(PageRoutes.HTML)
        .result(
            pages.version(
                text,
                reader.read(Map.of()).request(),
                "off".equals(context.queryParam("changes"))));
  }

  private VersionText find(Context context, String typed) throws IOException, Refusal {
    ArticleId id = id(context);
    if (!POSITIVE.matcher(typed).matches()) {
      throw new Refusal(
          Problem.of(
                  400,
                  "param.invalid",
                  "'" + typed + "' is not the number of a version. They count from 1.")
              .about(NUMBER, null));
    }
    Optional<VersionText> found = texts.version(id, Integer.parseInt(typed));
    if (found.isPresent()) {
      return found.get();
    }
    List<ArticleVersion> versions = texts.versions(id);
    if (versions.isEmpty()) {
      throw ArticleRoutes.missing(texts, id.value());
    }
    throw new Refusal(
        Problem.of(
                404,
                "version.unknown",
                "The article has no version %s. There are %d to %d."
                    .formatted(typed, versions.getFirst().number(), versions.getLast().number()))
            .about(NUMBER, null));
  }

  private static ArticleId id(Context context) throws Refusal {
    String typed = context.pathParam("id");
    Optional<ArticleId> id = ArticleRoutes.id(typed);
    if (id.isEmpty()) {
      throw ArticleRoutes.unknown(typed);
    }
    return id.get();
  }

  private void answer(Context context, Object answer) {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
