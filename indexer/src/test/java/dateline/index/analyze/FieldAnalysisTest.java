package dateline.index.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldAnalysisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          headline_en       |    | The 😀 cease-fire talks | the@0:0-3 ceas@1:6-11 ceasefir@1:6-16 fire@2:12-16 talk@3:17-22 | ceas ceasefir fire talk
          headline_en_plain |    | The talks               | the@0:0-3 talks@1:4-9    | talks
          body_en_verbatim  |    | The Talks               | The@0:0-3 Talks@1:4-9    | The Talks
          body_en           |    | the and                 | the@0:0-3 and@1:4-7      | the and
          body_de           | de | Die Häuser              | die@0:0-3 haus@1:4-10    | haus
          body_xx           | pl | Ta Łódź                 | ta@0:0-2 lodz@1:3-7      | ta lodz
          byline            |    | By José Gray            | by@0:0-2 jose@1:3-7 gray@2:8-12 | by jose gray
          section           |    | World News              | World News@0:0-10        | World News
          person_name       |    | Abe                     | abe@0:0-3                | abe
          """)
  void showsTermsOfIndexAndQuery(
      String field, String language, String text, String indexed, String asked) throws IOException {
    List<FieldAnalysis> analyses = FieldAnalysis.of(field, text, language);

    assertEquals(1, analyses.size());
    assertEquals(
        indexed,
        analyses.getFirst().indexed().stream()
            .map(token ->
                token.term() + "@" + token.position() + ":" + token.start() + "-" + token.end())
            .collect(Collectors.joining(" ")));
    assertEquals(
        asked,
        analyses.getFirst().asked().stream()
            .map(AnalyzedToken::term)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void showsEachFormOfAPartInTheTwinOfTheLanguage() throws IOException {
    assertEquals(
        List.of("lead_en", "lead_en_light", "lead_en_plain", "lead_en_verbatim"),
        FieldAnalysis.of("subhead", "a", null).stream().map(FieldAnalysis::field).toList());
    assertEquals(
        List.of("body_de", "body_de_plain", "body_de_verbatim"),
        FieldAnalysis.of("Body", "a", "deu").stream().map(FieldAnalysis::field).toList());
  }

  @Test
  void knowsEveryFieldThatItNames() throws IOException {
    for (String field : FieldAnalysis.fields()) {
      assertEquals(false, FieldAnalysis.of(field, "a", null).isEmpty(), field);
    }
    assertEquals(List.of(), FieldAnalysis.of(IndexNames.CARD, "a", null));
  }
}
