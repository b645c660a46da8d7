package dateline.index.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.Twin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StopWordsTest {
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, the, true",
    "ENGLISH, die, false",
    "GERMAN, die, true",
    "GERMAN, fur, true",
    "GERMAN, the, false",
    "FRENCH, etes, true",
    "FRENCH, energie, false",
    "SPANISH, tambien, true",
    "ARABIC, من, true",
    "RUSSIAN, что, true",
    "CJK, の, false",
    "OTHER, the, true"
  })
  void areThoseOfALanguageInItsPlainForm(Twin twin, String word, boolean isStopWord) {
    assertEquals(isStopWord, StopWords.of(twin).contains(word));
  }
}
