package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.HomeView.Group;
import dateline.search.page.SearchView.Tag;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/// Sets the front page from an answer to the search for everything.
final class HomeComposer {
  private final Messages messages;
  private final Dates dates;
  private final String stylesheet;

  HomeComposer(Messages messages, Dates dates, String stylesheet) {
    this.messages = messages;
    this.dates = dates;
    this.stylesheet = stylesheet;
  }

  HomeView compose(SearchPage page, SearchRequest everything) {
    var hits = new HitComposer(messages, dates, everything);
    DateHistogram counts = page.dates();
    return new HomeView(
        new Frame(messages, messages.of("home.title"), stylesheet),
        new FormComposer(messages).empty(),
        size(page),
        page.facets().stream()
            .filter(facet -> !facet.items().isEmpty())
            .map(facet -> group(facet, everything))
            .toList(),
        counts == null
            ? null
            : Histogram.of(
                counts,
                dates,
                messages,
                bar -> Addresses.search(CanonicalQuery.published(everything, DateFilters.of(bar)))),
        page.hits().stream().map(hits::compose).toList());
  }

  private String size(SearchPage page) {
    String articles = messages.of("count.articles", page.total());
    DateHistogram counts = page.dates();
    if (counts == null || counts.bars().isEmpty()) {
      return articles;
    }
    String first = nameOf(counts.bars().getFirst().from(), counts);
    String last = nameOf(counts.bars().getLast().to(), counts);
    return first.equals(last)
        ? messages.of("home.size.one", articles, first)
        : messages.of("home.size", articles, first, last);
  }

  /// No more precise than the bars are.
  private String nameOf(LocalDate day, DateHistogram counts) {
    return counts.interval() == Interval.YEAR
        ? Year.from(day).toString()
        : dates.month(YearMonth.from(day));
  }

  private Group group(Facet facet, SearchRequest everything) {
    String field = facet.field().parameter();
    return new Group(
        messages.of("field." + field),
        facet.items().stream()
            .map(item ->
                new Tag(
                    field,
                    item.label(),
                    Addresses.search(
                        CanonicalQuery.adding(everything, facet.field(), item.value())),
                    messages.of("facet.spoken", item.label(), item.count())))
            .toList());
  }
}
