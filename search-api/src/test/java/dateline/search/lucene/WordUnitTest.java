package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordUnitTest {
  @ParameterizedTest
  @CsvSource({
    "'wheat exports', 'wheat 1, exports 1'",
    // a word with another ending is the same one, as it was typed first
    "'exports of wheat and export of oil', 'exports 2, wheat 1, oil 1'",
    // function words count where there are no others
    "'the who', 'the 1, who 1'"
  })
  void countsEachWordOfAQuery(String query, String expected) throws IOException {
    List<WordUnit> units = WordUnit.of(List.of(query.split(" ")), Twin.ENGLISH);

    assertEquals(
        expected,
        units.stream()
            .map(unit -> unit.typed() + " " + unit.times())
            .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, ponies, poni, pony", "GERMAN, Häuser, haus, ''"})
  void hasLightStemsInEnglishAlone(Twin twin, String word, String stem, String light)
      throws IOException {
    WordUnit unit = WordUnit.of(List.of(word), twin).getFirst();

    assertEquals(stem, String.join(" ", unit.stems()));
    assertEquals(light, String.join(" ", unit.lights()));
  }
}
