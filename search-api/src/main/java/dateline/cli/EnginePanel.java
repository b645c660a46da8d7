package dateline.cli;

import dateline.corpus.ArticleId;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.generation.Generation;
import dateline.index.generation.Manifest;
import dateline.index.night.PanelAnswer;
import dateline.index.night.QueryPanel;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Collapse;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine.SearchTimeout;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.lucene.LuceneEngine;
import dateline.search.query.Clause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks two generations of an archive the same searches: those that its owner wrote down, and
/// others that are made out of the live generation.
final class EnginePanel implements QueryPanel {
  private static final Set<ArticleField> ENTITIES =
      Set.of(ArticleField.PERSON, ArticleField.PLACE, ArticleField.ORG, ArticleField.ISSUE);

  /// So many of the best articles are compared.
  static final int BEST = 10;

  private static final Duration SEARCH_MAX = Duration.ofSeconds(5);

  /// A run waits no longer for its panel. One of 100,000 articles takes seconds.
  private static final Duration PANEL_MAX = Duration.ofMinutes(2);

  private final Path home;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final List<String> problems = new ArrayList<>();

  EnginePanel(Path home, Gazetteer gazetteer, Clock clock) {
    this.home = home;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /// What was left out of the last panel and why, one sentence each.
  List<String> problems() {
    return List.copyOf(problems);
  }

  /// None when the live generation is of a schema that this program cannot ask any more.
  @Override
  public List<PanelAnswer> ask(Generation live, Generation candidate) throws IOException {
    problems.clear();
    if (live.manifest().schema() < IndexNames.SCHEMA_OLDEST) {
      problems.add("generation " + live.name() + " is too old to be asked anything");
      return List.of();
    }
    try (var liveEngine = open(live);
        var candidateEngine = open(candidate)) {
      boolean isSameAnalysis = isSameAnalysis(live.manifest(), candidate.manifest());
      boolean isSameLearning = live.manifest().tables().equals(candidate.manifest().tables());
      var answers = new ArrayList<PanelAnswer>();
      long startNanos = System.nanoTime();
      Map<String, SearchRequest> searches = searches(live, liveEngine);
      for (var search : searches.entrySet()) {
        if (System.nanoTime() - startNanos > PANEL_MAX.toNanos()) {
          problems.add(
              "%d of %d searches of the panel were left out, it took longer than %d seconds"
                  .formatted(
                      searches.size() - answers.size(), searches.size(), PANEL_MAX.toSeconds()));
          break;
        }
        try {
          SearchPage before = liveEngine.search(search.getValue());
          SearchPage after = candidateEngine.search(search.getValue());
          answers.add(
              new PanelAnswer(
                  search.getKey(),
                  before.total(),
                  after.total(),
                  ids(before),
                  ids(after),
                  changed(before, liveEngine, candidateEngine),
                  isSameAnalysis && (isSameLearning || isOfTextAlone(search.getValue()))));
        } catch (SearchTimeout _) {
          problems.add(
              "a search of the panel was left out, it took longer than %d seconds"
                  .formatted(SEARCH_MAX.toSeconds()));
        }
      }
      return answers;
    }
  }

  private LuceneEngine open(Generation generation) throws IOException {
    return LuceneEngine.forSearches(home, generation, gazetteer, clock, SEARCH_MAX);
  }

  /// Each once, by its canonical form; the owner's first. Articles are compared, so that another
  /// way to fold them changes no answer.
  private Map<String, SearchRequest> searches(Generation live, LuceneEngine engine)
      throws IOException {
    var reader = new RequestReader(DoorDefaults.PAGE, clock);
    PanelFile own = PanelFile.read(home, reader);
    problems.addAll(own.problems());
    var searches = new LinkedHashMap<String, SearchRequest>();
    for (List<SearchRequest> asked :
        List.of(own.searches(), PanelSearches.of(live, engine, reader))) {
      for (SearchRequest search : asked) {
        SearchRequest unfolded = search.folding(Collapse.NONE, search.story());
        searches.putIfAbsent(CanonicalQuery.of(unfolded), unfolded);
      }
    }
    return searches;
  }

  private static List<String> ids(SearchPage page) {
    return page.hits().stream().map(hit -> hit.id().value()).toList();
  }

  private static int changed(SearchPage best, LuceneEngine live, LuceneEngine candidate)
      throws IOException {
    int changed = 0;
    for (var hit : best.hits()) {
      ArticleId id = hit.id();
      changed += live.version(id).equals(candidate.version(id)) ? 0 : 1;
    }
    return changed;
  }

  /// Whether it finds the same however names are recognised: what an archive teaches decides who
  /// stands for a family name, and so which articles name a person.
  private static boolean isOfTextAlone(SearchRequest search) {
    boolean isPlain =
        switch (search.query().clause()) {
          case Clause.Everything _, Clause.Ranked _, Clause.Phrase _, Clause.Value _ -> true;
          default -> false; // an entity may stand anywhere in it
        };
    return isPlain
        && search.filters().stream().noneMatch(filter -> ENTITIES.contains(filter.field()));
  }

  private static boolean isSameAnalysis(Manifest live, Manifest candidate) {
    return live.schema() == candidate.schema()
        && live.analyzers() == candidate.analyzers()
        && live.gazetteer().equals(candidate.gazetteer())
        && live.lineage().recognition().equals(candidate.lineage().recognition())
        && live.lineage().edits().equals(candidate.lineage().edits());
  }
}
