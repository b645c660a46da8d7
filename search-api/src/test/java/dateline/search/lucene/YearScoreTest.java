package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Published;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YearScoreTest {
  @ParameterizedTest
  @CsvSource({
    "1500, 1500, 1500",
    "1956, 1956, 1956",
    "2099, 2099, 2099",
    "1950s, 1950, 1959",
    "2010s, 2010, 2019"
  })
  void addsTheWeightToArticlesOfTheYearOrDecade(String typed, String first, String last) {
    var published =
        PublishedQuery.between(Published.parse(first), Published.parse(last), ZoneOffset.UTC);

    assertEquals(
        Optional.of(new FixedScore("year", typed, published, 2.5f)), YearScore.of(typed, 2.5f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1499", "2100", "956", "19560", "1956s", "50s", "mid-1956", "pact"})
  void leavesOtherWordsAlone(String typed) {
    assertEquals(Optional.empty(), YearScore.of(typed, 1));
  }
}
