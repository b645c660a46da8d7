package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Collapse;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchView.Switch;
import org.jspecify.annotations.Nullable;

/// Tells how many articles there are and how many are left when reprints are folded, with the ways
/// to unfold them.
final class FoldComposer {
  private final Messages messages;
  private final SearchRequest request;

  FoldComposer(Messages messages, SearchRequest request) {
    this.messages = messages;
    this.request = request;
  }

  String total(SearchPage page) {
    String articles = messages.of("count.articles", page.total());
    return request.collapse() == Collapse.NONE || page.groups() == page.total()
        ? articles
        : messages.of("fold.total", articles, page.groups());
  }

  /// Shows the list the other way; null where that makes no difference, or where nothing but the
  /// copies of one article was asked for.
  @Nullable Switch change(SearchPage page) {
    boolean isFolded = request.collapse() == Collapse.DUPLICATES;
    if (page.groups() == page.total() || (request.story() != null && !isFolded)) {
      return null;
    }
    Collapse other = isFolded ? Collapse.NONE : Collapse.DUPLICATES;
    return new Switch(
        messages.of(isFolded ? "fold.off" : "fold.on"),
        Addresses.search(CanonicalQuery.folding(request, other)),
        null);
  }

  /// Lists what is folded behind a hit together with it; null for nothing.
  ///
  /// @param headline as it is shown
  @Nullable Switch copies(Hit hit, String headline) {
    return hit.duplicates() == 0
        ? null
        : new Switch(
            messages.of("fold.copies", hit.duplicates()),
            Addresses.search(CanonicalQuery.unfolding(request, hit.id())),
            messages.of("fold.copies.spoken", hit.duplicates(), headline));
  }
}
