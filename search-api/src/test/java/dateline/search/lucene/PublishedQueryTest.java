package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Published;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.lucene.search.BooleanQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishedQueryTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1987-03, 1987-03, Z, 1987-03-01, 1987-03-31
          1987, 1988-02, Asia/Tokyo, 1987-01-01, 1988-02-29
          1987-03-01T00:00:00Z, 1987-03-02T23:59:59Z, Z, 1987-03-01, 1987-03-02
          1987-03-01T00:00:01Z, 1987-03-02T23:59:58Z, Z, 1987-03-02, 1987-03-01
          1987-03-01T15:00:00Z, 1987-03-03T14:59:59Z, Asia/Tokyo, 1987-03-02, 1987-03-03
          """)
  void takesInDaysThatLieInTheRangeFromEndToEnd(
      String from, String to, String zone, LocalDate firstDay, LocalDate lastDay) {
    var span = PublishedQuery.Span.of(Published.parse(from), Published.parse(to), ZoneId.of(zone));

    assertEquals(firstDay, LocalDate.ofEpochDay(span.firstDay()));
    assertEquals(lastDay, LocalDate.ofEpochDay(span.lastDay()));
  }

  @Test
  void matchesNothingWhenTheEndComesFirst() {
    assertEquals(
        new BooleanQuery.Builder().build(),
        PublishedQuery.between(
            Published.parse("1988"), Published.parse("1987-03-01"), ZoneOffset.UTC));
  }
}
