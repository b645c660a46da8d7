package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plain words find places and organisations under their other names.
final class NamedWordsTest {
  private static final String ARTICLES =
      """
      {"id":"kingdom","headline":"United Kingdom buys wheat","body":"The United Kingdom bought wheat."}
      {"id":"uk","headline":"Wheat deal","body":"Wheat went to the U.K. by ship."}
      {"id":"britain","headline":"Wheat sale","body":"Wheat was sold to Britain."}
      {"id":"london","headline":"Wheat price","body":"Wheat was traded in London."}
      {"id":"france","headline":"Wheat harvest","body":"France grew wheat."}
      {"id":"nato","headline":"Summit","body":"NATO met in Brussels."}
      {"id":"treaty","headline":"Summit","body":"The North Atlantic Treaty Organization met again."}
      {"id":"myanmar","headline":"Floods","body":"Floods hit Myanmar."}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @BeforeAll
  static void open() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(Files.writeString(folder.resolve("articles.jsonl"), ARTICLES));
    engine = home.open();
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "britain, all, britain kingdom uk",
    "United Kingdom, all, britain kingdom uk",
    "wheat britain, all, britain kingdom uk",
    "london, all, london",
    "nato, all, nato treaty",
    "north atlantic treaty organization, all, nato treaty",
    "burma floods, auto, myanmar",
    // what is asked of one part of the text, as a phrase or as written, is what it says
    "headline:britain, all, ''",
    "\"united kingdom\", all, kingdom",
    "body:nato, all, nato"
  })
  void findsOneUnderItsOtherNames(String query, String match, String ids) throws IOException {
    assertEquals(
        ids,
        search(query, match).hits().stream()
            .map(hit -> hit.id().value())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" ")));
  }

  @Test
  void missesNoWordOfSuchAName() throws IOException {
    assertEquals(List.of(), search("burma floods", "auto").absentWords());
  }

  @Test
  void marksTheOtherName() throws IOException {
    assertEquals(
        List.of("[Wheat] went to the [U.K.] by ship."),
        search("britain wheat", "all").hits().stream()
            .filter(hit -> hit.id().value().equals("uk"))
            .flatMap(hit -> hit.snippets().stream())
            .map(snippet -> {
              var marked = new StringBuilder(snippet.text());
              for (var range : snippet.ranges().reversed()) {
                marked.insert(range.end(), ']').insert(range.start(), '[');
              }
              return marked.toString();
            })
            .toList());
  }

  @Test
  void ranksWhatNamesThePlaceBeforeWhatDoesNot() throws IOException {
    List<String> ids =
        search("wheat britain", "any").hits().stream().map(hit -> hit.id().value()).toList();

    assertEquals("britain", ids.getFirst());
    assertTrue(
        ids.indexOf("uk") < ids.indexOf("france") && ids.indexOf("uk") < ids.indexOf("london"),
        ids::toString);
  }

  @Test
  void tellsInTheExplanationWhatThePlaceAdds() throws IOException {
    String explained =
        engine
            .explain(request("wheat britain", "any"), new ArticleId("kingdom"))
            .orElseThrow()
            .toString();

    assertTrue(explained.contains("naming the place britain"), explained);
    assertTrue(explained.contains("about the place britain"), explained);
  }

  private static SearchPage search(String query, String match) throws IOException {
    return engine.search(request(query, match));
  }

  private static SearchRequest request(String query, String match) {
    Map<String, List<String>> parameters = new HashMap<>();
    parameters.put("q", List.of(query));
    parameters.put("match", List.of(match));
    return new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(parameters).request();
  }
}
