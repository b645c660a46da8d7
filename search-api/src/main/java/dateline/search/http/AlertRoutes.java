package dateline.search.http;

import dateline.corpus.store.AlertPasses;
import dateline.corpus.store.Notices;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.engine.ArticleTexts;
import dateline.search.feed.FeedFormat;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Answers with saved searches and with what they told. They are made and changed on the machine
/// itself, by `dateline alerts`.
final class AlertRoutes {
  private final Path home;
  private final ArticleTexts texts;
  private final Links links;
  private final JsonMapper json;

  AlertRoutes(Path home, ArticleTexts texts, Links links, JsonMapper json) {
    this.home = home;
    this.texts = texts;
    this.links = links;
    this.json = json;
  }

  void saved(Context context) throws IOException {
    write(
        context,
        new AlertJson.SavedList(SavedSearches.all(home).stream().map(this::saved).toList()));
  }

  void one(Context context) throws IOException, Refusal {
    write(context, saved(find(context)));
  }

  void alerts(Context context) throws IOException {
    Map<String, Notices.Counts> counts = Notices.counts(home);
    Optional<AlertPasses.Made> made = AlertPasses.latest(home);
    write(
        context,
        new AlertJson.AlertList(
            made.map(pass -> new AlertJson.Passed(pass.generation(), pass.at().toString()))
                .orElse(null),
            SavedSearches.all(home).stream()
                .map(search -> alert(search, counts.getOrDefault(search.id(), Notices.Counts.NONE)))
                .toList()));
  }

  Handler feed(FeedFormat format) {
    return context -> {
      SavedSearch search = find(context);
      var feed = new AlertFeed(texts, links.base(context));
      context
          .contentType(format.mediaType())
          .result(
              format.write(
                  feed.of(search, Notices.latest(home, search.id(), AlertFeed.ENTRIES), format)));
    };
  }

  private SavedSearch find(Context context) throws IOException, Refusal {
    String id = context.pathParam("id");
    return SavedSearches.find(home, id)
        .orElseThrow(() ->
            new Refusal(
                Problem.of(
                    404,
                    "alert.unknown",
                    "No saved search has the id '%s'; /api/v1/saved lists them.".formatted(id))));
  }

  private AlertJson.Saved saved(SavedSearch search) {
    return new AlertJson.Saved(
        search.id(),
        search.name(),
        search.query(),
        search.created().toString(),
        search.isPaused(),
        search.destination().word(),
        search.trouble(),
        links(search));
  }

  private AlertJson.Alert alert(SavedSearch search, Notices.Counts counts) {
    return new AlertJson.Alert(
        search.id(),
        search.name(),
        search.isPaused(),
        search.destination().word(),
        counts.told(),
        counts.waiting(),
        counts.failed(),
        Objects.toString(counts.latest(), null),
        search.trouble(),
        links(search));
  }

  private AlertJson.Links links(SavedSearch search) {
    return new AlertJson.Links(
        links.to("/search?" + search.query()), links.to("/api/v1/alerts/" + search.id() + ".atom"));
  }

  private void write(Context context, Object value) {
    context.contentType("application/json").result(json.writeValueAsBytes(value));
  }
}
