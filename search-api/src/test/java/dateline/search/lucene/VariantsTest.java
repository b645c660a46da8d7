package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.query.Match;
import dateline.search.query.PlainWords;
import dateline.search.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plain words find their other spellings and the user's own synonyms.
final class VariantsTest {
  @Test
  void theyAreToldInPlainWords() throws IOException {
    SearchPage page = search("defence tsm chips", "true");

    assertEquals(
        Map.of("defence", List.of("defense"), "tsm", List.of("Taiwan foundry")),
        page.formsByWord());
    assertEquals(Map.of(), search("defence", "false").formsByWord());
    assertEquals(
        "articles with most of: defence, tsm (“defense” counts as defence; “Taiwan foundry” counts as tsm)",
        PlainWords.of(
            QueryParser.parse("defence tsm").clause(),
            Match.AUTO,
            search("defence tsm", "true").formsByWord(),
            Locale.ROOT));
  }

  private static final String ARTICLES =
      """
      {"id":"uk","headline":"Budget","body":"The defence budget rose by ten per cent."}
      {"id":"us","headline":"Budget","body":"The defense budget rose by ten percent."}
      {"id":"short","headline":"Chips","body":"Chips from TSM are scarce."}
      {"id":"long","headline":"Chips","body":"Chips of the Taiwan foundry are scarce."}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @BeforeAll
  static void open() throws Exception {
    Path home = folder.resolve("home");
    Path lists = Files.createDirectories(home.resolve(Gazetteer.FOLDER));
    Files.writeString(lists.resolve("synonyms.txt"), "# ours\nTSM, Taiwan foundry\nalone\n");
    var indexed = new IndexedHome(home, Gazetteer.ofHome(home), IndexedHome.CLOCK);
    indexed.index(Files.writeString(folder.resolve("articles.jsonl"), ARTICLES));
    engine = indexed.open();
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "defence, true, uk us",
    "defense budget, true, uk us",
    "per cent, true, uk us",
    "percent, true, uk us",
    "tsm chips, true, long short",
    "taiwan foundry, true, long short",
    "headline:chips tsm, true, long short",
    "defence, false, uk",
    "defense, false, us",
    "tsm, false, short",
    "\"defence budget\", true, uk us",
    "\"defence budget\", false, uk",
    "\"ten percent\", true, uk us",
    "\"chips from tsm\", true, short",
    "\"the taiwan foundry are\", true, long",
    "\"the tsm are\", true, long",
    "defense NEAR/2 budget, true, uk us",
    "defense NEAR/2 budget, false, us",
    "=\"ten percent\", true, us",
    "=\"defence budget\", true, uk"
  })
  void findsOtherForms(String query, String variants, String ids) throws IOException {
    assertEquals(
        ids,
        search(query, variants).hits().stream()
            .map(hit -> hit.id().value())
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  @Test
  void marksThem() throws IOException {
    String marked =
        search("tsm defence", "true").hits().stream()
            .flatMap(hit -> hit.snippets().stream())
            .flatMap(snippet ->
                snippet.ranges().stream()
                    .map(range -> snippet.text().substring(range.start(), range.end())))
            .sorted()
            .collect(Collectors.joining(", "));

    assertEquals("TSM, Taiwan foundry, defence, defense", marked);
  }

  @Test
  void namesTheRowThatStandsAlone() throws IOException {
    String problems = Gazetteer.ofHome(folder.resolve("home")).problems().toString();

    assertTrue(problems.contains("'alone' stands alone; write two forms or more"), problems);
    assertTrue(problems.contains("synonyms.txt"), problems);
  }

  @Test
  void leavesTheVersionOfTheListsThatAnIndexDependsOn() throws IOException {
    assertEquals(Gazetteer.builtIn().version(), Gazetteer.ofHome(folder.resolve("home")).version());
  }

  private static SearchPage search(String query, String variants) throws IOException {
    Map<String, List<String>> parameters = new HashMap<>();
    parameters.put("q", List.of(query));
    parameters.put("match", List.of(query.equals("tsm defence") ? "any" : "all"));
    parameters.put("variants", List.of(variants));
    return engine.search(
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters).request());
  }
}
