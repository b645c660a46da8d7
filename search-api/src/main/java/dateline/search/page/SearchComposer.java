package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.Mode;
import dateline.search.engine.ParameterProblem;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import dateline.search.page.SearchForm.Carried;
import dateline.search.page.SearchView.Chip;
import dateline.search.page.SearchView.Choice;
import dateline.search.page.SearchView.FacetItem;
import dateline.search.page.SearchView.FacetView;
import dateline.search.page.SearchView.Spelling;
import dateline.search.page.SearchView.Switch;
import dateline.search.page.SearchView.Warning;
import dateline.search.query.PlainWords;
import dateline.search.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sets a page of results.
final class SearchComposer {
  private static final int ABOUT_MAX = 3;

  private final Messages messages;
  private final Dates dates;
  private final Assets assets;
  private final SearchPage page;
  private final SearchRequest request;

  SearchComposer(
      Messages messages, Dates dates, Assets assets, SearchPage page, SearchRequest request) {
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
    this.page = page;
    this.request = request;
  }

  SearchView compose(List<ParameterProblem> problems) {
    var hits = new HitComposer(messages, dates, request, HitComposer.TAGS_PER_KIND);
    List<Chip> chips = new ChipComposer(messages, dates, page, request).compose();
    List<FacetView> facets =
        new FacetComposer(messages, request, page.total()).compose(page.facets());
    DateHistogram counts = page.dates();
    var fold = new FoldComposer(messages, request);
    String total = messages.of("count.articles", page.total());
    return new SearchView(
        new Frame(
            messages,
            assets,
            title(),
            messages.of("search.description", total),
            FormComposer.of(request, chosen(facets))),
        fold.total(page),
        fold.change(page),
        reading(),
        spelling(),
        warnings(problems),
        chips,
        chips.size() < 2 ? null : Addresses.search(CanonicalQuery.unconditioned(request)),
        about(),
        facets,
        counts == null ? null : new HistogramComposer(messages, dates, request).compose(counts),
        page.total() < 2 ? List.of() : sorts(),
        page.hits().stream().map(hits::compose).toList(),
        new PagerComposer(messages, request, page.listed(request.collapse())).compose(),
        page.total() == 0 ? List.of() : files(),
        Addresses.feed(CanonicalQuery.of(request)),
        page.total() > 0 ? null : new DeadEndComposer(messages, page, request).compose());
  }

  private List<Switch> files() {
    String canonical = CanonicalQuery.of(request);
    var files = new ArrayList<Switch>();
    for (String suffix : List.of("csv", "jsonl", "ris", "bib")) {
      files.add(
          new Switch(messages.of("files." + suffix), Addresses.export(suffix, canonical), null));
    }
    files.add(new Switch(messages.of("files.feed"), Addresses.feed(canonical), null));
    return files;
  }

  private String title() {
    String text = request.query().text();
    return text.isBlank() ? messages.of("search.title.all") : messages.of("search.title", text);
  }

  private @Nullable String reading() {
    return request.query().text().isBlank()
        ? null
        : PlainWords.of(
            request.query().clause(), request.match(), page.formsByWord(), messages.locale());
  }

  private @Nullable Spelling spelling() {
    Respelling proposed = page.suggestion();
    return proposed == null
        ? null
        : new Spelling(
            proposed.text(),
            messages.of("count.articles", proposed.total()),
            Addresses.search(CanonicalQuery.of(proposed.request())));
  }

  private List<Switch> about() {
    return page.facets().stream()
        .flatMap(facet ->
            facet.items().stream()
                .filter(Facet.Item::isSelected)
                .flatMap(item ->
                    EntityFields.kind(facet.field()).stream()
                        .map(kind ->
                            new Switch(
                                messages.of("search.about", item.label()),
                                Addresses.entity(kind, item.value()),
                                null))))
        .distinct()
        .limit(ABOUT_MAX)
        .toList();
  }

  private List<Choice> sorts() {
    var choices = new ArrayList<Choice>();
    boolean hasModes = page.hasVectors() && !request.query().text().isBlank();
    for (Mode mode : hasModes ? Mode.values() : new Mode[] {request.mode()}) {
      choices.add(
          new Choice(
              messages.of("sort.relevance." + mode.parameter()),
              Addresses.search(CanonicalQuery.ordered(request, mode)),
              request.sort() == Sort.RELEVANCE && mode == request.mode()));
    }
    for (Sort sort : List.of(Sort.NEWEST, Sort.OLDEST)) {
      choices.add(
          new Choice(
              messages.of("sort." + sort.parameter()),
              Addresses.search(CanonicalQuery.sorted(request, sort)),
              sort == request.sort()));
    }
    return choices;
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

  /// The conditions that stand as ticked boxes beside the form.
  private static Set<Carried> chosen(List<FacetView> facets) {
    return facets.stream()
        .flatMap(facet -> facet.items().stream())
        .filter(FacetItem::isSelected)
        .map(item -> new Carried(item.name(), item.value()))
        .collect(Collectors.toSet());
  }
}
