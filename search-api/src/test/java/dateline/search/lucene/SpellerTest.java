package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.search.IndexedHome;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchRequest;
import dateline.search.query.QueryParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which other spelling a small archive proposes, and what stays as it was typed.
final class SpellerTest {
  private static final List<RandomSlips.Kind> KINDS = List.of(RandomSlips.Kind.values());

  private static final String ARTICLES =
      """
      {"id": "1", "source": "Wire", "headline": "Steel tariffs rise", "body": "The government of Japan raised tariffs on steel. The security council met in Tokyo.", "published": "1987-03-02"}
      {"id": "2", "source": "Wire", "headline": "Tariffs on rice stay", "body": "Tariffs on rice stay, the government said. Indo-Pacific security was a subject.", "published": "1988-03-02"}
      {"id": "3", "source": "Post", "headline": "World Cup opens", "body": "The world cup opened. The World Cup is security for sponsors.", "published": "1990-06-08"}
      {"id": "4", "source": "Post", "headline": "Oslo wins the World Cup", "body": "Zorblatt of Oslo scored twice.", "published": "1990-07-08"}
      {"id": "5", "source": "Post", "headline": "Vote", "body": "A quexandrine vote, another quexandrine vote.", "published": "1990-07-08"}
      {"id": "6", "source": "Post", "headline": "Vote again", "body": "A quexandrine vote.", "published": "1990-07-08"}
      {"id": "7", "source": "Post", "headline": "Secret", "body": "Wimbaloo and wimbaloo.", "embargo": "2030-01-01"}
      {"id": "8", "source": "Post", "headline": "Secret too", "body": "Wimbaloo and wimbaloo.", "embargo": "2030-01-01"}
      {"id": "9", "source": "Post", "headline": "Outlook", "rights": "link", "body": "The drumbledore spoke."}
      {"id": "10", "source": "Post", "headline": "Outlook", "rights": "link", "body": "The drumbledore spoke again."}
      """;

  private static final long SEED = Long.getLong("speller.seed", 20_261_123);
  private static final int QUERIES = 300;

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
      quoteCharacter = '`',
      textBlock =
          """
          tarifs                                | tariffs
          Tarifs                                | Tariffs
          TARIFFFS                              | TARIFFS
          steel tarifs,  secuirty               | steel tariffs,  security
          "secuirty council"                    | "security council"
          headline:tarrifs AND place:Japan      | headline:tariffs AND place:Japan
          +secuirty -rice published:1987        | +security -rice published:1987
          indo-pacifc                           | indo-pacific
          worldcup                              | world cup
          "worldcup opens"                      | "world cup opens"
          govermnent NEAR/9 japan               | government NEAR/9 japan
          governmetn's                          | government's
          """)
  void proposesWhatWasMeant(String typed, String proposed) throws Exception {
    Respelling suggestion = suggestion(Map.of("q", typed));

    assertNotNull(suggestion);
    assertEquals(proposed, suggestion.text());
    assertEquals(engine.search(suggestion.request()).total(), suggestion.total());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tariffs",
        "zorblatt", // once, and in no list
        "Schmidt", // a name of the lists alone
        "aardvark", // a word of the lists alone
        "tarifs*",
        "tarifs~1",
        "=\"tarifs\"",
        "caps(TARIFS)",
        "person:tarifs",
        "source:Wirre",
        "steel -tarifs",
        "NOT tarifs",
        "tarif2s",
        "tarifs \"", // a query with a problem says so, and proposes its own repair
        "wim",
        "secuirty AND source:Nowhere", // the proposal would find nothing
        "wimbaloos", // of articles that nobody may find yet
        "drumbledorre", // of texts that may not be shown
        "tarifs secuirty govermnent indo-pacifc", // more slips than one search has
        ""
      })
  void proposesNothing(String typed) throws Exception {
    assertNull(suggestion(Map.of("q", typed, "lenient", "true")));
  }

  @Test
  void keepsAllConditions() throws Exception {
    Respelling suggestion =
        suggestion(
            Map.of(
                "q", "secuirty", "source", "Wire", "to", "1987", "sort", "oldest", "match", "any"));

    assertNotNull(suggestion);
    assertEquals(1, suggestion.total());
    assertEquals(List.of(new Respelling.Word("secuirty", "security")), suggestion.words());
    assertEquals(
        "collapse=duplicates&match=any&q=security&sort=oldest&source=Wire&to=1987",
        CanonicalQuery.of(suggestion.request()));
    assertNull(suggestion(Map.of("q", "secuirty", "source", "Wire", "to", "1980")));
  }

  @Test
  void isProposedAtTheStartOfAListAlone() throws Exception {
    assertNull(suggestion(Map.of("q", "tarifs", "suggest", "false")));
    assertNull(suggestion(Map.of("q", "tarifs", "limit", "0")));
    assertNull(suggestion(Map.of("q", "secuirty steel", "page", "2", "limit", "1")));
  }

  @Test
  void forgetsTheWordsOfArticlesThatAreTakenBack() throws Exception {
    Path file = Files.writeString(folder.resolve("again.jsonl"), ARTICLES);
    IndexedHome home = IndexedHome.at(folder.resolve("taken"));
    home.index(file);
    try (LuceneEngine running = home.open()) {
      assertEquals(
          "quexandrine", text(running.search(request(Map.of("q", "quexandrline"))).suggestion()));
      try (Tombstones all = Tombstones.open(home.path())) {
        all.add(
            List.of("5", "6").stream()
                .map(id ->
                    new Tombstone(
                        new ArticleId(id),
                        IndexedHome.CLOCK.instant(),
                        Tombstone.By.DESK,
                        "wrong",
                        false))
                .toList());
      }
      running.refresh();

      assertNull(running.search(request(Map.of("q", "quexandrline"))).suggestion());
    }
  }

  /// Nothing that is typed is proposed in a form that does not parse, changes anything but plain
  /// words, or finds fewer.
  @Test
  void whatIsProposedParsesAndFindsMore() throws Exception {
    var random = new Random(SEED);
    var slips = new RandomSlips(random);
    List<String> parts =
        List.of(
            "tariffs",
            "security",
            "government",
            "council",
            "world",
            "steel",
            "AND",
            "OR",
            "NOT",
            "\"",
            "(",
            ")",
            "headline:",
            "place:Japan",
            "+",
            "-",
            "NEAR/5",
            "*",
            "published:1987",
            "SAME",
            "~1",
            "caps(",
            "\\",
            ",");
    int proposed = 0;
    for (int i = 0; i < QUERIES; i++) {
      String query =
          random
              .ints(1 + random.nextInt(6), 0, parts.size())
              .mapToObj(parts::get)
              .map(part ->
                  part.length() > 4 && part.matches("[a-z]+")
                      ? slips.of(part, KINDS.get(random.nextInt(KINDS.size())))
                      : part)
              .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " "));
      Map<String, String> parameters = Map.of("q", query, "match", "all");
      Respelling suggestion = suggestion(parameters);
      if (suggestion != null) {
        proposed++;
        String where = query + " gave " + suggestion + "; again with -Dspeller.seed=" + SEED;
        assertEquals(List.of(), QueryParser.parse(suggestion.text()).problems(), where);
        assertTrue(suggestion.total() > engine.search(request(parameters)).total(), where);
        assertEquals(signs(query), signs(suggestion.text()), where);
      }
    }
    assertTrue(proposed > QUERIES / 10, "only " + proposed);
  }

  /// A query without the letters and spaces of its words.
  private static String signs(String query) {
    return query.replaceAll("[a-z ]+", " ");
  }

  @Test
  void looksAtABoundedNumberOfWords() throws Exception {
    assertNull(suggestion(Map.of("q", distinct(Speller.WORDS_MAX) + " tarifs")));
  }

  private static String distinct(int words) {
    return java.util.stream.IntStream.range(0, words)
        .mapToObj(i -> "n" + i)
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String text(@Nullable Respelling suggestion) {
    return suggestion == null ? null : suggestion.text();
  }

  private static @Nullable Respelling suggestion(Map<String, String> parameters) throws Exception {
    return engine.search(request(parameters)).suggestion();
  }

  private static SearchRequest request(Map<String, String> parameters) {
    Map<String, List<String>> lists = new HashMap<>();
    parameters.forEach((name, value) -> lists.put(name, List.of(value)));
    return new RequestReader(DoorDefaults.PAGE, IndexedHome.CLOCK).read(lists).request();
  }
}
