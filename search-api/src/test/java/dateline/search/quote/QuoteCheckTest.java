package dateline.search.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.lucene.LuceneEngine;
import dateline.search.quote.QuoteVerdict.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quotations of the sample archive, true and not.
final class QuoteCheckTest {
  private static final long SEED = Long.getLong("test.seed", 7);
  private static final int QUOTATIONS =
      System.getProperty("test.counts", "short").equals("long") ? 10_000 : 300;

  private static final ArticleId QUAD = new ArticleId("2021-09-24-quad-leaders-summit");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @SuppressWarnings("NullAway.Init")
  private static QuoteCheck quotes;

  private static final List<Article> ARTICLES = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    var home = IndexedHome.at(folder.resolve("home"));
    home.index(IndexedHome.sampleArticles());
    engine = home.open();
    quotes = new QuoteCheck(engine, engine, IndexedHome.CLOCK);
    var request = new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(Map.of()).request();
    for (var hit : engine.search(request.exporting(1000)).hits()) {
      ARTICLES.add(engine.find(hit.id()).orElseThrow().article());
    }
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  /// A true quotation is found where it stands; whatever is called verbatim is printed somewhere.
  @Test
  void nothingIsVerbatimThatIsNotPrinted() throws IOException {
    System.out.println("quotations of seed " + SEED + "; choose another by -Dtest.seed=");
    var random = new Random(SEED);
    var falselyVerbatim = new ArrayList<String>();
    var missed = new ArrayList<String>();
    for (int i = 0; i < QUOTATIONS; i++) {
      Article article = ARTICLES.get(random.nextInt(ARTICLES.size()));
      String printed = stretch(article.body(), random);
      if (!QuoteCheck.isPossible(printed)) {
        continue;
      }
      ArticleId said = random.nextBoolean() ? article.id() : null;
      int kind = random.nextInt(3);
      String quote =
          kind == 0 ? printed : kind == 1 ? altered(printed, random) : invented(printed, random);
      QuoteVerdict verdict = quotes.check(quote, said);
      if (verdict.kind() == Kind.VERBATIM && !isPrinted(quote)) {
        falselyVerbatim.add(quote);
      }
      boolean isFound =
          verdict.places().stream().anyMatch(place -> place.article().equals(article.id()));
      if (kind == 0 && (verdict.kind() != Kind.VERBATIM || !isFound)) {
        missed.add(article.id() + ": " + quote);
      }
    }
    assertEquals(List.of(), falselyVerbatim);
    assertEquals(List.of(), missed);
  }

  private static boolean isPrinted(String quote) {
    return ARTICLES.stream()
        .anyMatch(article ->
            Arrays.stream(Zone.values()).anyMatch(zone -> article.text(zone).contains(quote)));
  }

  /// Some words of a text as they are.
  private static String stretch(String text, Random random) {
    List<WordFit.Word> words = WordFit.words(text);
    int first = random.nextInt(Math.max(1, words.size() - 4));
    int last = Math.min(words.size() - 1, first + 4 + random.nextInt(25));
    return text.substring(words.get(first).start(), words.get(last).end());
  }

  /// With one word in the place of another.
  private static String altered(String quote, Random random) {
    List<WordFit.Word> words = WordFit.words(quote);
    WordFit.Word word = words.get(random.nextInt(words.size()));
    return quote.substring(0, word.start()) + "otherwise" + quote.substring(word.end());
  }

  private static String invented(String quote, Random random) {
    List<String> words = new ArrayList<>(List.of(quote.split("\\s+")));
    Collections.shuffle(words, random);
    return String.join(" ", words) + " supposedly";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a region that is free and open  | VERBATIM
          “a  region that is free and open” | VERBATIM
          a region that is Free and open  | ALTERED
          a region which is free and open | ALTERED
          region that is free and op      | ALTERED
          the price of wheat rose again   | ABSENT
          """)
  void tellsHowTrueItIs(String quote, Kind kind) throws IOException {
    QuoteVerdict verdict = new QuoteCheck(engine, engine, IndexedHome.CLOCK).check(quote, null);
    String body = engine.find(QUAD).orElseThrow().article().body();

    // what the table takes for granted
    assertFalse(body.contains("the price of wheat rose again"));
    if (kind == Kind.ABSENT) {
      assertNotEquals(Kind.VERBATIM, verdict.kind());
    } else if (isPrinted("a region that is free and open")) {
      assertEquals(kind, verdict.kind(), verdict::toString);
    }
  }

  @Test
  void aNumberWithACommaIsFoundAnywhere() throws IOException {
    QuoteVerdict verdict = quotes.check("more than 50,000 people in the two countries", null);

    assertEquals(Kind.VERBATIM, verdict.kind());
  }

  @Test
  void showsWhatWasAlteredAndWhere() throws IOException {
    Article article = engine.find(QUAD).orElseThrow().article();
    List<Sentences.Sentence> sentences = Sentences.of(article.body());
    Sentences.Sentence second = sentences.get(1);
    String printed = article.body().substring(second.start(), second.end()).replaceAll("[.]$", "");
    List<WordFit.Word> words = WordFit.words(printed);
    WordFit.Word middle = words.get(words.size() / 2);
    String quote =
        printed.substring(0, middle.start()) + "otherwise" + printed.substring(middle.end());

    QuoteVerdict verdict = quotes.check(quote, QUAD);
    QuoteVerdict.Place place = verdict.places().getFirst();

    assertEquals(Kind.ALTERED, verdict.kind());
    assertEquals(QUAD, place.article());
    assertEquals(Zone.BODY, place.zone());
    assertEquals(1, place.sentence());
    assertTrue(place.isCurrent());
    assertTrue(
        java.util.Objects.requireNonNull(verdict.difference()).runs().stream()
            .anyMatch(run ->
                run.kind() == TextDifference.Kind.INSERT && run.text().contains("otherwise")),
        verdict::toString);
  }

  /// As many words as a query may have.
  @Test
  void aLongPhraseIsFound() throws IOException {
    Article longest =
        ARTICLES.stream()
            .max(java.util.Comparator.comparingInt(each -> each.body().length()))
            .orElseThrow();
    List<WordFit.Word> words = WordFit.words(longest.body());
    String phrase =
        longest
            .body()
            .substring(words.get(10).start(), words.get(Math.min(300, words.size() - 1)).end())
            .replace('"', ' ');
    var request =
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK)
            .read(Map.of("q", List.of('"' + phrase + '"')))
            .request();

    assertEquals(List.of(), request.query().problems());
    assertEquals(longest.id(), engine.search(request).hits().getFirst().id());
  }

  @Test
  void marksThatPrintersChooseAreOne() {
    var printed = PrintedText.of("He said: “It’s 3–2 …\n\n now.” X");

    assertEquals(new PrintedText.Stretch(10, 27), printed.find("It's 3-2 ... now."));
    assertEquals(null, printed.find("t's 3-2"));
    assertEquals("It's 3-2 ... now.", PrintedText.of(" \"It's 3-2 … now.\" ").bare());
  }
}
