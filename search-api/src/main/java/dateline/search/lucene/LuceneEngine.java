package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.ArchiveReader;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.Change;
import dateline.search.engine.ChangePage;
import dateline.search.engine.ChangeRequest;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.EngineFigures;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Gone;
import dateline.search.engine.HeldGeneration;
import dateline.search.engine.Hit;
import dateline.search.engine.RankingRule;
import dateline.search.engine.RequestReader;
import dateline.search.engine.Scope;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.Suggestions;
import dateline.search.engine.VersionText;
import dateline.search.lucene.OpenGeneration.Purpose;
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
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.FixedBitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers from the live generation of an archive's home and moves to another one as soon as the
/// pointer names it.
///
/// [#refresh] looks at the pointer; whoever owns the engine calls it now and then, from one thread.
/// Searches under way finish on the generation they began with. A list that began on the generation
/// before the live one goes on there, as [OpenGenerations] says; answers to its cursors are whole
/// and name their generation.
public final class LuceneEngine implements SearchEngine, ArticleTexts {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);

  /// How long a published generation may wait for its first searches to be made quick.
  private static final Duration WARM_UP_MAX = Duration.ofSeconds(3);

  private final GenerationStore generations;
  private final Path home;
  private final ArchiveReader archive;
  private Gazetteer gazetteer;
  private EntityNames knownNames;
  private final Clock clock;
  private final Duration timeMax;
  private final HybridModels models;
  private final RankingWeights weights = RankingWeights.shipped();
  private final OpenGenerations open;
  private final ScopedViews views = new ScopedViews();
  private final ChangeLists changes;
  private final RecentSearches recent = new RecentSearches();
  private volatile TakenBack takenBack = TakenBack.NOTHING;

  /// @param timeMax a search that takes longer is stopped
  public LuceneEngine(Path home, Gazetteer gazetteer, Clock clock, Duration timeMax) {
    this.home = home;
    this.gazetteer = gazetteer;
    this.knownNames = new EntityNames(gazetteer);
    this.clock = clock;
    this.timeMax = timeMax;
    generations = new GenerationStore(home);
    models = new HybridModels(home);
    archive = new ArchiveReader(home);
    changes = new ChangeLists(home, archive, clock);
    open = new OpenGenerations(home, clock);
  }

  /// Answers from one generation, live or not, that is complete on disk.
  ///
  /// @param timeMax a search that takes longer is stopped
  /// @throws IOException when it cannot be opened
  public static LuceneEngine of(
      Path home, Generation generation, Gazetteer gazetteer, Clock clock, Duration timeMax)
      throws IOException {
    return of(home, generation, gazetteer, clock, timeMax, Purpose.ALL);
  }

  /// As [#of], for searches alone: it completes nothing, and opens in half the time.
  public static LuceneEngine forSearches(
      Path home, Generation generation, Gazetteer gazetteer, Clock clock, Duration timeMax)
      throws IOException {
    return of(home, generation, gazetteer, clock, timeMax, Purpose.LISTS);
  }

  private static LuceneEngine of(
      Path home,
      Generation generation,
      Gazetteer gazetteer,
      Clock clock,
      Duration timeMax,
      Purpose purpose)
      throws IOException {
    var engine = new LuceneEngine(home, gazetteer, clock, timeMax);
    try {
      engine.takenBack = TakenBack.NOTHING.refreshed(home);
      engine.open.swap(engine.open(generation, engine.names(EntityEdits.state(home)), purpose));
      return engine;
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /// Opens the generation that the pointer names, if it is not the live one already, warms it with
  /// recent searches and makes it the live one; takes in what editors repaired since.
  ///
  /// @throws IOException when there is one that cannot be opened, or the store cannot be read; the
  ///   old one goes on answering
  public void refresh() throws IOException {
    Optional<String> name = generations.liveName();
    if (name.isEmpty()) {
      return;
    }
    open.dropUnused();
    views.keep(open::has);
    OpenGeneration old = open.live();
    TakenBack now = takenBack.refreshed(home);
    String edits = EntityEdits.state(home);
    if (!now.equals(takenBack)) {
      open.show(generation -> generation.hiding(now.ids(), weights));
      takenBack = now; // not before: no answer of old may bear the new state
      LOG.info("articles taken back: {}", now.ids().size());
    }
    if (old != null && old.name().equals(name.get())) {
      if (!old.names().edits().equals(edits)) {
        List<EntityIds.Entity> minted = EntityIds.all(home);
        EntityOverlay overlay = EntityEdits.overlay(home);
        open.show(generation -> generation.named(generation.names().with(minted, overlay, edits)));
        LOG.info("entities shown with edits={}", edits);
      }
      return;
    }
    Generation generation = generations.open(name.get());
    SchemaCheck.of(generation.manifest(), home);
    if (generation.manifest().analyzers() != ArticleAnalyzers.VERSION) {
      LOG.warn(
          "generation={} was analysed by version={} and is asked by version={}: some words may not"
              + " be found until dateline index has run",
          name.get(),
          generation.manifest().analyzers(),
          ArticleAnalyzers.VERSION);
    }
    archive.check();
    if (!generation.manifest().gazetteer().equals(gazetteer.version())) {
      gazetteer = Gazetteer.ofHome(home); // its users' lists have changed
      knownNames = new EntityNames(gazetteer);
    }
    OpenGeneration next = open(generation, names(edits), Purpose.ALL);
    WarmUp.Done warmed = warmUp(next);
    open.swap(next);
    LOG.info(
        "opened generation={} articles={} warmedBy={} failed={}",
        name.get(),
        generation.manifest().articles(),
        warmed.asked(),
        warmed.failed());
  }

  /// @param edits read before the edits themselves: one made in between is seen at the next look
  private EntityDirectory names(String edits) throws IOException {
    return new EntityDirectory(
        gazetteer, knownNames, EntityIds.all(home), EntityEdits.overlay(home), edits);
  }

  private WarmUp.Done warmUp(OpenGeneration next) {
    RequestPass.Setting setting = setting(next, WARM_UP_MAX);
    var reader = new PageReader(archive, setting);
    return WarmUp.run(
        recent.latest(),
        setting.isTimeUp(),
        request -> {
          var _ = reader.page(request, null);
        });
  }

  @Override
  public SearchPage search(SearchRequest request) throws IOException {
    Cursor cursor = request.cursor() == null ? null : Cursor.read(request.cursor());
    OpenGeneration generation = cursor == null ? open.acquire() : open.acquire(cursor.generation());
    SearchPage page =
        ask(
            seen(generation),
            asked -> new PageReader(archive, setting(asked, timeMax)).page(request, cursor));
    if (Scope.current().isEmpty()) {
      recent.note(request);
    }
    return page;
  }

  @Override
  public List<Similar> similar(ArticleId id, int limit) throws IOException {
    return ask(generation -> new SimilarArticles(generation, archive).of(id, limit));
  }

  @Override
  public List<Hit> thread(ArticleId id) throws IOException {
    return ask(generation -> {
      var reader = new HitReader(generation, archive);
      var hits = new ArrayList<Hit>();
      for (int number :
          new ThreadFinder(generation, archive, setting(generation, timeMax).isTimeUp()).of(id)) {
        hits.add(reader.hit(number, 0));
      }
      return List.copyOf(hits);
    });
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
  public Optional<Gone> gone(ArticleId id) throws IOException {
    if (Scope.current().isPresent()) {
      return Optional.empty(); // what is gone is of no part: its source is not known any more
    }
    Optional<Gone> withdrawn = takenBack.of(id);
    return withdrawn.isPresent()
        ? withdrawn
        : ask(generation -> new StoredVersions(generation, archive, clock.instant()).gone(id));
  }

  @Override
  public List<Withdrawn> withdrawn(int most) {
    return Scope.current().isPresent() ? List.of() : takenBack.latest(most);
  }

  @Override
  public ChangePage changes(ChangeRequest request) throws IOException {
    TakenBack now = takenBack;
    return ask(
        generation -> changes.of(generation, now).page(request, generation, clock.instant()));
  }

  @Override
  public Optional<Change> change(ArticleId id) throws IOException {
    TakenBack now = takenBack;
    return ask(generation -> changes.of(generation, now).of(id, generation));
  }

  @Override
  public List<ArticleVersion> versions(ArticleId id) throws IOException {
    return ask(generation -> new StoredVersions(generation, archive, clock.instant()).all(id));
  }

  @Override
  public Optional<VersionText> version(ArticleId id, int number) throws IOException {
    return ask(
        generation -> new StoredVersions(generation, archive, clock.instant()).one(id, number));
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, ArticleId id) throws IOException {
    return ask(generation -> new Explainer(request, setting(generation, timeMax)).explain(id));
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
    return ask(generation ->
        new EntityProfiler(archive, setting(generation, timeMax), newest).of(kind, id));
  }

  @Override
  public List<RankingRule> ranking() {
    return RankingRules.shipped();
  }

  @Override
  public EngineStatus status() throws IOException {
    String withdrawals = takenBack.state();
    return ask(generation -> generation.status(withdrawals));
  }

  @Override
  public EngineFigures figures() throws IOException {
    return open.figures(status());
  }

  /// The store's number of the version that the live generation has of an article; empty when it
  /// has none of this id.
  public OptionalLong version(ArticleId id) throws IOException {
    return ask(generation -> {
      var rows = new ArticleRows(generation);
      OptionalInt number = rows.numberOf(id);
      return number.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(rows.sequence(number.getAsInt()));
    });
  }

  /// The live generation, held open until it is closed, also when another one takes its place.
  ///
  /// @throws NoGeneration while none is open
  public HeldGeneration hold() throws IOException {
    return new OneGeneration(
        open.acquire(), generations, generation -> setting(generation, timeMax));
  }

  @Override
  public void close() throws IOException {
    views.close();
    open.close();
    archive.close();
    models.close();
  }

  private OpenGeneration open(Generation generation, EntityDirectory names, Purpose purpose)
      throws IOException {
    try {
      return OpenGeneration.open(generation, names, takenBack.ids(), weights, open.live(), purpose);
    } catch (CorruptIndexException | NoSuchFileException | EOFException e) {
      throw new IOException(
          "the index in "
              + home
              + " is damaged.\nThe texts are safe in the store: run dateline index with any source to build a"
              + " new index. dateline verify tells which files are damaged.",
          e);
    }
  }

  private interface Question<T> {
    T of(OpenGeneration generation) throws IOException;
  }

  /// Asks the live generation.
  private <T> T ask(Question<T> question) throws IOException {
    return ask(seen(open.acquire()), question);
  }

  /// A generation as the caller may see it, to be released instead of it.
  private OpenGeneration seen(OpenGeneration generation) throws IOException {
    Optional<Scope> scope = Scope.current();
    return scope.isEmpty() ? generation : views.acquire(generation, scope.get(), this::part);
  }

  private OpenGeneration part(OpenGeneration generation, Scope scope) throws IOException {
    SearchRequest all = scope.request().exporting(generation.reader().maxDoc());
    var shown = new FixedBitSet(Math.max(1, generation.reader().maxDoc()));
    RequestPass.run(all, null, setting(generation, timeMax))
        .matches()
        .hits()
        .forEach(hit -> shown.set(hit.article()));
    return generation.showing(shown, weights);
  }

  /// Asks a generation, which stays open until it has answered.
  ///
  /// @param acquired is released
  private static <T> T ask(OpenGeneration acquired, Question<T> question) throws IOException {
    try {
      return question.of(acquired);
    } finally {
      acquired.release();
    }
  }

  /// The time begins now.
  private RequestPass.Setting setting(OpenGeneration generation, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    return new RequestPass.Setting(
        generation,
        archive,
        weights,
        models,
        clock.instant(),
        () -> System.nanoTime() - deadline > 0);
  }

  private FacetValues values(FacetValues.Request request, OpenGeneration generation)
      throws IOException {
    var counted = new FacetRequest(Map.of(request.field(), request.limit()), null);
    RequestPass pass =
        RequestPass.run(request.within().counting(counted), null, setting(generation, timeMax));
    return new ValueLookup(generation, request)
        .among(pass.facets().isEmpty() ? null : pass.facets().getFirst());
  }
}
