package dateline.search.http;

import dateline.corpus.Article;
import dateline.corpus.Byline;
import dateline.corpus.store.Notice;
import dateline.corpus.store.Notices;
import dateline.corpus.store.SavedSearch;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Gone;
import dateline.search.engine.StoredArticle;
import dateline.search.feed.Feed;
import dateline.search.feed.FeedFormat;
import dateline.search.page.Addresses;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a saved search told as a feed: each article once, as it is now, at the moment at which it
/// was told last; what was withdrawn since as removed.
final class AlertFeed {
  static final int ENTRIES = 50;

  private final ArticleTexts texts;
  private final String base;
  private final String tag;

  /// @param base what addresses start with
  AlertFeed(ArticleTexts texts, String base) {
    this.texts = texts;
    this.base = base;
    this.tag = FeedRoutes.tag(base);
  }

  /// @param told the last of each article, the latest first
  Feed of(SavedSearch search, List<Notices.Listed> told, FeedFormat format) throws IOException {
    var entries = new ArrayList<Feed.Entry>();
    var removals = new ArrayList<Feed.Removal>();
    for (Notices.Listed each : told) {
      Notice notice = each.notice();
      if (notice.kind() == Notice.Kind.WITHDRAWN) {
        String reason = texts.gone(notice.article()).map(Gone::reason).orElse("");
        removals.add(new Feed.Removal(FeedRoutes.id(tag, notice.article()), notice.at(), reason));
      } else {
        // one that was withdrawn a moment ago has no place in it until that is told
        texts.find(notice.article()).ifPresent(stored -> entries.add(entry(notice, stored)));
      }
    }
    Instant updated = told.isEmpty() ? search.created() : told.getFirst().notice().at();
    return new Feed(
        tag + "alerts/" + search.id(),
        "Dateline: " + search.name(),
        URI.create(base + "/api/v1/alerts/" + search.id() + "." + format.suffix()),
        URI.create(base + "/search?" + search.query()),
        updated,
        entries,
        removals);
  }

  private Feed.Entry entry(Notice notice, StoredArticle stored) {
    Article article = stored.article();
    return new Feed.Entry(
        FeedRoutes.id(tag, notice.article()),
        URI.create(base + Addresses.article(notice.article())),
        article.headline() == null ? "" : article.headline(),
        article.published() == null ? null : article.published().sortInstant(),
        notice.at(),
        article.byline() == null ? List.of() : Byline.parse(article.byline()).authors(),
        article.source(),
        FeedRoutes.summary(article, stored.rights()),
        stored.entities().stream()
            .filter(StoredArticle.Entity::isSalient)
            .map(StoredArticle.Entity::label)
            .distinct()
            .toList(),
        article.language());
  }
}
