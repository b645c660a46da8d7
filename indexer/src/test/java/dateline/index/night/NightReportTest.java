package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.store.Arrivals;
import dateline.corpus.store.Arrivals.Lacks;
import dateline.corpus.store.RunRecord;
import dateline.corpus.store.RunRecord.State;
import dateline.index.night.Night.Counts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Golden files lie in `indexer/src/test/golden`; `-Dgolden.write=true` writes them anew.
final class NightReportTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant START = Instant.parse("2026-03-05T01:00:00Z");

  @Test
  void aRefusedNightAsAPage() throws IOException {
    golden("night-refused.html", refused().html());
  }

  @Test
  void aRefusedNightAsJson() throws IOException {
    golden("night-refused.json", new String(refused().json(), StandardCharsets.UTF_8));
  }

  @Test
  void anAcceptedNightAsAPage() throws IOException {
    Night night =
        new Night(
            new RunRecord(1, START, State.OPEN, 20, 0, List.of(arrivals("Wire", START, 20))),
            List.of(),
            new Counts(0, 20, 20, 0, 0, 0, 0),
            List.of());
    golden("night-accepted.html", report(night, List.of()).html());
  }

  private static NightReport refused() {
    List<RunRecord> past = new ArrayList<>();
    for (int before = 34; before > 0; before--) {
      Instant start = START.minus(Duration.ofDays(before));
      boolean isWeekend = PlainNight.day(start).getDayOfWeek().getValue() > 5;
      int wave = before * 7 % 11;
      past.add(
          new RunRecord(
              400 - before,
              start,
              State.FINISHED,
              200,
              1,
              List.of(
                  arrivals("Reuters", start, (isWeekend ? 60 : 130) + wave),
                  arrivals("The Morning Post", start, isWeekend ? 12 : 45 + wave),
                  arrivals("Weekly & <Review>", start, before % 7 == 2 ? 28 : 0),
                  arrivals("", start, wave / 4))));
    }
    List<Arrivals> arrivals = new ArrayList<>();
    arrivals.add(arrivals("Reuters", START, 139));
    arrivals.add(
        new Arrivals(
            "Reuters", PlainNight.day(START).minusDays(1), 4, 7, 0, 1, Lacks.NONE, Lacks.NONE, 0));
    arrivals.add(arrivals("The Morning Post", START, 6));
    arrivals.add(arrivals("The Evening Gazette", START, 17));
    arrivals.add(new Arrivals("", null, 2, 0, 0, 0, Lacks.NONE, Lacks.NONE, 0));
    Night night =
        new Night(
            new RunRecord(400, START, State.OPEN, 5_312, 290, arrivals),
            past,
            new Counts(81_204, 81_367, 168, 7, 4, 0, 1),
            List.of(
                answer("\"prime minister\"", 5210, 5219, 0),
                answer("tax AND reform", 612, 614, 2),
                answer("place:<Bonn> OR \"R&D\"", 40, 40, 1)));
    return report(
        night,
        IntStream.range(0, 205)
            .mapToObj(line ->
                "gazette/2026-03-04.jsonl:%d: the line ends inside a string (column 4096). Was the file cut off? <b>"
                    .formatted(line + 100))
            .toList());
  }

  private static NightReport report(Night night, List<String> quarantine) {
    var timings = new LinkedHashMap<String, Duration>();
    timings.put("reading", Duration.ofMillis(8_412));
    timings.put("building", Duration.ofSeconds(97));
    timings.put("verifying", Duration.ofMillis(3_204));
    timings.put("asking the panel", Duration.ofMillis(640));
    Verdict verdict = new Judge(Thresholds.defaults()).judge(night);
    return new NightReport(night, verdict, timings, quarantine, ZONE);
  }

  private static Arrivals arrivals(String source, Instant start, long added) {
    return new Arrivals(
        source, PlainNight.day(start), added, added / 25, added / 10, 0, Lacks.NONE, Lacks.NONE, 0);
  }

  private static PanelAnswer answer(String search, long before, long after, int pushedOut) {
    List<String> best = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    List<String> now =
        IntStream.range(pushedOut, 10 + pushedOut).mapToObj(Integer::toString).toList();
    return new PanelAnswer(search, before, after, best, now, Math.min(1, pushedOut), true);
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = Path.of(System.getProperty("dateline.root"), "indexer/src/test/golden", name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, name);
  }
}
