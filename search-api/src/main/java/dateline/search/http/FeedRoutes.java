package dateline.search.http;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Byline;
import dateline.corpus.Rights;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import dateline.search.feed.Feed;
import dateline.search.feed.FeedFormat;
import dateline.search.page.Addresses;
import dateline.search.query.PlainWords;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers searches with feeds, newest first.
final class FeedRoutes {
  private static final int ENTRIES = 50;

  /// What a tag URI says after its authority: a year in which these names were given.
  private static final String TAGGED = ",2026:";

  private final SearchGate gate;
  private final ArticleTexts texts;
  private final RequestReader reader;
  private final SentParameters parameters;
  private final Links links;

  FeedRoutes(
      SearchGate gate,
      ArticleTexts texts,
      RequestReader reader,
      SentParameters parameters,
      Links links) {
    this.gate = gate;
    this.texts = texts;
    this.reader = reader;
    this.parameters = parameters;
    this.links = links;
  }

  Handler search(FeedFormat format) {
    return context -> {
      RequestReader.Reading reading = reader.read(withDefaults(parameters.of(context)));
      SearchRoutes.refuseProblems(reading);
      SearchRequest request = reading.request();
      SearchPage page = gate.search(request.exporting(request.limit()), context);
      Feed feed = feed(format, request, page, links.base(context));
      context.contentType(format.mediaType()).result(format.write(feed));
    };
  }

  private static Map<String, List<String>> withDefaults(Map<String, List<String>> sent) {
    var parameters = new HashMap<>(sent);
    if (!sent.containsKey("order-by")) {
      parameters.putIfAbsent("sort", List.of("newest"));
    }
    if (!sent.containsKey("page-size")) {
      parameters.putIfAbsent("limit", List.of(Integer.toString(ENTRIES)));
    }
    return parameters;
  }

  private Feed feed(FeedFormat format, SearchRequest request, SearchPage page, String base)
      throws IOException {
    String canonical = CanonicalQuery.of(request);
    String tag = tag(base);
    var entries = new ArrayList<Feed.Entry>();
    for (Hit hit : page.hits()) {
      // one that was withdrawn a moment ago has no place in it
      texts.find(hit.id()).ifPresent(stored -> entries.add(entry(hit, stored, tag, base)));
    }
    List<Feed.Removal> removals =
        texts.withdrawn(ENTRIES).stream()
            .map(gone -> new Feed.Removal(id(tag, gone.id()), gone.at(), gone.reason()))
            .toList();
    Optional<Instant> updated =
        Stream.concat(
                entries.stream().map(Feed.Entry::updated), removals.stream().map(Feed.Removal::at))
            .max(Comparator.naturalOrder());
    return new Feed(
        tag + "search?" + canonical,
        title(request),
        URI.create(base + "/api/v1/search." + format.suffix() + "?" + canonical),
        URI.create(base + "/search?" + canonical),
        updated.orElse(null),
        entries,
        removals);
  }

  /// What ids of entries begin with.
  static String tag(String base) {
    return "tag:" + URI.create(base).getHost() + TAGGED;
  }

  static String id(String tag, ArticleId id) {
    return tag + Addresses.article(id).substring(1);
  }

  private static String title(SearchRequest request) {
    return request.query().text().isBlank()
        ? "Dateline: all articles"
        : "Dateline: " + PlainWords.of(request.query().clause(), request.match());
  }

  private static Feed.Entry entry(Hit hit, StoredArticle stored, String tag, String base) {
    Article article = stored.article();
    Instant published = hit.published() == null ? null : hit.published().sortInstant();
    Instant modified = article.modified() == null ? null : article.modified().sortInstant();
    Instant updated =
        modified == null || (published != null && modified.isBefore(published))
            ? published
            : modified;
    return new Feed.Entry(
        id(tag, hit.id()),
        URI.create(base + Addresses.article(hit.id())),
        hit.headline() == null ? "" : hit.headline(),
        published,
        updated == null ? Instant.EPOCH : updated,
        hit.byline() == null ? List.of() : Byline.parse(hit.byline()).authors(),
        hit.source(),
        summary(article, stored.rights()),
        Stream.of(hit.people(), hit.places(), hit.organisations(), hit.issues())
            .flatMap(List::stream)
            .map(Hit.Label::label)
            .distinct()
            .toList(),
        hit.language());
  }

  /// The standfirst, else the first paragraph.
  static String summary(Article article, Rights rights) {
    if (rights == Rights.LINK) {
      return "";
    }
    String lead = article.lead() == null ? article.subhead() : article.lead();
    return lead == null ? article.body().strip().split("\\R\\s*\\R", 2)[0] : lead;
  }
}
