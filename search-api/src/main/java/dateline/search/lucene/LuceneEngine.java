package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.ArchiveReader;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityIds;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Filter;
import dateline.search.engine.Relaxation;
import dateline.search.engine.Relaxations;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.Suggestions;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers from the live generation of an archive's home and moves to a new one as soon as it is
/// published.
///
/// [#refresh] looks at the pointer; whoever owns the engine calls it now and then, from one thread.
/// Searches under way finish on the generation they began with.
public final class LuceneEngine implements SearchEngine, ArticleTexts {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);

  private final GenerationStore generations;
  private final Path home;
  private final ArchiveReader archive;
  private Gazetteer gazetteer;
  private EntityNames knownNames;
  private final Clock clock;
  private final Duration timeMax;
  private final RankingWeights weights = RankingWeights.shipped();
  private final AtomicReference<@Nullable OpenGeneration> live = new AtomicReference<>();

  /// @param timeMax a search that takes longer is stopped
  public LuceneEngine(Path home, Gazetteer gazetteer, Clock clock, Duration timeMax) {
    this.home = home;
    this.gazetteer = gazetteer;
    this.knownNames = new EntityNames(gazetteer);
    this.clock = clock;
    this.timeMax = timeMax;
    generations = new GenerationStore(home);
    archive = new ArchiveReader(home);
  }

  /// Opens the live generation if it is not the one that answers already, and takes in what editors
  /// repaired since.
  ///
  /// @throws IOException when there is one that cannot be opened, or the store cannot be read; the
  ///   old one goes on answering
  public void refresh() throws IOException {
    Optional<String> name = generations.liveName();
    if (name.isEmpty()) {
      return;
    }
    OpenGeneration old = live.get();
    String edits = EntityEdits.state(home);
    if (old != null && old.name().equals(name.get())) {
      if (!old.names().edits().equals(edits)) {
        swap(old, old.named(names(edits)));
        LOG.info("entities shown with edits={}", edits);
      }
      return;
    }
    Generation generation = generations.open(name.get());
    int schema = generation.manifest().schema();
    if (schema != IndexNames.SCHEMA_VERSION) {
      throw new IOException(
          "the index in "
              + home
              + " has schema version "
              + schema
              + ", this program reads "
              + IndexNames.SCHEMA_VERSION
              + ". Run dateline index on it again.");
    }
    archive.check();
    if (!generation.manifest().gazetteer().equals(gazetteer.version())) {
      gazetteer = Gazetteer.ofHome(home); // its users' lists have changed
      knownNames = new EntityNames(gazetteer);
    }
    swap(old, open(generation, names(edits)));
    LOG.info("opened generation={} articles={}", name.get(), generation.manifest().articles());
  }

  /// @param edits read before the edits themselves: one made in between is seen at the next look
  private EntityDirectory names(String edits) throws IOException {
    return new EntityDirectory(
        gazetteer, knownNames, EntityIds.all(home), EntityEdits.overlay(home), edits);
  }

  private void swap(@Nullable OpenGeneration old, OpenGeneration opened) throws IOException {
    live.set(opened);
    if (old != null) {
      old.close();
    }
  }

  @Override
  public SearchPage search(SearchRequest request) throws IOException {
    return ask(generation -> search(request, generation));
  }

  @Override
  public List<Similar> similar(ArticleId id, int limit) throws IOException {
    return ask(generation -> new SimilarArticles(generation, archive).of(id, limit));
  }

  @Override
  public FacetValues values(FacetValues.Request request) throws IOException {
    return ask(generation -> values(request, generation));
  }

  @Override
  public Suggestions suggest(String typed, int limit) throws IOException {
    return ask(generation ->
        new Suggestions(
            generation.name(),
            generation.entities().suggest(typed, limit),
            new QueryCompleter(generation, weights).complete(typed, limit)));
  }

  @Override
  public Optional<StoredArticle> find(ArticleId id) throws IOException {
    return ask(generation -> new HitReader(generation, archive).article(id));
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, ArticleId id) throws IOException {
    return ask(
        generation -> new Explainer(generation, weights, request, clock.instant()).explain(id));
  }

  @Override
  public Optional<EntityProfile> entity(EntityKind kind, String id) throws IOException {
    SearchRequest newest =
        new RequestReader(DoorDefaults.API, clock)
            .read(
                Map.of(
                    "limit", List.of(Integer.toString(EntityProfiler.READ_MAX)),
                    "sort", List.of("newest")))
            .request();
    return ask(generation -> new EntityProfiler(archive, setting(generation), newest).of(kind, id));
  }

  @Override
  public EngineStatus status() throws IOException {
    return ask(LuceneEngine::status);
  }

  @Override
  public void close() throws IOException {
    OpenGeneration last = live.getAndSet(null);
    if (last != null) {
      last.close();
    }
    archive.close();
  }

  private OpenGeneration open(Generation generation, EntityDirectory names) throws IOException {
    try {
      return new OpenGeneration(generation, names, weights);
    } catch (CorruptIndexException | NoSuchFileException | EOFException e) {
      throw new IOException(
          "the index in "
              + home
              + " is damaged.\nThe texts are safe in the store: run dateline index with any source to build a"
              + " new index. dateline verify tells which files are damaged.",
          e);
    }
  }

  private static EngineStatus status(OpenGeneration generation) {
    var manifest = generation.generation().manifest();
    return new EngineStatus(
        manifest.name(),
        generation.names().edits(),
        manifest.articles(),
        manifest.built(),
        manifest.schema());
  }

  private interface Question<T> {
    T of(OpenGeneration generation) throws IOException;
  }

  /// Asks the live generation, which stays open until it has answered.
  private <T> T ask(Question<T> question) throws IOException {
    OpenGeneration generation = acquire();
    try {
      return question.of(generation);
    } finally {
      generation.release();
    }
  }

  private OpenGeneration acquire() throws NoGeneration {
    while (true) {
      OpenGeneration generation = live.get();
      if (generation == null) {
        throw new NoGeneration(
            "no index is open in " + home + ". Run dateline index to build one.");
      }
      if (generation.acquire()) {
        return generation;
      } // else it was replaced a moment ago
    }
  }

  private SearchPage search(SearchRequest request, OpenGeneration generation) throws IOException {
    int fingerprint = fingerprint(request);
    HitOrder.Key after =
        request.cursor() == null
            ? null
            : Cursor.read(request.cursor(), generation.name(), fingerprint).after();
    RequestPass.Setting setting = setting(generation);
    return page(request, fingerprint, RequestPass.run(request, after, setting), setting);
  }

  /// The time for one search begins now.
  private RequestPass.Setting setting(OpenGeneration generation) {
    long deadline = System.nanoTime() + timeMax.toNanos();
    return new RequestPass.Setting(
        generation, weights, clock.instant(), () -> System.nanoTime() - deadline > 0);
  }

  private FacetValues values(FacetValues.Request request, OpenGeneration generation)
      throws IOException {
    var counted = new FacetRequest(Map.of(request.field(), request.limit()), null);
    RequestPass pass =
        RequestPass.run(request.within().counting(counted), null, setting(generation));
    return new ValueLookup(generation, request)
        .among(pass.facets().isEmpty() ? null : pass.facets().getFirst());
  }

  private static List<Relaxation> relaxations(SearchRequest request, RequestPass.Setting setting)
      throws IOException {
    if (request.asksForEverything()) {
      return List.of();
    }
    EntityDirectory names = setting.generation().names();
    try {
      return Relaxations.of(
          request,
          other ->
              RequestPass.run(other.counting(FacetRequest.NONE), null, setting).matches().total(),
          (field, value) -> FacetCounter.label(field, value, names));
    } catch (SearchTimeout _) {
      return List.of(); // the answer stands without them
    }
  }

  private SearchPage page(
      SearchRequest request, int fingerprint, RequestPass pass, RequestPass.Setting setting)
      throws IOException {
    OpenGeneration generation = setting.generation();
    long total = pass.matches().total();
    List<MatchPass.Candidate> kept = pass.matches().hits();
    int first = Math.min(request.offset(), kept.size());
    int last = Math.min(first + request.limit(), kept.size());
    List<MatchPass.Candidate> shown = kept.subList(first, last);
    boolean hasMore = kept.size() > last && !shown.isEmpty();
    String next =
        hasMore ? new Cursor(generation.name(), fingerprint, shown.getLast().key()).print() : null;
    var facets = new ArrayList<Facet>();
    for (Map.Entry<ArticleField, Integer> asked : request.facets().fields().entrySet()) {
      facets.add(
          facet(asked.getKey(), asked.getValue(), request, generation, pass.facets(), total));
    }
    FacetRequest.Interval interval = request.facets().interval();
    DateCounter histogram = pass.histogram();
    DateHistogram dates =
        histogram == null || interval == null ? null : histogram.histogram(interval);
    return new SearchPage(
        generation.name(),
        total,
        new HitReader(generation, archive).hits(shown, request),
        facets,
        dates,
        next,
        AbsentWords.of(request, generation),
        total > 0 ? List.of() : relaxations(request, setting));
  }

  private static Facet facet(
      ArticleField field,
      int limit,
      SearchRequest request,
      OpenGeneration generation,
      List<FacetCounter> counters,
      long total)
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

  /// Tells searches apart by all that decides their list and its order.
  private static int fingerprint(SearchRequest request) {
    return java.util.Objects.hash(
        request.query().text(),
        request.query().syntax().name(),
        request.match().name(),
        request.in().stream().map(Enum::name).sorted().toList().toString(),
        request.filters().toString(),
        request.dates().toString(),
        request.zone().getId(),
        request.sort().name());
  }
}
