package dateline.search.oracle;

import dateline.corpus.ArticleId;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Collapse;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.Filter;
import dateline.search.engine.Hit;
import dateline.search.engine.Relaxation;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares what two engines answer to one request.
///
/// @param oracle is right
record Comparison(SearchEngine engine, SearchEngine oracle) {

  /// What all engines must answer alike. Of a list by relevance that is the set of ids alone, and
  /// of one that is folded too, how many copies stand behind its hits: [FoldComparison] has the
  /// rest.
  private record Answer(
      long total,
      long groups,
      Object hits,
      boolean hasMore,
      List<Facet> facets,
      @Nullable DateHistogram dates,
      List<String> absentWords,
      List<Relaxation> relaxations) {
    /// The parts that differ, each with its name.
    Map<String, Object> unlike(Answer other) {
      var unlike = new LinkedHashMap<String, Object>();
      for (RecordComponent part : Answer.class.getRecordComponents()) {
        Object own = valueOf(part);
        Object others = other.valueOf(part);
        if (own instanceof List<?> list && others instanceof List<?> otherList) {
          own = list.stream().filter(item -> !otherList.contains(item)).toList();
        }
        if (!Objects.equals(valueOf(part), others)) {
          unlike.put(part.getName(), own);
        }
      }
      return unlike;
    }

    private @Nullable Object valueOf(RecordComponent part) {
      try {
        return part.getAccessor().invoke(this);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// What is wrong with the answer, its pages, their order and the links of its facets; empty when
  /// the engine answers as the oracle does.
  Optional<String> difference(SearchRequest request) throws IOException {
    Optional<String> difference = differenceInAnswer(request);
    if (difference.isPresent()) {
      return difference;
    }
    List<Facet> facets = engine.search(request).facets();
    return differenceInPages(request)
        .or(() -> differenceInOrder(request))
        .or(() -> differenceInFacets(request, facets));
  }

  /// What is wrong with one answer.
  Optional<String> differenceInAnswer(SearchRequest request) throws IOException {
    Answer expected = answer(oracle, request);
    Answer actual = answer(engine, request);
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of("right: " + expected.unlike(actual) + "\nwrong: " + actual.unlike(expected));
  }

  private static Answer answer(SearchEngine engine, SearchRequest request) throws IOException {
    SearchPage page = engine.search(request);
    boolean isRanked = request.sort() == Sort.RELEVANCE;
    SearchPage list = isRanked ? engine.search(with(request, request.filters(), 100, null)) : page;
    return new Answer(
        page.total(),
        page.groups(),
        isRanked ? unordered(list, request.collapse()) : list.hits(),
        page.nextCursor() != null,
        page.facets(),
        page.dates(),
        page.absentWords(),
        page.relaxations());
  }

  private static List<?> unordered(SearchPage list, Collapse collapse) {
    return collapse == Collapse.DUPLICATES
        ? list.hits().stream().map(Hit::duplicates).sorted().toList()
        : list.hits().stream().map(Hit::id).sorted().toList();
  }

  /// Page by page the list must be the same as in one piece.
  private Optional<String> differenceInPages(SearchRequest request) throws IOException {
    int limit = Math.max(1, request.limit());
    List<Hit> whole = engine.search(with(request, request.filters(), 100, null)).hits();
    var walked = new ArrayList<Hit>();
    String cursor = null;
    do {
      SearchPage page = engine.search(with(request, request.filters(), limit, cursor));
      walked.addAll(page.hits());
      cursor = page.nextCursor();
    } while (cursor != null && walked.size() <= whole.size());
    return walked.equals(whole)
        ? Optional.empty()
        : Optional.of(
            "the list is " + ids(whole) + "\nbut by pages of " + limit + " " + ids(walked));
  }

  /// A ranked list is sorted by its own scores, then by date, then by id.
  private Optional<String> differenceInOrder(SearchRequest request) {
    if (request.sort() != Sort.RELEVANCE) {
      return Optional.empty();
    }
    List<Hit> hits = search(with(request, request.filters(), 100, null)).hits();
    Comparator<Hit> byDate =
        Comparator.comparing(
            hit -> hit.published() == null ? null : hit.published().sortInstant(),
            Comparator.nullsLast(Comparator.reverseOrder()));
    List<Hit> sorted =
        hits.stream()
            .sorted(
                Comparator.comparingDouble(Hit::score)
                    .reversed()
                    .thenComparing(byDate)
                    .thenComparing(Hit::id))
            .toList();
    return sorted.equals(hits)
        ? Optional.empty()
        : Optional.of("hits are not in order: " + hits + "\nsorted: " + sorted);
  }

  /// Following a value of count n gives n articles.
  private Optional<String> differenceInFacets(SearchRequest request, List<Facet> facets) {
    for (Facet facet : facets) {
      for (Facet.Item item : facet.items()) {
        Map<ArticleField, Filter> filters = new HashMap<>();
        request.filters().forEach(filter -> filters.put(filter.field(), filter));
        List<String> only = List.of(item.value());
        filters.put(facet.field(), new Filter(facet.field(), only, List.of(), List.of(), false));
        long total = search(with(request, List.copyOf(filters.values()), 0, null)).total();
        if (total != item.count()) {
          return Optional.of(item + " of " + facet.field() + " gives " + total + " articles");
        }
      }
    }
    return Optional.empty();
  }

  private SearchPage search(SearchRequest request) {
    try {
      return engine.search(request);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<ArticleId> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  /// The same from the start of the list or from a cursor on, without facets.
  static SearchRequest with(
      SearchRequest request, List<Filter> filters, int limit, @Nullable String cursor) {
    return new SearchRequest(
        request.query(),
        request.match(),
        request.in(),
        filters,
        request.threads(),
        request.dates(),
        request.story(),
        request.zone(),
        request.sort(),
        request.collapse(),
        limit,
        cursor,
        0,
        FacetRequest.NONE,
        request.snippets(),
        request.highlight(),
        request.suggest(),
        request.variants(),
        request.mode(),
        request.boost());
  }

  /// The request in words.
  static String words(SearchRequest request) {
    return request.query().clause()
        + "\nmatch "
        + request.match().parameter()
        + " in "
        + new TreeSet<>(request.in())
        + " filters "
        + request.filters()
        + " dates "
        + request.dates()
        + " zone "
        + request.zone()
        + " story "
        + request.story()
        + " sort "
        + request.sort().parameter()
        + " collapse "
        + request.collapse().parameter()
        + " limit "
        + request.limit()
        + " offset "
        + request.offset()
        + " facets "
        + request.facets();
  }
}
