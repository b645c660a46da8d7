package dateline.corpus.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.EntityKind;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityNamesTest {
  private static EntityNames names;

  @BeforeAll
  static void load() throws IOException {
    names = new EntityNames(Gazetteer.builtIn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          japan      | JP
          JAPANESE   | JP
          tokyo      | g1850147
          "cote d'ivoire" | CI
          Nowhereium | ''
          """)
  void findsPlacesByAnyName(String text, String first) {
    assertEquals(first, names.ids(EntityKind.PLACE, text).stream().findFirst().orElse(""));
  }
}
