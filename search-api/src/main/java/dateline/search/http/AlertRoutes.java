package dateline.search.http;

import dateline.corpus.store.AlertPasses;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.alert.SearchKeeper;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.KeptSearch;
import dateline.search.engine.RequestReader;
import dateline.search.feed.FeedFormat;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Answers with saved searches and with what they told, and saves and forgets those that tell by a
/// feed. Where else messages go is said on the machine itself, by `dateline alerts`.
final class AlertRoutes {
  private static final String NAME = "name";

  private final SearchKeeper keeper;
  private final Path home;
  private final ArticleTexts texts;
  private final RequestReader reader;
  private final SentParameters parameters;
  private final Links links;
  private final JsonMapper json;

  AlertRoutes(
      SearchKeeper keeper,
      ArticleTexts texts,
      RequestReader reader,
      SentParameters parameters,
      Links links,
      JsonMapper json) {
    this.keeper = keeper;
    this.home = keeper.home();
    this.texts = texts;
    this.reader = reader;
    this.parameters = parameters;
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

  /// `name` beside the parameters of a search.
  void save(Context context) throws IOException, Refusal {
    Map<String, List<String>> sent = new HashMap<>(parameters.of(context));
    List<String> names = sent.remove(NAME);
    RequestReader.Reading reading = reader.read(sent);
    SearchRoutes.refuseProblems(reading);
    Optional<String> trouble = KeptSearch.trouble(reading);
    if (trouble.isPresent()) {
      throw new Refusal(
          Problem.of(400, "param.invalid", trouble.get() + " A saved search has to be exact."));
    }
    try {
      SavedSearch search =
          keeper
              .save(names == null ? "" : names.getFirst(), reading, new Destination.Feed())
              .search();
      context.status(201).header("Location", "/api/v1/saved/" + search.id());
      write(context, saved(search));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Problem.of(400, "param.invalid", String.valueOf(e.getMessage())).about(NAME, null));
    }
  }

  void remove(Context context) throws IOException, Refusal {
    SavedSearch search = find(context);
    keeper.remove(search.id());
    context.status(204);
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
