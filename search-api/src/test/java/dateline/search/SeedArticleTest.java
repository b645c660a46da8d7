package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.TestData;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Facet;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.lucene.LuceneEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One article, indexed by a real run and asked for in many ways.
final class SeedArticleTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @BeforeAll
  static void index() throws Exception {
    Path seed = TestData.path("seed");
    IndexedHome home = IndexedHome.at(folder);
    home.index(seed);
    engine = home.open();
  }

  @AfterAll
  static void close() throws Exception {
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Indo-Pacific security",
        "indo pacific",
        "indopacific",
        "\"Indo-Pacific\"",
        "US-Japan",
        "U.S.-Japan",
        "person:Ishiba",
        "Ishiba's",
        "place:Japan",
        "headline:Washington",
        "\"key U.S. ally\""
      })
  void isFoundBy(String query) throws Exception {
    assertEquals(1, search(query).total());
  }

  /// It says _us_ once and _U.S._ often: the pronoun is another word.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"key us ally\"",
        "place:France",
        "person:Kan",
        "headline:security",
        "\"Pacific Indo\"",
        "-Japan"
      })
  void isNotFoundBy(String query) throws Exception {
    assertEquals(0, search(query).total());
  }

  @Test
  void isAboutExactlyThesePeople() throws Exception {
    assertEquals(
        Set.of(
            "Shigeru Ishiba",
            "Donald Trump",
            "Masayoshi Son",
            "Sam Altman",
            "Fumio Kishida",
            "Akie Abe",
            "Shinzo Abe"),
        search("").facets().stream()
            .filter(facet -> facet.field().parameter().equals("person"))
            .flatMap(facet -> facet.items().stream())
            .map(Facet.Item::label)
            .collect(Collectors.toSet()));
  }

  private static SearchPage search(String query) throws Exception {
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(Map.of("q", List.of(query)));
    assertEquals(List.of(), reading.request().query().problems());
    return engine.search(reading.request());
  }
}
