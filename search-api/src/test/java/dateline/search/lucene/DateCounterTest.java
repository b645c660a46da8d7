package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Published;
import dateline.index.schema.IndexNames.Precision;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.FacetRequest.Interval;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateCounterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DAY   | Z                | 1987-03-01 1987-03-01T23:59:59Z 1987-03-02 | 1987-03-01=2 1987-03-02=1
          DAY   | Asia/Tokyo       | 1987-03-01 1987-03-01T15:00:00Z            | 1987-03-01=1 1987-03-02=1
          DAY   | America/New_York | 1987-03-01 1987-03-01T04:59:59Z            | 1987-02-28=1 1987-03-01=1
          DAY   | Z                | 1987-03 1987-03-01                         | 1987-03-01=1
          WEEK  | Z                | 1987-03-01 1987-03-02 1987-03-08           | 1987-02-23=1 1987-03-02=2
          MONTH | Z                | 1987-03 1987-03-31 1987                    | 1987-03=2
          YEAR  | Z                | 1987-03 1987-12-31 1987 1988               | 1987=3 1988=1
          YEAR  | Z                | 1001 9999-12-31                            | 1001=1 9999=1
          """)
  void countsByInterval(Interval interval, String zone, String dates, String bars) {
    assertEquals(bars, bars(histogram(interval, zone, dates)));
  }

  /// Monday is the first day of a week: 1987-03-01 is a Sunday.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1987-03-01 1987-04-29, DAY
          1987-03-01 1987-04-30, WEEK
          1987-03-01 1988-04-17, WEEK
          1987-03-01 1988-04-18, MONTH
          1987-03-02 1988-04-24, WEEK
          1987-03 1987-03-05, MONTH
          1987-03-01 1992-02-29, MONTH
          1987-03-01 1992-03-01, YEAR
          1987 1987-03-05, YEAR
          """)
  void choosesTheNarrowestIntervalOfSixtyBars(String dates, Interval interval) {
    assertEquals(interval, histogram(Interval.AUTO, "Z", dates).interval());
  }

  @Test
  void countsTheUndatedApart() {
    var counter = new DateCounter(ZoneOffset.UTC);
    counter.count(HitOrder.UNDATED, 0);

    DateHistogram histogram = counter.histogram(Interval.AUTO);

    assertEquals(1, histogram.missing());
    assertEquals("", bars(histogram));
  }

  private static DateHistogram histogram(Interval interval, String zone, String dates) {
    var counter = new DateCounter(ZoneId.of(zone));
    for (String date : dates.split(" ")) {
      Published published = Published.parse(date);
      counter.count(published.sortInstant().getEpochSecond(), precision(published).code());
    }
    return counter.histogram(interval);
  }

  private static Precision precision(Published published) {
    return switch (published) {
      case Published.At _ -> Precision.INSTANT;
      case Published.OnDay _ -> Precision.DAY;
      case Published.InMonth _ -> Precision.MONTH;
      case Published.InYear _ -> Precision.YEAR;
    };
  }

  private static String bars(DateHistogram histogram) {
    return histogram.bars().stream()
        .map(bar -> bar.value() + "=" + bar.count())
        .collect(Collectors.joining(" "));
  }
}
