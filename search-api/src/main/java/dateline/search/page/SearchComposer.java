package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.ParameterProblem;
import dateline.search.engine.PartNames;
import dateline.search.engine.Relaxation;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchForm.Carried;
import dateline.search.page.SearchView.Chip;
import dateline.search.page.SearchView.DeadEnd;
import dateline.search.page.SearchView.FacetItem;
import dateline.search.page.SearchView.FacetView;
import dateline.search.page.SearchView.Relaxed;
import dateline.search.page.SearchView.Warning;
import dateline.search.query.PlainWords;
import dateline.search.query.QueryProblem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sets a page of results.
final class SearchComposer {
  private final Messages messages;
  private final Dates dates;
  private final String stylesheet;
  private final SearchPage page;
  private final SearchRequest request;

  SearchComposer(
      Messages messages, Dates dates, String stylesheet, SearchPage page, SearchRequest request) {
    this.messages = messages;
    this.dates = dates;
    this.stylesheet = stylesheet;
    this.page = page;
    this.request = request;
  }

  SearchView compose(List<ParameterProblem> problems) {
    var hits = new HitComposer(messages, dates, request);
    List<Chip> chips = new ChipComposer(messages, page, request).compose();
    List<FacetView> facets =
        page.facets().stream().filter(facet -> !facet.items().isEmpty()).map(this::facet).toList();
    DateHistogram counts = page.dates();
    return new SearchView(
        new Frame(messages, title(), stylesheet),
        new FormComposer(messages).compose(request, chosen(facets)),
        messages.of("count.articles", page.total()),
        reading(),
        warnings(problems),
        chips,
        facets,
        counts == null ? null : Histogram.of(counts, dates, messages, this::narrowed),
        page.hits().stream().map(hits::compose).toList(),
        new PagerComposer(messages, request, page.total()).compose(),
        page.total() > 0 ? null : deadEnd(chips));
  }

  private String title() {
    String text = request.query().text();
    return text.isBlank() ? messages.of("search.title.all") : messages.of("search.title", text);
  }

  private @Nullable String reading() {
    return request.query().text().isBlank()
        ? null
        : PlainWords.of(request.query().clause(), request.match(), messages.locale());
  }

  private List<Warning> warnings(List<ParameterProblem> problems) {
    return Stream.concat(
            problems.stream().map(problem -> new Warning(problem.message(), null, null)),
            request.query().problems().stream().map(this::warning))
        .toList();
  }

  private Warning warning(QueryProblem problem) {
    String meant = problem.suggestion();
    return new Warning(
        problem.message(),
        meant,
        meant == null ? null : Addresses.search(CanonicalQuery.asking(request, meant)));
  }

  private FacetView facet(Facet facet) {
    long unlisted = facet.valuesTotal() - facet.items().size();
    return new FacetView(
        messages.of("field." + facet.field().parameter()),
        IntStream.range(0, facet.items().size()).mapToObj(place -> item(facet, place)).toList(),
        unlisted > 0 ? messages.of("facet.more", unlisted) : null);
  }

  private FacetItem item(Facet facet, int place) {
    ArticleField field = facet.field();
    Facet.Item item = facet.items().get(place);
    String spoken = messages.of("facet.spoken", item.label(), item.count());
    return new FacetItem(
        field.parameter() + "-" + place,
        field.parameter(),
        item.value(),
        item.label(),
        messages.of("number", item.count()),
        spoken,
        item.isSelected(),
        Addresses.search(
            item.isSelected()
                ? CanonicalQuery.removing(request, field, item.value())
                : CanonicalQuery.adding(request, field, item.value())));
  }

  /// The conditions that stand as ticked boxes beside the form.
  private static Set<Carried> chosen(List<FacetView> facets) {
    return facets.stream()
        .flatMap(facet -> facet.items().stream())
        .filter(FacetItem::isSelected)
        .map(item -> new Carried(item.name(), item.value()))
        .collect(Collectors.toSet());
  }

  private String narrowed(DateHistogram.Bar bar) {
    return Addresses.search(CanonicalQuery.published(request, DateFilters.of(bar)));
  }

  private DeadEnd deadEnd(List<Chip> chips) {
    List<String> absent = page.absentWords();
    return new DeadEnd(
        absent.isEmpty()
            ? null
            : messages.of("none.absent", absent.size(), String.join(", ", absent)),
        chips,
        page.relaxations().stream().map(this::relaxed).toList());
  }

  private Relaxed relaxed(Relaxation relaxation) {
    String parts = PartNames.of(relaxation.parts(), messages.locale());
    return new Relaxed(
        messages.of("none.without", parts, relaxation.total()),
        Addresses.search(CanonicalQuery.of(relaxation.without())));
  }
}
