package dateline.index.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Terms at one position are joined by `/`; a term that spans several positions bears their number.
final class ArticleAnalyzersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ministers met in Tokyo                | ministers met in tokyo
          Ishiba's plan, Ishiba’s plan          | ishiba plan ishiba plan
          ISHIBA'S PLAN                         | ishiba plan
          Shinzō Abe in São Paulo               | shinzo abe in sao paulo
          O'Neill and O’Neill                   | o'neill and o'neill
          the Indo-Pacific region               | the indo/indopacific:2 pacific region
          the Indopacific region                | the indo/indopacific:2 pacific region
          the Indo Pacific region               | the indo/indopacific:2 pacific region
          an air strike                         | an air/airstrike:2 strike
          a short-term plan                     | a short/shortterm:2 term plan
          a two-year-old                        | a two/twoyearold:3 year old
          F-16 jets                             | f 16 jets
          the U.S. told us, said US and us      | the US told us said US and us
          US WARNS MILITIA                      | US/us warns militia
          U.S. WARNS MILITIA                    | US warns militia
          WHO SAYS IT HELPS                     | who says it helps
          the WHO and IT firms, who and it      | the WHO and IT firms who and it
          “war” and ‘peace’                     | war and peace
          1,750 tons at $3.5 in 1987.           | 1,750 tons at 3.5 in 1987
          東京の空                               | 東 京 の 空
          ...                                   | ``
          """)
  void cutsEnglishIntoWords(String text, String terms) throws IOException {
    assertEquals(terms, terms(Twin.ENGLISH, Form.PLAIN, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ministers' talks on tariffs           | minist talk on tariff
          the Indo-Pacific region               | the indo/indopacif:2 pacif region
          U.S. tells us                         | US tell us
          Thailand and Thai                     | thailand and thai
          """)
  void stemsEnglish(String text, String terms) throws IOException {
    assertEquals(terms, terms(Twin.ENGLISH, Form.STEMMED, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Prime Minister Abe's Café             | Prime Minister Abe's Café
          the Indo-Pacific, U.S.                | the Indo/IndoPacific:2 Pacific U.S
          Indopacific                           | Indopacific
          """)
  void keepsVerbatimTermsAsTyped(String text, String terms) throws IOException {
    assertEquals(terms, terms(Twin.ENGLISH, Form.VERBATIM, text));
  }

  @Test
  void keepsNamesWhole() throws IOException {
    assertEquals(
        "maria lopez and cafe air strike",
        printed(ArticleAnalyzers.names(), "María López and Café’s Air Strike", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on Indo-Pacific ties   | on@0-2 indo@3-7/indopacific@3-15 pacific@8-15 ties@16-20
          on Indopacific ties    | on@0-2 indo@3-14/indopacific@3-14 pacific@3-14 ties@15-19
          an air strike          | an@0-2 air@3-6/airstrike@3-13 strike@7-13
          Ishiba's U.S. trip     | ishiba@0-8 US@9-12 trip@14-18
          """)
  void tellsWhereTermsStand(String text, String terms) throws IOException {
    assertEquals(terms, printed(analyzer(Twin.ENGLISH, Form.PLAIN), text, true));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          en, ENGLISH
          eng, ENGLISH
          -, ENGLISH
          de, GERMAN
          deu, GERMAN
          pt-BR, PORTUGUESE
          nb, NORWEGIAN
          ja, CJK
          zh-Hant, CJK
          pl, OTHER
          sw, OTHER
          """)
  void readsTextOfUnknownLanguageAsEnglish(
      @org.jspecify.annotations.Nullable String language, Twin twin) {
    assertEquals(twin, ArticleAnalyzers.twinOf(language));
  }

  private static String terms(Twin twin, Form form, String text) throws IOException {
    return printed(analyzer(twin, form), text, false);
  }

  private static Analyzer analyzer(Twin twin, Form form) {
    return ArticleAnalyzers.of(new TextField(Part.BODY, twin, form));
  }

  private static String printed(Analyzer analyzer, String text, boolean withOffsets)
      throws IOException {
    var printed = new StringBuilder();
    try (var stream = analyzer.tokenStream("body", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        printed.append(increment.getPositionIncrement() == 0 ? "/" : " ").append(term);
        if (withOffsets) {
          printed.append("@" + offset.startOffset() + "-" + offset.endOffset());
        } else if (length.getPositionLength() > 1) {
          printed.append(":" + length.getPositionLength());
        }
      }
    }
    return printed.toString().strip();
  }
}
