package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchView.PageLink;
import dateline.search.page.SearchView.Pager;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbers the pages of a list of results.
final class PagerComposer {
  /// Numbers on either side of the page that is shown.
  private static final int NEIGHBOURS = 3;

  private final Messages messages;
  private final SearchRequest request;
  private final long hitsTotal;

  PagerComposer(Messages messages, SearchRequest request, long hitsTotal) {
    this.messages = messages;
    this.request = request;
    this.hitsTotal = hitsTotal;
  }

  /// @return null when all hits are on one page, or none were asked
  @Nullable Pager compose() {
    if (request.limit() == 0) {
      return null;
    }
    int current = request.offset() / request.limit() + 1;
    int last = lastPage();
    if (last <= 1 && current == 1) {
      return null;
    }
    List<PageLink> pages =
        IntStream.rangeClosed(
                Math.max(1, current - NEIGHBOURS), Math.min(last, current + NEIGHBOURS))
            .mapToObj(number ->
                new PageLink(
                    messages.of("number", number),
                    href(number),
                    messages.of("pager.page", number),
                    number == current))
            .toList();
    return new Pager(
        current > 1 ? href(Math.min(current - 1, last)) : null,
        current < last ? href(current + 1) : null,
        pages,
        messages.of("pager.position", current, last));
  }

  private int lastPage() {
    long pages = Math.ceilDiv(hitsTotal, request.limit());
    int reachable = SearchRequest.OFFSET_MAX / request.limit() + 1;
    return Math.clamp(pages, 1, reachable);
  }

  private String href(int number) {
    return Addresses.search(CanonicalQuery.page(request, number));
  }
}
