package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.query.Syntax;
import dateline.search.query.TextZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The query string of a search: its permanent address, the same at every door.
///
/// Parameters are sorted by name, values percent-encoded as RFC 3986 asks. `match`, `collapse` and
/// `sort` always stand there, everything else where it differs from the default. The query is as
/// typed. The start of the list is addressed, unless a method says otherwise; changed searches
/// start there too.
public final class CanonicalQuery {
  private CanonicalQuery() {}

  public static String of(SearchRequest request) {
    return QueryString.of(parameters(request));
  }

  /// To be kept: what counts from today goes on doing so.
  static String of(SearchRequest request, Map<String, String> sinceToday) {
    Map<String, List<String>> parameters = parameters(request);
    sinceToday.forEach((name, typed) -> parameters.put(name, List.of(typed)));
    return QueryString.of(parameters);
  }

  /// With one more value that an article may have.
  public static String adding(SearchRequest request, ArticleField field, String value) {
    return changed(
        request,
        field,
        value,
        rest -> new Filter(field, with(rest.any(), value), rest.all(), rest.not(), false));
  }

  /// With a value that no article may have.
  public static String excluding(SearchRequest request, ArticleField field, String value) {
    return changed(
        request,
        field,
        value,
        rest ->
            new Filter(field, rest.any(), rest.all(), with(rest.not(), value), rest.isMissing()));
  }

  /// Without any condition on the value.
  public static String removing(SearchRequest request, ArticleField field, String value) {
    return changed(request, field, value, rest -> rest);
  }

  /// Without any condition on the field.
  public static String without(SearchRequest request, ArticleField field) {
    List<Filter> others =
        request.filters().stream().filter(filter -> filter.field() != field).toList();
    return of(changed(request, others, request.dates(), request.sort()));
  }

  /// Without one of its threads.
  public static String removingThread(SearchRequest request, String id) {
    return of(request.inThreads(without(request.threads(), id)));
  }

  /// Without any condition but the query.
  public static String unconditioned(SearchRequest request) {
    SearchRequest ofAll =
        request.story() == null ? request : request.folding(Collapse.DUPLICATES, null);
    return of(changed(ofAll, List.of(), DateFilter.NONE, request.sort()).inThreads(List.of()));
  }

  /// Folded or not, among the same articles.
  public static String folding(SearchRequest request, Collapse collapse) {
    return of(request.folding(collapse, request.story()));
  }

  /// Unfolded, among an article and those near-identical to it.
  public static String unfolding(SearchRequest request, ArticleId story) {
    return of(request.folding(Collapse.NONE, story));
  }

  /// Without the condition on the story, folded as the list that led to it was.
  public static String withoutStory(SearchRequest request) {
    return of(request.folding(Collapse.DUPLICATES, null));
  }

  /// With more or fewer values of one facet.
  public static String listing(SearchRequest request, ArticleField field, int limit) {
    var fields = new LinkedHashMap<>(request.facets().fields());
    fields.put(field, limit);
    Map<String, List<String>> parameters = parameters(request);
    put(parameters, new FacetRequest(fields, request.facets().interval()));
    if (limit == FacetReader.LIMIT_DEFAULT) {
      parameters.remove(FacetReader.limitOf(field));
    }
    return QueryString.of(parameters);
  }

  /// With another query under the same conditions.
  public static String asking(SearchRequest request, String text) {
    Map<String, List<String>> parameters = parameters(request);
    parameters.put("q", List.of(text));
    return QueryString.of(parameters);
  }

  public static String withoutDates(SearchRequest request) {
    return published(request, DateFilter.NONE);
  }

  public static String published(SearchRequest request, DateFilter dates) {
    return of(changed(request, request.filters(), dates, request.sort()));
  }

  public static String sorted(SearchRequest request, Sort sort) {
    return of(changed(request, request.filters(), request.dates(), sort));
  }

  /// By relevance, of words alone or of meaning too.
  public static String ordered(SearchRequest request, Mode mode) {
    Map<String, List<String>> parameters = parameters(request);
    parameters.put("sort", List.of(Sort.RELEVANCE.parameter()));
    parameters.remove("mode");
    put(parameters, "mode", mode.parameter(), Mode.LEXICAL.parameter());
    return QueryString.of(parameters);
  }

  /// Where the list goes on.
  public static String at(SearchRequest request, String cursor) {
    Map<String, List<String>> parameters = parameters(request);
    parameters.put("cursor", List.of(cursor));
    return QueryString.of(parameters);
  }

  /// @param page from 1
  public static String page(SearchRequest request, int page) {
    Map<String, List<String>> parameters = parameters(request);
    if (page > 1) {
      parameters.put("page", List.of(Integer.toString(page)));
    }
    return QueryString.of(parameters);
  }

  private static Map<String, List<String>> parameters(SearchRequest request) {
    var parameters = new TreeMap<String, List<String>>();
    parameters.put("match", List.of(request.match().parameter()));
    parameters.put("collapse", List.of(request.collapse().parameter()));
    parameters.put("sort", List.of(request.sort().parameter()));
    String text = request.query().text();
    put(parameters, "q", text, "");
    put(parameters, "syntax", request.query().syntax().parameter(), Syntax.DATELINE.parameter());
    put(parameters, "in", names(request.in()), names(Set.of(TextZone.values())));
    request.filters().forEach(filter -> put(parameters, filter));
    parameters.put(ParameterNames.THREAD, request.threads());
    put(parameters, "from", date(request.dates().from()), "");
    put(parameters, "to", date(request.dates().to()), "");
    put(parameters, "story", Objects.toString(request.story(), ""), "");
    put(parameters, "date.missing", Boolean.toString(request.dates().isMissing()), "false");
    put(parameters, "tz", request.zone().getId(), "Z");
    put(parameters, "limit", request.limit(), RequestReader.LIMIT_DEFAULT);
    put(parameters, "snippets", request.snippets(), RequestReader.SNIPPETS_DEFAULT);
    put(parameters, "highlight", request.highlight(), true);
    put(parameters, "suggest", request.suggest(), true);
    put(parameters, "variants", request.variants(), true);
    put(parameters, "mode", request.mode().parameter(), Mode.LEXICAL.parameter());
    put(parameters, "boost", request.boost().parameter(), Boost.NONE.parameter());
    put(parameters, request.facets());
    return parameters;
  }

  private static void put(
      Map<String, List<String>> parameters, String name, Object value, Object absent) {
    if (!value.equals(absent)) {
      parameters.put(name, List.of(value.toString()));
    }
  }

  private static String names(Set<TextZone> zones) {
    return zones.stream().sorted().map(TextZone::parameter).collect(Collectors.joining(","));
  }

  private static String date(@Nullable Published date) {
    return Objects.toString(date, "");
  }

  private static void put(Map<String, List<String>> parameters, Filter filter) {
    String name = filter.field().parameter();
    parameters.put(name, filter.any());
    parameters.put(name + ".all", filter.all());
    parameters.put(name + ".not", filter.not());
    put(parameters, name + ".missing", filter.isMissing(), false);
  }

  private static void put(Map<String, List<String>> parameters, FacetRequest facets) {
    List<String> names = facetNames(facets);
    String facet = names.isEmpty() ? "none" : String.join(",", names);
    put(parameters, "facet", facet, String.join(",", facetNames(FacetReader.DEFAULT)));
    facets
        .fields()
        .forEach((field, limit) ->
            put(parameters, FacetReader.limitOf(field), limit, FacetReader.LIMIT_DEFAULT));
    if (facets.interval() != null) {
      put(
          parameters,
          "facet.date.interval",
          facets.interval().parameter(),
          Interval.AUTO.parameter());
    }
  }

  private static List<String> facetNames(FacetRequest facets) {
    var names =
        new ArrayList<>(facets.fields().keySet().stream().map(ArticleField::parameter).toList());
    if (facets.interval() != null) {
      names.add("date");
    }
    return names;
  }

  /// Changes the filter of a field, from which every mention of the value has been removed.
  private static String changed(
      SearchRequest request, ArticleField field, String value, UnaryOperator<Filter> change) {
    Filter before =
        request.filters().stream()
            .filter(filter -> filter.field() == field)
            .findFirst()
            .orElse(new Filter(field, List.of(), List.of(), List.of(), false));
    Filter without =
        new Filter(
            field,
            without(before.any(), value),
            without(before.all(), value),
            without(before.not(), value),
            before.isMissing());
    var filters = new ArrayList<>(request.filters());
    filters.removeIf(filter -> filter.field() == field);
    filters.add(change.apply(without));
    return of(changed(request, filters, request.dates(), request.sort()));
  }

  private static List<String> without(List<String> values, String value) {
    return values.stream().filter(other -> !other.equals(value)).toList();
  }

  private static List<String> with(List<String> values, String value) {
    return Stream.concat(values.stream(), Stream.of(value)).toList();
  }

  private static SearchRequest changed(
      SearchRequest request, List<Filter> filters, DateFilter dates, Sort sort) {
    return new SearchRequest(
        request.query(),
        request.match(),
        request.in(),
        filters,
        request.threads(),
        dates,
        request.story(),
        request.zone(),
        sort,
        request.collapse(),
        request.limit(),
        null,
        0,
        request.facets(),
        request.snippets(),
        request.highlight(),
        request.suggest(),
        request.variants(),
        request.mode(),
        request.boost());
  }
}
