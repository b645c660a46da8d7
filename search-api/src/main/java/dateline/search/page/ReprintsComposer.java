package dateline.search.page;

import dateline.corpus.ArticleId;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import dateline.search.page.ReprintsView.Reprint;
import dateline.search.page.SearchView.Switch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names the near-identical articles of one.
final class ReprintsComposer {
  /// They stand beside the text, which is to stay longer than they are.
  private static final int SHOWN_MAX = 8;

  private final Messages messages;
  private final Dates dates;
  private final SearchRequest everything;

  /// @param everything the search that matches all, from which links start
  ReprintsComposer(Messages messages, Dates dates, SearchRequest everything) {
    this.messages = messages;
    this.dates = dates;
    this.everything = everything;
  }

  /// Null for an article that is like no other.
  @Nullable ReprintsView compose(StoredArticle stored) {
    List<Hit> copies = stored.copies();
    return copies.isEmpty()
        ? null
        : new ReprintsView(
            copies.stream().limit(SHOWN_MAX).map(this::reprint).toList(),
            copies.size() <= SHOWN_MAX ? null : all(stored.article().id()));
  }

  private Reprint reprint(Hit copy) {
    String headline = copy.headline();
    String date =
        copy.published() == null ? messages.of("article.undated") : dates.day(copy.published());
    return new Reprint(
        Addresses.article(copy.id()),
        headline == null || headline.isBlank() ? messages.of("article.untitled") : headline,
        copy.language(),
        Stream.of(copy.source(), date)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private Switch all(ArticleId id) {
    return new Switch(
        messages.of("article.reprints.all"),
        Addresses.search(CanonicalQuery.unfolding(everything, id)),
        null);
  }
}
