package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.HomeView.Example;
import dateline.search.page.HomeView.Group;
import dateline.search.page.SearchView.HitView;
import dateline.search.page.SearchView.Tag;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sets the front page from answers to searches for everything.
final class HomeComposer {
  private static final int TAGS_MAX = 6;

  /// An issue of more than one in so many articles says little about any of them.
  private static final int VAGUE = 10;

  /// Below so many articles, none is vague.
  private static final int VAGUE_FROM = 100;

  private final Messages messages;
  private final Dates dates;
  private final Assets assets;
  private final Front front;
  private final SearchRequest everything;

  HomeComposer(
      Messages messages, Dates dates, Assets assets, Front front, SearchRequest everything) {
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
    this.front = front;
    this.everything = everything;
  }

  HomeView compose() {
    var hits = new HitComposer(messages, dates, everything, 1);
    SearchPage newest = front.newest();
    DateHistogram counts = newest.dates();
    Set<String> named = namedByArticles();
    return new HomeView(
        new Frame(
            messages,
            assets,
            messages.of("home.title"),
            messages.of("home.description", size(newest)),
            SearchForm.EMPTY),
        size(newest),
        front.examples().stream().map(this::example).toList(),
        newest.facets().stream()
            .map(facet -> group(facet, named))
            .filter(group -> !group.tags().isEmpty())
            .toList(),
        counts == null ? null : new HistogramComposer(messages, dates, everything).compose(counts),
        newest(newest.hits(), hits),
        newest.groups() <= newest.hits().size() ? List.of() : oldest());
  }

  /// The first leads with all its snippets, the others follow with one.
  private static List<HitView> newest(List<Hit> newest, HitComposer hits) {
    return IntStream.range(0, newest.size())
        .mapToObj(place -> {
          HitView view = hits.compose(newest.get(place));
          return place == 0 ? view : view.brief();
        })
        .toList();
  }

  private List<HitView> oldest() {
    var hits = new HitComposer(messages, dates, everything, 0);
    return front.oldest().stream().map(hits::compose).toList();
  }

  private Example example(String text) {
    return new Example(text, Addresses.search(CanonicalQuery.asking(everything, text)));
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

  /// What articles name themselves, and not only through something that it contains: Politics heads
  /// every list and leads nowhere.
  private Set<String> namedByArticles() {
    return front.recent().stream()
        .flatMap(hit -> Stream.of(hit.people(), hit.places(), hit.organisations(), hit.issues()))
        .flatMap(List::stream)
        .map(Hit.Label::id)
        .collect(Collectors.toSet());
  }

  private Group group(Facet facet, Set<String> named) {
    String field = facet.field().parameter();
    return new Group(
        messages.of("field." + field),
        facet.items().stream()
            .filter(item -> named.contains(item.value()) && !isVague(facet, item))
            .limit(TAGS_MAX)
            .map(item ->
                new Tag(
                    field,
                    item.label(),
                    messages.of("number", item.count()),
                    Addresses.search(
                        CanonicalQuery.adding(everything, facet.field(), item.value())),
                    messages.of("facet.spoken", item.label(), item.count())))
            .toList());
  }

  private boolean isVague(Facet facet, Facet.Item item) {
    long total = front.newest().total();
    return facet.field() == ArticleField.ISSUE
        && total >= VAGUE_FROM
        && item.count() * VAGUE > total;
  }
}
