package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.invent.InventedArticles;
import dateline.index.IndexOptions.Mode;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.night.PanelAnswer;
import dateline.search.IndexedHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a panel of searches tells of a generation that is not live yet.
@SuppressWarnings("NullAway.Init") // made before all
final class EnginePanelTest {
  private static final int ARTICLES = 400;

  @TempDir static Path folder;

  private static IndexedHome home;
  private static Generation live;
  private static List<PanelAnswer> unchanged;

  @BeforeAll
  static void index() throws Exception {
    Gazetteer gazetteer = Gazetteer.builtIn();
    home = new IndexedHome(folder.resolve("home"), gazetteer, IndexedHome.CLOCK);
    Path delivery = folder.resolve("articles.jsonl");
    new InventedArticles(gazetteer, 1987).write(delivery, ARTICLES, _ -> {});
    var generations = new GenerationStore(home.path());
    live = generations.open(String.valueOf(home.index(delivery).generation()));
    Generation rebuilt =
        generations.open(String.valueOf(home.index(Mode.REBUILD, Set.of()).generation()));
    unchanged = panel().ask(live, rebuilt);
  }

  @AfterEach
  void forgetOwnSearches() throws Exception {
    Files.deleteIfExists(home.path().resolve("panel.txt"));
  }

  private static EnginePanel panel() {
    return new EnginePanel(home.path(), home.gazetteer(), home.clock());
  }

  private static long drifted(List<PanelAnswer> answers) {
    return answers.stream()
        .filter(answer ->
            answer.liveTotal() != answer.candidateTotal()
                || !answer.live().equals(answer.candidate()))
        .count();
  }

  @Test
  void findsNoDriftInARebuild() {
    assertEquals(0, drifted(unchanged));
    assertTrue(unchanged.size() > 100, () -> unchanged.size() + " searches");
    for (PanelAnswer answer : unchanged) {
      assertEquals(0, answer.changed(), answer.search());
      assertTrue(answer.isSameAnalysis(), answer.search());
      assertTrue(answer.liveTotal() > 0, answer.search());
      assertTrue(!answer.live().isEmpty(), answer.search());
    }
  }

  /// Learned anew, a family name may stand for somebody else; words match what they matched.
  @Test
  void searchesForNamesAreOfAnotherAnalysisWhereNamesWereLearnedAnew() throws Exception {
    IndexedHome copy = new IndexedHome(folder.resolve("learned"), home.gazetteer(), home.clock());
    copy(home.path(), copy.path());
    Generation relearned =
        new GenerationStore(copy.path())
            .open(String.valueOf(copy.index(Mode.FULL, Set.of()).generation()));

    List<PanelAnswer> answers =
        new EnginePanel(copy.path(), copy.gazetteer(), copy.clock()).ask(live, relearned);

    var named = Pattern.compile("&(person|place|org|issue)=");
    assertEquals(
        answers.stream().map(answer -> named.matcher(answer.search()).find()).toList(),
        answers.stream().map(answer -> !answer.isSameAnalysis()).toList());
    assertTrue(answers.stream().anyMatch(answer -> !answer.isSameAnalysis()));
  }

  @Test
  void asksTheSameOfTheSameGeneration() throws Exception {
    assertEquals(
        unchanged.stream().map(PanelAnswer::search).toList(),
        panel().ask(live, live).stream().map(PanelAnswer::search).toList());
  }

  @ParameterizedTest
  @CsvSource({"body, body_.*", "stemmed, '(headline|lead|body)_[a-z]+'"})
  void findsDriftInMostAnswersOfADamagedIndex(String name, String fields) throws Exception {
    Generation damaged = DamagedIndex.of(live, name, field -> field.matches(fields), home.path());

    List<PanelAnswer> answers = panel().ask(live, damaged);

    assertEquals(unchanged.size(), answers.size());
    assertTrue(
        2 * drifted(answers) > answers.size(), () -> drifted(answers) + " of " + answers.size());
    assertEquals(0, answers.stream().mapToInt(PanelAnswer::changed).sum());
  }

  @Test
  void countsTheBestThatAreReplacedOrGone() throws Exception {
    IndexedHome copy = new IndexedHome(folder.resolve("copy"), home.gazetteer(), home.clock());
    copy(home.path(), copy.path());
    var generations = new GenerationStore(copy.path());
    Generation before = generations.live().orElseThrow();
    var panel = new EnginePanel(copy.path(), copy.gazetteer(), copy.clock());
    PanelAnswer any =
        panel.ask(before, before).stream()
            .filter(answer -> answer.live().size() > 2)
            .findFirst()
            .orElseThrow();
    Path delivery = folder.resolve("next.jsonl");
    Files.writeString(
        delivery,
        """
        {"id": "%s", "source": "%s", "headline": "Another text", "body": "Quite another text."}
        {"id": "%s", "source": "%s", "status": "withdrawn", "headline": "Gone", "body": "Gone."}
        """
            .formatted(
                any.live().get(0),
                sourceOf(any.live().get(0)),
                any.live().get(1),
                sourceOf(any.live().get(1))));
    var report = copy.index(delivery);
    Generation after = generations.open(String.valueOf(report.generation()));

    List<PanelAnswer> answers = panel.ask(before, after);

    long changed = answers.stream().filter(answer -> answer.changed() > 0).count();
    assertEquals(
        answers.stream()
            .filter(answer ->
                answer.live().contains(any.live().get(0))
                    || answer.live().contains(any.live().get(1)))
            .count(),
        changed,
        report.toString());
    assertTrue(changed > 0, report.toString());
  }

  @Test
  void asksWhatTheOwnerWroteDownFirst() throws Exception {
    Path file = home.path().resolve("panel.txt");
    Files.writeString(
        file,
        """
        # what our readers ask
        minister AND talks

        "unclosed phrase
        nosuchfield:japan
        trade talks
        """);
    EnginePanel panel = panel();

    List<PanelAnswer> answers = panel.ask(live, live);

    assertTrue(answers.get(0).search().contains("q=minister%20AND%20talks"), answers.toString());
    assertTrue(answers.get(1).search().contains("q=trade%20talks"), answers.toString());
    assertEquals(unchanged.size() + 2, answers.size());
    assertEquals(2, panel.problems().size(), panel.problems().toString());
    assertTrue(
        panel.problems().get(0).startsWith(file + ":4: left out, "), panel.problems()::toString);
    assertTrue(
        panel.problems().get(1).startsWith(file + ":5: left out, "), panel.problems()::toString);
  }

  private static String sourceOf(String id) throws Exception {
    try (var engine = home.open(live)) {
      return engine.find(new ArticleId(id)).orElseThrow().article().source();
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
