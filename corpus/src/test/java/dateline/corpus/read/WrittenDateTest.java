package dateline.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrittenDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1987                            | 1987
          1987-03                         | 1987-03
          1987-03-02                      | 1987-03-02
          1987/03/02                      | 1987-03-02
          19870302                        | 1987-03-02
          1987-03-02T09:21:00Z            | 1987-03-02T09:21:00Z
          1987-03-02T09:21:00.123+01:00   | 1987-03-02T08:21:00Z
          1987-03-02T09:21:00+0100        | 1987-03-02T08:21:00Z
          1987-03-02T09:21                | 1987-03-02T09:21:00Z
          1987-03-02 09:21:00             | 1987-03-02T09:21:00Z
          1987-03-02 09:21:00 UTC         | 1987-03-02T09:21:00Z
          Mon, 02 Mar 1987 09:21:00 GMT   | 1987-03-02T09:21:00Z
          Mon, 2 Mar 1987 09:21 EST       | 1987-03-02T14:21:00Z
          2 March 87 9:21:00 -0800        | 1987-03-02T17:21:00Z
          Fri, 02 Mar 1987                | 1987-03-02
          March 2, 1987                   | 1987-03-02
          Mar. 02 1987                    | 1987-03-02
          """)
  void readsWhatSourcesWrite(String written, String date) {
    assertEquals(date, WrittenDate.parse(written).orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a day that does not exist | 1987-02-30
          a month without a number  | 1987-13
          a year that is a misprint | 0001-11-30
          a time that does not exist| 1987-03-02T25:00:00Z
          month first or day first? | 3/4/1987
          seconds since 1970        | 541675260
          no month's name           | 2 Foo 1987
          no month's name in front  | Foo 2, 1987
          no such day of the month  | February 30, 1987
          an unknown zone           | Mon, 02 Mar 1987 09:21:00 CEST
          words                     | yesterday
          """)
  void readsNothingIntoTheRest(String why, String written) {
    assertEquals("", WrittenDate.parse(written).map(Object::toString).orElse(""), why);
  }
}
