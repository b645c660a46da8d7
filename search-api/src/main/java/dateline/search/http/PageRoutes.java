package dateline.search.http;

import dateline.search.engine.ArticleTexts;
import dateline.search.engine.RankingRule;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import dateline.search.page.Asset;
import dateline.search.page.Pages;
import dateline.search.page.SearchFacets;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers with pages for people.
final class PageRoutes {
  static final String HTML = "text/html;charset=utf-8";

  private static final int SIMILAR_MAX = 4;

  private final SearchGate gate;
  private final FrontPage front;
  private final ArticleTexts texts;
  private final VersionRoutes versions;
  private final RequestReader reader;
  private final Pages pages;

  PageRoutes(
      SearchGate gate,
      ArticleTexts texts,
      VersionRoutes versions,
      RequestReader reader,
      Pages pages) {
    this.gate = gate;
    this.front = new FrontPage(gate, reader, pages.exampleQueries());
    this.texts = texts;
    this.versions = versions;
    this.reader = reader;
    this.pages = pages;
  }

  void home(Context context) throws IOException, Refusal {
    context.contentType(HTML).result(pages.home(front.read(context), everything()));
  }

  /// How to search: the same as long as the server runs.
  Handler help() {
    String html = pages.help();
    return context -> context.contentType(HTML).result(html);
  }

  /// How hits are ordered: the same as long as the server runs.
  Handler ranking(List<RankingRule> rules) {
    String html = pages.ranking(rules);
    return context -> context.contentType(HTML).result(html);
  }

  void search(Context context) throws IOException, Refusal {
    RequestReader.Reading reading = reader.read(context.queryParamMap());
    SearchPage page = gate.search(SearchFacets.with(reading.request()), context);
    context.contentType(HTML).result(pages.search(page, reading.request(), reading.problems()));
  }

  void article(Context context) throws IOException, Refusal {
    String version = context.queryParam(VersionRoutes.NUMBER);
    if (version != null) {
      versions.page(context, version);
      return;
    }
    StoredArticle article = ArticleRoutes.find(texts, context.pathParam("id"));
    context
        .contentType(HTML)
        .result(
            pages.article(
                article,
                everything(),
                found(context.queryParam("search")),
                gate.similar(article.article().id(), SIMILAR_MAX, context),
                texts.versions(article.article().id()),
                gate.thread(article.article().id(), context),
                "off".equals(context.queryParam("names"))));
  }

  Handler asset(Asset asset) {
    return context ->
        context
            .contentType(asset.mediaType())
            .header("Cache-Control", "public, max-age=31536000, immutable")
            .result(asset.text());
  }

  /// Results are for people; articles may be read by machines.
  void robots(Context context) {
    context
        .contentType("text/plain;charset=utf-8")
        .result(
            """
            User-agent: *
            Disallow: /search
            Disallow: /api/
            Disallow: /suggest.json
            Disallow: /metrics
            """);
  }

  private SearchRequest everything() {
    return reader.read(Map.of()).request();
  }

  /// The search that an article was opened from.
  private @Nullable SearchRequest found(@Nullable String canonical) {
    if (canonical == null || canonical.isBlank()) {
      return null;
    }
    var parameters = new LinkedHashMap<String, List<String>>();
    for (String pair : canonical.split("&")) {
      String[] sides = pair.split("=", 2);
      parameters
          .computeIfAbsent(decoded(sides[0]), _ -> new ArrayList<>())
          .add(sides.length == 1 ? "" : decoded(sides[1]));
    }
    return reader.read(parameters).request();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray per cent sign stands for itself
    }
  }
}
