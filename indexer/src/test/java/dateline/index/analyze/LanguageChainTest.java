package dateline.index.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LanguageChainTest {
  private record Token(String term, int position, int length, int start, int end) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GERMAN     | Haus             | Häuser
          GERMAN     | Zölle            | Zoelle
          GERMAN     | Straße           | strasse
          FRENCH     | l'énergie        | énergies
          FRENCH     | L’ÉLU            | elus
          SPANISH    | elección         | elecciones
          ITALIAN    | dell'elezione    | elezioni
          PORTUGUESE | eleição          | eleições
          DUTCH      | regering         | regeringen
          SWEDISH    | regering         | regeringen
          DANISH     | regering         | regeringen
          NORWEGIAN  | regjering        | regjeringen
          FINNISH    | talo             | talot
          RUSSIAN    | выбор            | выборы
          RUSSIAN    | самолёт          | самолет
          BULGARIAN  | град             | градът
          CATALAN    | l'elecció        | eleccions
          CZECH      | ministr          | ministra
          GREEK      | υπουργός         | υπουργοί
          HUNGARIAN  | ház              | házban
          ROMANIAN   | alegeri          | alegerile
          TURKISH    | Ankara'da        | ANKARA
          TURKISH    | İSTANBUL         | istanbul
          ARABIC     | الكتاب           | كتاب
          ARABIC     | أحمد             | احمد
          PERSIAN    | كتاب             | کتاب
          HINDI      | लड़का             | लड़के
          CJK        | ＮＡＴＯ          | nato
          CJK        | ﾄｳｷｮｳ            | トウキョウ
          OTHER      | Wałęsa           | walesa
          """)
  void bringsFormsOfAWordTogether(Twin twin, String one, String other) throws IOException {
    assertEquals(terms(twin, Form.STEMMED, one), terms(twin, Form.STEMMED, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GERMAN  | PLAIN    | Die Häuser der Straße   | die hauser der strasse
          GERMAN  | VERBATIM | Die Häuser der Straße   | Die Häuser der Straße
          GERMAN  | STEMMED  | Die Häuser der Straße   | die haus der strass
          FRENCH  | PLAIN    | L'énergie des élus      | energie des elus
          FRENCH  | VERBATIM | L'énergie des élus      | L'énergie des élus
          ARABIC  | PLAIN    | قال الوزير              | قال الوزير
          ARABIC  | STEMMED  | قال الوزير              | قال وزير
          CJK     | STEMMED  | 東京都の NATO 会議       | 東京 京都 都の nato 会議
          CJK     | VERBATIM | 東京都の NATO 会議       | 東京 京都 都の NATO 会議
          CJK     | STEMMED  | 장관은 말했다            | 장관 관은 말했 했다
          CJK     | STEMMED  | 京                      | 京
          OTHER   | STEMMED  | Ministrowie w Łodzi     | ministrowie w lodzi
          """)
  void cutsTextIntoWords(Twin twin, Form form, String text, String terms) throws IOException {
    assertEquals(terms, terms(twin, form, text));
  }

  @ParameterizedTest
  @EnumSource(value = Twin.class)
  void givesAllFormsTheSamePositions(Twin twin) throws IOException {
    String text =
        "L'énergie d’Häuser, 東京ﾄﾞｯｸで 3.5 % U.S. الوزيرُ می‌خواهم Ankara'da ё self-made"
            + " मंत्री 장관은 e\u0301lu de la the του ΔΈΛΤΑ İstanbul all'alba.";

    List<Token> verbatim = tokens(twin, Form.VERBATIM, text);

    for (Form form : List.of(Form.STEMMED, Form.PLAIN)) {
      assertEquals(places(verbatim), places(tokens(twin, form, text)));
    }
  }

  private static List<Token> places(List<Token> tokens) {
    return tokens.stream()
        .map(token -> new Token("", token.position, token.length, token.start, token.end))
        .toList();
  }

  private static String terms(Twin twin, Form form, String text) throws IOException {
    return tokens(twin, form, text).stream().map(Token::term).collect(Collectors.joining(" "));
  }

  private static List<Token> tokens(Twin twin, Form form, String text) throws IOException {
    var tokens = new ArrayList<Token>();
    var field = new TextField(Part.BODY, twin, form);
    try (var stream = ArticleAnalyzers.of(field).tokenStream("body", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(
            new Token(
                term.toString(),
                position,
                length.getPositionLength(),
                offset.startOffset(),
                offset.endOffset()));
      }
      stream.end();
    }
    return tokens;
  }
}
