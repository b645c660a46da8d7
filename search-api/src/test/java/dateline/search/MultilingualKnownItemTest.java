package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Sentences;
import dateline.corpus.TestData;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Articles in six languages in one archive, none of which states its language: each is looked for
/// by its headline, or by its first sentence where it has none.
final class MultilingualKnownItemTest {
  private static final Map<String, String> FILES =
      Map.of(
          "am", "am_masakhanews.jsonl",
          "ar", "ar_saudinewsnet.jsonl",
          "de", "de_10kgnad_test.jsonl",
          "fr", "fr_masakhanews.jsonl",
          "ja", "ja_wikinews.jsonl",
          "sw", "sw_masakhanews.jsonl");

  /// Of so many articles one is looked for; of all in long counts.
  private static final int STEP = System.getProperty("test.counts", "short").equals("long") ? 1 : 3;

  private static final Map<String, List<JsonNode>> ARTICLES = new TreeMap<>();

  @TempDir private static Path folder;
  private static LuceneEngine engine;
  private static RequestReader reader;

  @BeforeAll
  static void index() throws Exception {
    var lines = new StringBuilder();
    for (var file : FILES.entrySet()) {
      var articles = new ArrayList<JsonNode>();
      for (String line :
          Files.readAllLines(TestData.path("multilingual").resolve(file.getValue()))) {
        var article = (ObjectNode) JsonMapper.shared().readTree(line);
        article.remove("lang");
        articles.add(article);
        lines.append(article).append('\n');
      }
      ARTICLES.put(file.getKey(), articles);
    }
    Path delivery = Files.writeString(folder.resolve("all.jsonl"), lines);
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(delivery);
    engine = home.open();
    reader = new RequestReader(DoorDefaults.PAGE, IndexedHome.CLOCK);
  }

  @AfterAll
  static void close() throws IOException {
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"ja, 0.9", "ar, 0.9", "de, 0.9", "fr, 0.9", "sw, 0.9", "am, 0.9"})
  void findsAnArticleByItsHeadlineOrFirstSentence(String language, double least)
      throws IOException {
    List<JsonNode> articles = ARTICLES.getOrDefault(language, List.of());
    int asked = 0;
    int first = 0;
    int firstTen = 0;
    for (int i = 0; i < articles.size(); i += STEP) {
      JsonNode article = articles.get(i);
      asked++;
      List<String> found = found(query(article));
      first += found.indexOf(article.get("id").asString()) == 0 ? 1 : 0;
      firstTen += found.contains(article.get("id").asString()) ? 1 : 0;
    }

    System.out.printf(
        Locale.ROOT,
        "%s: of %d articles %d are found first, %d in the first ten%n",
        language,
        asked,
        first,
        firstTen);
    assertTrue(asked >= 100, asked + " articles");
    assertTrue(firstTen >= least * asked, firstTen + " of " + asked);
  }

  @Test
  void tellsTheLanguageOfNearlyEveryArticle() throws IOException {
    var badlyTold = new ArrayList<String>();
    for (String language : FILES.keySet()) {
      long right = page(Map.of("q", List.of("*"), "lang", List.of(language))).total();
      if (right < 0.98 * ARTICLES.getOrDefault(language, List.of()).size()) {
        badlyTold.add(language);
      }
    }
    assertEquals(List.of(), badlyTold);
  }

  private static String query(JsonNode article) {
    String headline = article.path("headline").asString("");
    String body = article.path("body").asString("");
    Sentences.Sentence sentence = Sentences.of(body).getFirst();
    return headline.isBlank() ? body.substring(0, sentence.end()) : headline;
  }

  private static List<String> found(String query) throws IOException {
    return page(
            Map.of(
                "q",
                List.of(query),
                "limit",
                List.of("10"),
                "collapse",
                List.of("none"),
                "facet",
                List.of("none"),
                "snippets",
                List.of("0")))
        .hits()
        .stream()
        .map(Hit::id)
        .map(id -> id.value())
        .toList();
  }

  private static SearchPage page(Map<String, List<String>> parameters) throws IOException {
    return engine.search(reader.read(parameters).request());
  }
}
