package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.store.ArchiveReader;
import dateline.index.schema.ArticleField;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.Filter;
import dateline.search.engine.Relaxation;
import dateline.search.engine.Relaxations;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchEngine.CursorExpired;
import dateline.search.engine.SearchEngine.SearchTimeout;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers a request from one generation: hits, total, facets, and what to do where nothing is
/// found.
final class PageReader {
  private final ArchiveReader archive;
  private final RequestPass.Setting setting;
  private final OpenGeneration generation;

  PageReader(ArchiveReader archive, RequestPass.Setting setting) {
    this.archive = archive;
    this.setting = setting;
    this.generation = setting.generation();
  }

  /// @param cursor null for the start of the list; else of this generation
  /// @throws CursorExpired when the cursor is of another search
  SearchPage page(SearchRequest request, @Nullable Cursor cursor) throws IOException {
    int fingerprint = fingerprint(request);
    HitOrder.Key after = cursor == null ? null : cursor.after(fingerprint);
    FirstHits.Listed listed = listed(request, after);
    RequestPass pass = listed.pass();
    long total = pass.matches().total();
    List<BestHits.Candidate> kept = listed.hits();
    int first = Math.min(request.offset(), kept.size());
    int last = Math.min(first + request.limit(), kept.size());
    List<BestHits.Candidate> shown = kept.subList(first, last);
    boolean hasMore = kept.size() > last && !shown.isEmpty();
    String next =
        hasMore ? new Cursor(generation.name(), fingerprint, shown.getLast().key()).print() : null;
    var facets = new ArrayList<Facet>();
    for (Map.Entry<ArticleField, Integer> asked : request.facets().fields().entrySet()) {
      facets.add(facet(asked.getKey(), asked.getValue(), request, pass.facets(), total));
    }
    FacetRequest.Interval interval = request.facets().interval();
    DateCounter histogram = pass.histogram();
    DateHistogram dates =
        histogram == null || interval == null ? null : histogram.histogram(interval);
    var words = new QueryWords(request, generation);
    return new SearchPage(
        generation.name(),
        total,
        pass.matches().groups(),
        new HitReader(generation, archive).hits(shown, request),
        facets,
        dates,
        next,
        words.absent(),
        words.otherForms(),
        total > 0 ? List.of() : relaxations(request),
        suggestion(request, total),
        generation.generation().manifest().meaning() != null);
  }

  private FirstHits.Listed listed(SearchRequest request, HitOrder.@Nullable Key after)
      throws IOException {
    FirstHits first = FirstHits.of(request, setting);
    if (first != null) {
      return first.after(after);
    }
    RequestPass pass = RequestPass.run(request, after, setting);
    return new FirstHits.Listed(pass, pass.matches().hits());
  }

  private Facet facet(
      ArticleField field, int limit, SearchRequest request, List<FacetCounter> counters, long total)
      throws IOException {
    var selected = new ArrayList<String>();
    var conditioned = new ArrayList<String>();
    for (Filter filter : request.filters()) {
      if (filter.field() == field) {
        selected.addAll(filter.any());
        selected.addAll(filter.all());
        conditioned.addAll(selected);
        conditioned.addAll(filter.not());
      }
    }
    EntityKind kind = EntityDirectory.kind(field);
    if (kind != null) {
      selected.replaceAll(value -> generation.names().shown(kind, value).orElse(value));
      conditioned.replaceAll(value -> generation.names().shown(kind, value).orElse(value));
    }
    for (FacetCounter counter : counters) {
      if (counter.field() == field) {
        return counter.facet(limit, selected, conditioned, generation);
      }
    }
    List<Facet.Item> items =
        conditioned.stream()
            .map(value ->
                new Facet.Item(
                    value,
                    FacetCounter.label(field, value, generation.names()),
                    0,
                    selected.contains(value),
                    null))
            .toList();
    return new Facet(field, items, 0, total, 0); // no article of the generation has any value
  }

  private List<Relaxation> relaxations(SearchRequest request) throws IOException {
    if (request.asksForEverything()) {
      return List.of();
    }
    EntityDirectory names = generation.names();
    try {
      return Relaxations.of(
          request, this::count, (field, value) -> FacetCounter.label(field, value, names));
    } catch (SearchTimeout _) {
      return List.of(); // the answer stands without them
    }
  }

  /// Only beside the start of a list: whoever reads on has found what they meant.
  private @Nullable Respelling suggestion(SearchRequest request, long total) throws IOException {
    boolean isStart = request.cursor() == null && request.offset() == 0 && request.limit() > 0;
    if (!request.suggest() || !isStart) {
      return null;
    }
    try {
      return new Speller(generation, setting.weights()).of(request, total, this::count);
    } catch (SearchTimeout _) {
      return null; // the answer stands without it
    }
  }

  private long count(SearchRequest request) throws IOException {
    return RequestPass.run(request.counting(FacetRequest.NONE), null, setting).matches().total();
  }

  /// Tells searches apart by all that decides their list and its order.
  private static int fingerprint(SearchRequest request) {
    return Objects.hash(
        request.query().text(),
        request.query().syntax().name(),
        request.match().name(),
        request.in().stream().map(Enum::name).sorted().toList().toString(),
        request.filters().toString(),
        request.threads().toString(),
        request.dates().toString(),
        Objects.toString(request.story(), ""),
        request.zone().getId(),
        request.sort().name(),
        request.mode().name(),
        request.boost().name(),
        request.collapse().name());
  }
}
