package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.PartNames;
import dateline.search.engine.Relaxation;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchView.DeadEnd;
import dateline.search.page.SearchView.Relaxed;
import java.util.List;

/// Says why nothing was found and how to go on.
final class DeadEndComposer {
  private final Messages messages;
  private final SearchPage page;
  private final SearchRequest request;

  DeadEndComposer(Messages messages, SearchPage page, SearchRequest request) {
    this.messages = messages;
    this.page = page;
    this.request = request;
  }

  DeadEnd compose() {
    List<String> absent = page.absentWords();
    return new DeadEnd(
        absent.isEmpty()
            ? null
            : messages.of("none.absent", absent.size(), String.join(", ", absent)),
        page.relaxations().stream().map(this::relaxed).toList());
  }

  private Relaxed relaxed(Relaxation relaxation) {
    return new Relaxed(
        messages.of("none.without", PartNames.of(relaxation.parts(), messages.locale())),
        messages.of("count.articles", relaxation.total()),
        Addresses.search(
            CanonicalQuery.of(SearchFacets.with(relaxation.without(), request.facets()))));
  }
}
