package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.store.RunRecord;
import dateline.corpus.store.RunRecord.State;
import dateline.index.night.Night.Counts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimelineTest {
  /// Days of January 2026 on which the clock said that runs started, and what is made of them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 2 3 4 5  | 1 2 3 4 5 | false
          1 2 2 3    | 1 2 2 3   | false
          1 2 30 4 5 | 1 2 3 4 5 | false
          1 2 1 4 5  | 1 2 3 4 5 | false
          7 2 3 4 5  | 1 2 3 4 5 | false
          3 4 5 6 1  | 3 4 5 6 7 | true
          3 4 9 5 1  | 3 4 5 5 6 | true
          5          | 5         | false
          """)
  void runsKeepTheOrderOfTheirNumbers(String clock, String days, boolean isDoubtful) {
    List<RunRecord> runs =
        IntStream.range(0, clock.split(" ").length)
            .mapToObj(i ->
                new RunRecord(i + 1, day(clock.split(" ")[i]), State.FINISHED, 0, 0, List.of()))
            .toList();
    Timeline timeline =
        Timeline.of(
            new Night(
                runs.getLast(),
                runs.subList(0, runs.size() - 1),
                new Counts(0, 0, 0, 0, 0, 0, 0),
                List.of()));

    assertEquals(
        days,
        timeline.stretches().stream()
            .map(stretch -> stretch.to().toString().substring(8, 10).replaceFirst("^0", ""))
            .collect(Collectors.joining(" ")));
    assertEquals(isDoubtful, timeline.isDoubtful());
  }

  private static Instant day(String day) {
    return Instant.parse("2026-01-%02dT02:00:00Z".formatted(Integer.parseInt(day)));
  }
}
