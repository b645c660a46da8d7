package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.ArticleField;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.FacetValues;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a small archive suggests to somebody who types.
final class SuggestionsTest {
  private static final String ARTICLES =
      """
      {"id": "1", "headline": "Indo-Pacific security tops talks in Tokyo", "body": "Shigeru Ishiba spoke of tariffs in Japan. The tariff on rice stays."}
      {"id": "2", "headline": "Allies meet on Indo-Pacific security", "body": "Shigeru Ishiba of Japan said that tariffs hurt. Tariffs rose."}
      {"id": "3", "headline": "BURMA HOLDS ELECTIONS", "body": "Burma held elections. The Burmese voted in Rangoon, Myanmar said."}
      {"id": "4", "headline": "Rain", "body": "It rained in the United Kingdom and the United States on trade talks. Britain and America wait.", "keywords": ["trade talks"]}
      {"id": "5", "headline": "Trade talks go on", "body": "Talks in Japan on trade go on."}
      {"id": "6", "headline": "Secret zucchini plan", "body": "Zebra secrets of Zanzibar.", "embargo": "2030-01-01"}
      {"id": "7", "headline": "Zeppelin returns", "body": "Zeppelins again.", "status": "withdrawn"}
      {"id": "8", "headline": "Yak", "rights": "link", "body": "Quokkas may not be shown."}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @BeforeAll
  static void index() throws Exception {
    Path file = Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(file);
    engine = home.open();
  }

  @AfterAll
  static void close() throws Exception {
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indo            | Indo-Pacific 2; Indo-Pacific security 2
          tar             | tariffs 2
          trade t         | trade talks 2
          rice tar        | rice tariffs 1
          TRADE           | trade talks 2
          'trade '        | trade talks 2
          elec            | elections 1
          rain            |
          the             |
          o               |
          z               |
          zzz             |
          quok            |
          yak             |
          place:J         |
          "indo           |
          ''              |
          """)
  void completesWords(String typed, String queries) throws Exception {
    assertEquals(
        queries == null ? "" : queries,
        engine.suggest(typed, 8).queries().stream()
            .map(query -> query.text() + " " + query.count())
            .collect(Collectors.joining("; ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ishi         | person shigeru-ishiba Shigeru Ishiba 2
          shig         | person shigeru-ishiba Shigeru Ishiba 2
          burm         | place MM Myanmar (Burma) 1
          united k     | place GB United Kingdom 1
          zanz         |
          ''           |
          '  '         |
          '***'        |
          """)
  void findsEntitiesByAnyWordOfAnyName(String typed, String entities) throws Exception {
    assertEquals(
        entities == null ? "" : entities,
        engine.suggest(typed, 8).entities().stream()
            .map(entity ->
                entity.field().parameter()
                    + " "
                    + entity.id()
                    + " "
                    + entity.label()
                    + (entity.alias() == null ? "" : " (" + entity.alias() + ")")
                    + " "
                    + entity.count())
            .collect(Collectors.joining("; ")));
  }

  @ParameterizedTest
  @CsvSource({
    "place_mention, burm, ' 1 Myanmar (Burma) 1'",
    "place_mention, Ja, ' 1 Japan 3'",
    "person, SHIG, ' 1 Shigeru Ishiba 2'",
    "person, ishi, ' 0'",
    "source, x, ' 0'"
  })
  void findsValuesByTheBeginningOfAName(String field, String prefix, String values)
      throws Exception {
    assertEquals(values, values(field, prefix, Map.of()));
  }

  @Test
  void countsValuesWithinASearchWithoutTheirOwnFilter() throws Exception {
    assertEquals(
        " 1 Japan 2", values("place_mention", "jap", Map.of("q", List.of("person:Ishiba"))));
    assertEquals(
        " 1 Japan 3", values("place_mention", "jap", Map.of("place_mention", List.of("GB"))));
  }

  private static String values(String field, String prefix, Map<String, List<String>> search)
      throws Exception {
    SearchRequest within =
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(search).request();
    FacetValues values =
        engine.values(
            new FacetValues.Request(ArticleField.of(field).orElseThrow(), prefix, 10, within));
    return " "
        + values.valuesTotal()
        + values.items().stream()
            .map(item ->
                " "
                    + item.label()
                    + (item.alias() == null ? "" : " (" + item.alias() + ")")
                    + " "
                    + item.count())
            .collect(Collectors.joining());
  }
}
