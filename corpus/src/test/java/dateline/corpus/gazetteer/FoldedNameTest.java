package dateline.corpus.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldedNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Karl Otto Pöhl  | karl otto pohl
          Karl Otto Poehl | karl otto pohl
          KARL OTTO POHL  | karl otto pohl
          Weizsäcker      | weizsacker
          Weizsaecker     | weizsacker
          Mueller         | muller
          Miguel Marquez  | miguel marquez
          Michael Manuel  | michael manuel
          Joe Poe         | joe poe
          O’Neill         | oneill
          Jean-Claude     | jean claude
          R. J. O'Brien,  | r j obrien
          (AT&T) No.\u00a03 | at t no 3
          -.-             | ''
          José Sarney     | jose sarney
          Đoković         | dokovic
          """)
  void bringsSpellingsTogether(String name, String folded) {
    assertEquals(folded, FoldedName.of(name));
  }
}
