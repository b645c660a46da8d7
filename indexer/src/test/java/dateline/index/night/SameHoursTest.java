package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.store.RunRecord;
import dateline.corpus.store.RunRecord.State;
import dateline.index.night.Night.Counts;
import dateline.index.night.Timeline.Stretch;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SameHoursTest {
  /// Clocks moved on 29 March and 25 October in Berlin, on 8 March and 1 November in New York.
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-20, 02:30",
    "Europe/Berlin, 2026-10-20, 02:30",
    "America/New_York, 2026-03-01, 23:50",
    "America/New_York, 2026-10-28, 00:10",
    "Asia/Tokyo, 2026-03-20, 04:00"
  })
  void everyNightFindsItsFourWeeksThroughSummerTime(ZoneId zone, LocalDate first, LocalTime hour) {
    for (int day = 0; day < 40; day++) {
      LocalDate tonight = first.plusDays(day);

      SameHours hours = hours(zone, tonight, hour);

      assertEquals(
          List.of(
              tonight.minusDays(7),
              tonight.minusDays(14),
              tonight.minusDays(21),
              tonight.minusDays(28)),
          hours.weeks(hours.from()).stream()
              .map(List::getFirst)
              .map(Stretch::to)
              .map(start -> LocalDate.ofInstant(start, zone))
              .toList());
    }
  }

  @Test
  void aNightBelongsToTheDayThatItBrings() {
    LocalDate christmas = LocalDate.of(2026, 12, 25);
    ZoneId zone = ZoneId.of("Europe/Berlin");

    assertEquals(true, hours(zone, christmas.plusDays(1), LocalTime.of(2, 0)).isHoliday());
    assertEquals(false, hours(zone, christmas, LocalTime.of(2, 0)).isHoliday());
    assertEquals(true, hours(zone, christmas, LocalTime.of(22, 0)).isHoliday());
  }

  /// A run at this hour of every day for five weeks, tonight's last.
  private static SameHours hours(ZoneId zone, LocalDate tonight, LocalTime hour) {
    List<RunRecord> runs = new ArrayList<>();
    for (int before = 35; before >= 0; before--) {
      runs.add(
          new RunRecord(
              36 - before,
              tonight.minusDays(before).atTime(hour).atZone(zone).toInstant(),
              State.FINISHED,
              0,
              0,
              List.of()));
    }
    Night night =
        new Night(runs.getLast(), runs.subList(0, 35), new Counts(0, 0, 0, 0, 0, 0, 0), List.of());
    return new SameHours(
        Timeline.of(night), zone, new Holidays(Set.of(), Set.of(MonthDay.of(12, 25))));
  }
}
