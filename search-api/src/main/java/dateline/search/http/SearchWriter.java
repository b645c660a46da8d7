package dateline.search.http;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.Hit;
import dateline.search.engine.ParameterProblem;
import dateline.search.engine.PartNames;
import dateline.search.engine.Relaxation;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Snippet;
import dateline.search.export.ExportFormat;
import dateline.search.page.Addresses;
import dateline.search.query.PlainWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns an answer of the engine into what goes over the wire.
final class SearchWriter {
  /// Digits after the point that survive a change of platform or of vector instructions.
  private static final double SCORE_SCALE = 1e4;

  private final Links links;
  private final SearchRequest request;
  private final List<ParameterProblem> problems;
  private final HitFields fields;

  /// @param problems of parameters that were passed over
  SearchWriter(Links links, SearchRequest request, List<ParameterProblem> problems) {
    this(links, request, problems, HitFields.ALL);
  }

  /// @param fields members of each hit that are wanted, of other searches too
  SearchWriter(
      Links links, SearchRequest request, List<ParameterProblem> problems, HitFields fields) {
    this.links = links;
    this.request = request;
    this.problems = problems;
    this.fields = fields;
  }

  SearchJson write(SearchPage page) {
    return new SearchJson(
        query(page.formsByWord()),
        page.generation(),
        new SearchJson.Total(page.total(), "exact"),
        new SearchJson.Groups(page.groups()),
        page.hits().stream().map(this::hit).toList(),
        facets(page),
        page.suggestion() == null ? null : suggestion(page.suggestion()),
        page.relaxations().stream().map(this::relaxation).toList(),
        new SearchJson.Links(
            search(CanonicalQuery.of(request)),
            page.nextCursor() == null
                ? null
                : search(CanonicalQuery.at(request, page.nextCursor())),
            links.to(Addresses.feed(CanonicalQuery.of(request))),
            export()));
  }

  /// What was asked, as it was understood.
  ///
  /// @param forms what counts as words of it beside them, by these words
  SearchJson.Query query(Map<String, List<String>> forms) {
    String plainWords =
        request.query().text().isBlank()
            ? null
            : PlainWords.of(request.query().clause(), request.match(), forms, Locale.ROOT);
    return new SearchJson.Query(
        request.query().text(),
        CanonicalQuery.of(request),
        plainWords,
        forms,
        filters(),
        warnings());
  }

  private Map<String, String> export() {
    var files = new LinkedHashMap<String, String>();
    for (ExportFormat format : ExportFormat.values()) {
      files.put(
          format.suffix(), links.to(Addresses.export(format.suffix(), CanonicalQuery.of(request))));
    }
    return files;
  }

  private Map<String, List<String>> filters() {
    var filters = new LinkedHashMap<String, List<String>>();
    request.filters().forEach(filter -> filters.putAll(PartKeys.parameters(filter)));
    filters.putAll(PartKeys.threads(request.threads()));
    filters.putAll(PartKeys.parameters(request.dates()));
    filters.putAll(PartKeys.story(request.story()));
    return filters;
  }

  private List<SearchJson.Warning> warnings() {
    return Stream.concat(
            problems.stream()
                .map(problem ->
                    new SearchJson.Warning(
                        problem.code(),
                        problem.message(),
                        problem.parameter(),
                        null,
                        problem.suggestion())),
            request.query().problems().stream()
                .map(problem ->
                    new SearchJson.Warning(
                        problem.code(),
                        problem.message(),
                        null,
                        problem.position(),
                        problem.suggestion())))
        .toList();
  }

  private SearchJson.Hit hit(Hit hit) {
    return new SearchJson.Hit(
        hit.id().value(),
        links.to(Addresses.article(hit.id())),
        hit.headline(),
        hit.published() == null ? null : Objects.toString(hit.published()),
        hit.source(),
        hit.byline(),
        hit.dateline(),
        hit.language(),
        rounded(hit.score()),
        labels(hit.people()),
        labels(hit.places()),
        labels(hit.organisations()),
        labels(hit.issues()),
        hit.snippets().stream().map(SearchWriter::snippet).toList(),
        hit.duplicates() == 0
            ? null
            : new SearchJson.Duplicates(
                hit.duplicates(), search(CanonicalQuery.unfolding(request, hit.id()))));
  }

  static double rounded(double score) {
    return Math.round(score * SCORE_SCALE) / SCORE_SCALE;
  }

  private static List<SearchJson.Label> labels(List<Hit.Label> labels) {
    return labels.stream().map(label -> new SearchJson.Label(label.id(), label.label())).toList();
  }

  private static SearchJson.Snippet snippet(Snippet snippet) {
    return new SearchJson.Snippet(
        snippet.zone().label(),
        snippet.text(),
        snippet.ranges().stream().map(range -> List.of(range.start(), range.end())).toList(),
        snippet.sentence());
  }

  private SearchJson.Suggestion suggestion(Respelling proposed) {
    String canonical = CanonicalQuery.of(proposed.request());
    return new SearchJson.Suggestion(
        proposed.text(),
        canonical,
        proposed.words().stream()
            .map(word -> new SearchJson.Word(word.typed(), word.meant()))
            .toList(),
        proposed.total(),
        search(canonical));
  }

  private SearchJson.Relaxation relaxation(Relaxation relaxation) {
    return relaxation(relaxation, search(CanonicalQuery.of(relaxation.without())));
  }

  static SearchJson.Relaxation relaxation(Relaxation relaxation, String link) {
    return new SearchJson.Relaxation(
        relaxation.parts().stream().map(PartKeys::of).collect(Collectors.joining(" + ")),
        PartNames.of(relaxation.parts(), Locale.ROOT),
        relaxation.total(),
        link);
  }

  private Map<String, Object> facets(SearchPage page) {
    var facets = new LinkedHashMap<String, Object>();
    for (Facet facet : page.facets()) {
      facets.put(
          facet.field().parameter(),
          new SearchJson.Values(
              facet.valuesTotal(),
              facet.missing(),
              facet.other(),
              facet.items().stream().map(item -> value(facet, item)).toList()));
    }
    DateHistogram dates = page.dates();
    if (dates != null) {
      facets.put(
          "date",
          new SearchJson.Dates(
              dates.interval().parameter(),
              dates.bars().stream()
                  .map(bar ->
                      new SearchJson.Bar(
                          bar.value(), bar.from().toString(), bar.to().toString(), bar.count()))
                  .toList()));
    }
    return facets;
  }

  private SearchJson.Value value(Facet facet, Facet.Item item) {
    String value = item.value();
    return new SearchJson.Value(
        value,
        item.label(),
        item.count(),
        item.isSelected(),
        item.parent(),
        new SearchJson.Switches(
            item.isSelected() ? null : search(CanonicalQuery.adding(request, facet.field(), value)),
            search(CanonicalQuery.excluding(request, facet.field(), value)),
            item.isSelected()
                ? search(CanonicalQuery.removing(request, facet.field(), value))
                : null));
  }

  private String search(String canonical) {
    return links.to("/api/v1/search?" + canonical + fields.parameter());
  }
}
