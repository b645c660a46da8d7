package dateline.index.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Published;
import dateline.index.story.SameStory.Verdict;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is one story, and what is another one by the same form.
final class SameStoryTest {
  private static final String MONDAY = "1988-01-04T09:00:00Z";

  /// Some hundred words, so that one figure and one name may be other ones.
  private static final String DAM =
      """
      Engineers closed the last gate of the Karu dam on Monday, nine months late, and the lake
      behind it began to fill. The valley will lie under 40 metres of water by the spring.

      Some 11,250 people had to leave 31 villages. The government of Premier Odo Lann says that
      each family was given a house and two hectares of land near Mirrow; their spokeswoman says
      that every third house has no roof. The dam cost 615 million crowns, of which the
      Continental Development Bank lent half. It will give the country as much power as all its
      other stations, and light to towns that had it for four hours a day.

      The bank will send three inspectors in March. The neighbours down the river, who fear for
      their harvest, were promised as much water as in the driest year since 1931.
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          small edits          | 11,250             | 11.250
          a cut                | The bank will send three inspectors in March. | ''
          a figure rounded     | 615 million crowns | over 600m crowns
          a misprint in a name | Odo Lann           | Odo Lan
          """)
  void tellsAReprintOfALongStory(String what, String from, String to) {
    Article reprint = article(DAM.replace(from, to), "1988-01-06");

    assertEquals("SAME", verdict(article(DAM, MONDAY), reprint), what);
  }

  @Test
  void whatIsCutByHalfMustKeepTheRest() {
    String half = DAM.substring(0, DAM.indexOf("The dam cost"));
    String edited = half.replace("nine months", "some months").replace("have to", "must");

    assertEquals("SAME", verdict(article(DAM, MONDAY), article(half, MONDAY)));
    assertEquals("OTHER_WORDS", verdict(article(DAM, MONDAY), article(edited, MONDAY)));
  }

  @Test
  void whatPutsOtherFiguresOrNamesInTheirPlaceIsAnotherStory() {
    Article story = article(DAM, MONDAY);

    assertEquals(
        "OTHER_FIGURES",
        verdict(
            story, article(DAM.replace("40 metres", "45 metres").replace("615", "720"), MONDAY)));
    assertEquals(
        "OTHER_NAMES",
        verdict(
            story, article(DAM.replace("Odo Lann", "Uli Varr").replace("Karu", "Zeta"), MONDAY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ORLA MILLS <ORM> SETS QUARTERLY | Qtly div 20 cts vs 20 cts prior. Pay April 15. | ORLA MILLS <ORM> DECLARES QTLY DIV | Qtly div 20 cts vs 20 cts prior. Pay April 15. | SAME
          ORLA MILLS <ORM> SETS QUARTERLY | Qtly div 20 cts vs 20 cts prior. Pay April 15. | ORLA LAKES <ORL> DECLARES QTLY DIV | Qtly div 20 cts vs 20 cts prior. Pay April 15. | OTHER_HEADLINE
          ORLA MILLS <ORM> SETS QUARTERLY | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 23 | ORLA MILLS <ORM> DECLARES QTLY DIV | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 30 | OTHER_FIGURES
          ORLA MILLS SETS QUARTERLY | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 23 | ORLA MILLS SETS QUARTERLY AGAIN | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 23 | SAME
          ORLA MILLS SETS QUARTERLY | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 23 | VARR AND SON SETS QUARTERLY  | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 23 | OTHER_HEADLINE
          ORLA MILLS SETS QUARTERLY | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 23 | ORLA MILLS SETS QUARTERLY    | Qtly div 20 cts vs 20 cts prior. Pay April 15. Record March 30 | OTHER_FIGURES
          Hogs up at Mirrow         | Hog prices opened one crown higher, private sources said.      | Hogs up at Karu              | Hog prices opened one crown higher, private sources said.      | OTHER_HEADLINE
          Fund sets payout          | Lann Tax-Free Fund said its monthly dividend of four cents will be paid on Friday | Fund sets payout | Lann High Yield Tax-Free Fund said its monthly dividend of four cents will be paid on Friday | OTHER_NAMES
          SUN RAISES OIL PRICE      | '' | MOON RAISES OIL PRICE        | '' | OTHER_WORDS
          ORLA RAISES OIL PRICE TO 17.50 CROWNS A BARREL FROM TODAY ON, SAYS STATEMENT | '' | VARR RAISES OIL PRICE TO 17.50 CROWNS A BARREL FROM TODAY ON, SAYS STATEMENT | '' | OTHER_NAMES
          Bank leaves rate alone    | '' | Bank leaves rate alone       | '' | SAME
          """)
  void tellsBriefsByOneForm(
      String headline, String body, String otherHeadline, String otherBody, String verdict) {
    assertEquals(
        verdict,
        verdict(article(headline, body, MONDAY), article(otherHeadline, otherBody, MONDAY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1988-01-04T09:00:00Z | 1988-01-04T21:00:00Z | SAME       | SAME
          1988-01-04T09:00:00Z | 1988-01-05T09:00:00Z | OTHER_TIME | SAME
          1988-01-04           | 1988-01-04           | SAME       | SAME
          1988-01-04           | 1988-01-05           | OTHER_TIME | SAME
          1988-01-04           | 1988-01-10           | OTHER_TIME | SAME
          1988-01-04           | 1988-01-11           | OTHER_TIME | OTHER_TIME
          1988-01-04           | 1988-01              | SAME       | SAME
          1988-01-04           | 1988-02              | OTHER_TIME | OTHER_TIME
          1988-01-04           | 1988                 | SAME       | SAME
          1988-01-04           | ''                   | SAME       | SAME
          ''                   | ''                   | SAME       | SAME
          """)
  void theSameWordsComeAgain(String first, String second, String brief, String story) {
    String bank = "The central bank left its rate at 6 per cent after its meeting in Mirrow.";

    assertEquals(brief, verdict(article(bank, first), article(bank, second)));
    assertEquals(story, verdict(article(DAM, first), article(DAM, second)));
  }

  @Test
  void aTableIsTheSameWithTheSameFiguresAlone() {
    String table =
        "LONDON METALS 1100 Copper 894.50 897.00 Lead 301.50 302.00 Zinc 455.00 456.50 "
            + "Nickel 2360 2370 Tin 4120 4135 Silver 389.50 391.00 Sales 1250 2100 940 15 Tone steady";

    assertEquals("SAME", verdict(article(table, MONDAY), article(table + " later", MONDAY)));
    assertEquals(
        "OTHER_FIGURES",
        verdict(article(table, MONDAY), article(table.replace("1100", "1230"), MONDAY)));
    assertEquals(
        "OTHER_FIGURES",
        verdict(article(table, MONDAY), article(table.replace("4135", "4120 4120"), MONDAY)));
  }

  @Test
  void aBodyThatSaysNothingDoesNotMakeAStory() {
    String stub =
        "You have read all your free articles of this month. Subscribe now to read this story and"
            + " every other, on paper and on your telephone, for one crown a week in the first year.";

    assertEquals(
        "OTHER_HEADLINE",
        verdict(
            article("Engineers close Karu dam", stub, MONDAY),
            article("Rain ruins olive harvest", stub, MONDAY)));
  }

  @Test
  void wordsWithoutBlanksBetweenThemAreCompared() {
    String quake = "九日午後三時ごろ、新潟県で強い地震があり、長岡市で震度五を記録した。けが人の報告はない。";

    assertEquals(
        "SAME", verdict(article(quake, MONDAY), article(quake.replace("けが人", "負傷者"), MONDAY)));
  }

  private static String verdict(Article one, Article other) {
    Verdict verdict = SameStory.of(new StoryText(one), new StoryText(other));
    assertEquals(verdict, SameStory.of(new StoryText(other), new StoryText(one)), "turned round");
    return verdict.name().toUpperCase(Locale.ROOT);
  }

  private static Article article(String body, String published) {
    return article("Headline", body, published);
  }

  private static Article article(String headline, String body, String published) {
    return Article.builder("a")
        .headline(headline)
        .body(body)
        .published(published.isEmpty() ? null : Published.parse(published))
        .build();
  }
}
