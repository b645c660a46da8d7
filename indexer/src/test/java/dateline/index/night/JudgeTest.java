package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.store.Arrivals;
import dateline.corpus.store.Arrivals.Lacks;
import dateline.index.night.Night.Counts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgeTest {
  private static final LocalDate YESTERDAY = PlainNight.day(PlainNight.START);
  private static final List<String> ACCEPTED = List.of();

  @Test
  void acceptsAnOrdinaryNightWithoutANote() {
    assertEquals(new Verdict(List.of(), List.of()), PlainNight.ordinary().verdict());
  }

  @Test
  void theFirstGenerationIsAcceptedAndItsRejectsAreNoted() {
    var first = PlainNight.after(0).brings("Wire", 5000).counts(new Counts(0, 1, 5000, 0, 0, 0, 0));

    assertEquals(new Verdict(List.of(), List.of()), first.verdict());
    Verdict noted = first.rejects(400, 5400).verdict();
    assertEquals(List.of(), noted.reasons());
    assertEquals(List.of("rejects"), first.notes());
  }

  @Test
  void knowsWhatIsUsualFromAnEarlierRunOfTheSameNight() {
    var without =
        new Arrivals("Wire", YESTERDAY, 100, 0, 0, 0, new Lacks(0, 0, 0, 100), Lacks.NONE, 0);
    var again =
        PlainNight.after(1)
            .pastStartsAt(0, "2026-03-05T01:50:00Z")
            .pastBrings(0, without)
            .brings(without)
            .counts(new Counts(100, 200, 100, 0, 0, 0, 0));

    assertEquals(ACCEPTED, again.reasons());
  }

  @Test
  void withoutRecordsOfThePastCountsAreStillJudged() {
    assertEquals(
        List.of("articles.lost"),
        PlainNight.after(0)
            .brings("Wire", 100)
            .counts(new Counts(1000, 900, 100, 0, 0, 0, 0))
            .reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, false", // so few are always accepted
    "11, 1000, false", // 1 %
    "11, 20, true",
    "50, 1000, false", // 5 % is the limit itself
    "51, 1000, true"
  })
  void refusesTooManyRejectsByShareAndNumber(long records, long of, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("rejects") : ACCEPTED,
        PlainNight.ordinary().rejects(records, of).reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "Wire, 51, false",
    "Wire, 50, true", // half of what was expected
    "Wire, 0, true",
    "Wire, 320, false", // three times as many and twenty
    "Wire, 321, true",
    "Post, 16, false",
    "Post, 15, true",
    "Post, 110, false",
    "Post, 111, true"
  })
  void comparesASourceWithTheSameHoursOfFourWeeks(String source, long added, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("source.volume " + source) : ACCEPTED,
        PlainNight.ordinary().brings(source, added).reasons());
  }

  @Test
  void judgesSmallSourcesByChance() {
    var night = PlainNight.ordinary().set("volume.fall-from = 31");

    assertEquals(ACCEPTED, night.brings("Post", 8).reasons());
    assertEquals(List.of("source.volume Post"), night.brings("Post", 5).reasons());
  }

  @Test
  void saysWhatToDoAboutASourceThatStopped() {
    var silent = PlainNight.ordinary().brings("Post", 0);

    assertEquals(
        "Post brought 0 new articles, about 30 were expected. If it has stopped for good, name it in judge.conf under ended.",
        silent.verdict().reasons().getFirst().sentence());
    assertEquals(ACCEPTED, silent.set("ended = Post; Courier").reasons());
  }

  @Test
  void notesANewSourceAndNeverRefusesIt() {
    var night = PlainNight.ordinary().brings("Courier", 5000);

    assertEquals(ACCEPTED, night.reasons());
    assertEquals(List.of("source.new Courier"), night.notes());
  }

  @Test
  void doesNotJudgeVolumesOfAYoungArchive() {
    assertEquals(ACCEPTED, PlainNight.after(27).brings("Wire", 0).brings("Post", 30).reasons());
    assertEquals(
        List.of("source.volume Wire"),
        PlainNight.after(28).brings("Wire", 0).brings("Post", 30).reasons());
  }

  @Test
  void aHolidayIsJudgedByChanceAgainstTheQuietestWeekday() {
    var night = PlainNight.ordinary();

    assertEquals(ACCEPTED, night.set("holidays = 03-04").brings("Wire", 45).reasons());
    assertEquals(List.of("source.volume Wire"), night.brings("Wire", 30).reasons());
    assertEquals(
        List.of("source.volume Wire"),
        night.set("holidays = 03-05").brings("Wire", 45).reasons(),
        "the run starts on that day, and brings the one before");
  }

  @Test
  void aRunAfterNightsWithoutOneBringsWhatTheyLeftOut() {
    var late = PlainNight.ordinary().withoutRuns(1, 2).brings("Post", 90);

    assertEquals(ACCEPTED, late.brings("Wire", 300).reasons());
    assertEquals(ACCEPTED, late.brings("Wire", 100).reasons(), "a feed of the newest articles");
    assertEquals(List.of("source.volume Wire"), late.brings("Wire", 49).reasons());
    assertEquals(
        List.of("source.volume Wire"),
        late.brings(PlainNight.arrivals("Wire", YESTERDAY.minusDays(2), 50))
            .alsoBrings(PlainNight.arrivals("Wire", YESTERDAY.minusDays(1), 50))
            .alsoBrings(PlainNight.arrivals("Wire", YESTERDAY, 50))
            .reasons(),
        "half of each day");
  }

  @Test
  void leavesNightsWithoutARunOutOfTheMedian() {
    assertEquals(
        List.of("source.volume Wire"),
        PlainNight.ordinary().withoutRuns(7).brings("Wire", 45).reasons());
    assertEquals(
        ACCEPTED, PlainNight.ordinary().withoutRuns(7, 14, 21, 28).brings("Wire", 45).reasons());
  }

  @Test
  void trustsTheNumberOfARunMoreThanItsClock() {
    var night = PlainNight.ordinary().startsAt("1970-01-01T00:10:00Z").brings("Wire", 40);
    night.brings(PlainNight.arrivals("Wire", YESTERDAY, 40));
    night.brings(PlainNight.arrivals("Post", YESTERDAY, 30));

    assertEquals(List.of("source.volume Wire"), night.reasons());
    assertEquals(List.of("clock.back"), night.notes());
    assertEquals(
        List.of("source.volume Wire"),
        PlainNight.ordinary()
            .pastStartsAt(20, "2031-01-01T02:00:00Z")
            .brings("Wire", 40)
            .reasons());
  }

  @Test
  void warnsOfAnEmptyDeliveryAndRefusesItWhenItWouldEmptyTheArchive() {
    var empty = PlainNight.ordinary().bringsNothing();

    assertEquals(ACCEPTED, empty.counts(new Counts(10_000, 10_000, 0, 0, 0, 0, 0)).reasons());
    assertEquals(List.of("delivery.empty"), empty.notes());
    assertEquals(
        List.of("articles.absent", "articles.gone"),
        empty.counts(new Counts(10_000, 0, 0, 0, 0, 10_000, 0)).reasons());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10129 | 0   | 0   | 0   | 0   | articles.lost
          10131 | 0   | 0   | 0   | 0   | articles.lost
          9930  | 0   | 0   | 200 | 0   |
          9929  | 0   | 0   | 201 | 0   | articles.absent
          9830  | 0   | 300 | 0   | 0   |
          9829  | 0   | 301 | 0   | 0   | articles.gone
          9829  | 0   | 100 | 101 | 100 | articles.gone
          10130 | 500 | 0   | 0   | 0   |
          10130 | 501 | 0   | 0   | 0   | articles.replaced
          """)
  void refusesWhenArticlesDisappear(
      long candidate, long replaced, long withdrawn, long absent, long embargoed, String reason) {
    var counts = new Counts(10_000, candidate, 130, replaced, withdrawn, absent, embargoed);

    assertEquals(
        reason == null ? ACCEPTED : List.of(reason),
        PlainNight.ordinary().counts(counts).reasons());
  }

  @Test
  void refusesAFieldThatGoesEmpty() {
    assertEquals(
        List.of("fields.added Wire"),
        PlainNight.ordinary().brings(wire(new Lacks(0, 0, 0, 30), Lacks.NONE, 0)).reasons());
    assertEquals(
        ACCEPTED,
        PlainNight.ordinary().brings(wire(new Lacks(2, 2, 2, 8), Lacks.NONE, 0)).reasons());
    assertEquals(
        List.of("fields.changed Wire"),
        PlainNight.ordinary().brings(wire(Lacks.NONE, new Lacks(0, 20, 0, 0), 0)).reasons());
    assertEquals(
        "Wire: 30 of 100 new articles have no body, 30 %; usual are 0 %.",
        PlainNight.ordinary()
            .brings(wire(new Lacks(0, 30, 0, 0), Lacks.NONE, 0))
            .verdict()
            .reasons()
            .getFirst()
            .sentence());
  }

  @Test
  void refusesDaysThatShift() {
    assertEquals(
        List.of("dates.changed Wire"),
        PlainNight.ordinary().brings(wire(Lacks.NONE, Lacks.NONE, 20)).reasons());
    for (int days : new int[] {-365, -1, 1, 2, 365}) {
      var shifted = PlainNight.arrivals("Wire", YESTERDAY.plusDays(days), 60);
      List<String> reasons = PlainNight.ordinary().brings("Wire", 40).alsoBrings(shifted).reasons();
      assertEquals("dates.added Wire", reasons.isEmpty() ? "" : reasons.getFirst(), "by " + days);
    }
  }

  /// From 200 articles on, 5 % of the archive; from 20 on, half of it.
  @ParameterizedTest
  @CsvSource({
    "10, 200, 300, true",
    "9, 200, 300, false",
    "10, 200, 500, false", // less than half of the share
    "10, 199, 300, false",
    "10, 20, 300, true",
    "9, 20, 300, false",
    "10, 19, 300, false"
  })
  void rejectsThatAreMuchOfTheArchiveAreRefusedFromHalfOfTheShare(
      long records, long live, long of, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("rejects") : ACCEPTED,
        young(live, 40, 0).rejects(records, of).reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "10, 200, true",
    "6, 200, false", // 3 % with what is usual
    "10, 199, false", // the past of 15 articles proves little
    "10, 21, false",
    "10, 20, true",
    "10, 19, false"
  })
  void emptiedFieldsThatAreMuchOfTheArchiveNeedNoPast(long without, long live, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("fields.added") : ACCEPTED,
        young(live, 40, 0).brings(lacking("Wire", new Lacks(0, 0, without, 0))).reasons().stream()
            .filter("fields.added"::equals)
            .toList());
  }

  /// A byline is missing by habit; yet none of 15 and ten of 40 is more than chance, and counts
  /// where it is much of an archive that is not small.
  @ParameterizedTest
  @CsvSource({
    "10, 200, true",
    "6, 200, false",
    "10, 199, false",
    "10, 21, false",
    "10, 20, false",
    "10, 19, false"
  })
  void aHabitIsHeldAgainstItsOwnVariance(long without, long live, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("fields.added") : ACCEPTED,
        young(live, 40, 0).brings(lacking("Wire", new Lacks(0, 0, 0, without))).reasons());
  }

  @ParameterizedTest
  @CsvSource({"200, true", "199, false"})
  void aNewSourceHasNoAccidentsByHabitUnlessTheArchiveIsSmall(long live, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("fields.added Gazette", "fields.added") : ACCEPTED,
        young(live, 40, 0).brings(lacking("Gazette", new Lacks(0, 40, 0, 0))).reasons());
  }

  @ParameterizedTest
  @CsvSource({"20, 10, true", "60, 30, true", "60, 3, false"})
  void halfOfASmallArchiveDoesNotGo(long live, long gone, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("articles.absent", "articles.gone") : ACCEPTED,
        young(live, 40, gone).reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "42, 577, true",
    "40, 577, false", // not nearly three times
    "42, 10000, false", // a small part of the archive
    "42, 199, false", // 20 more are always fine in a small one
    "49, 199, true"
  })
  void aFloodOfASmallSourceIsRefusedWhereItIsMuchOfTheArchive(
      long added, long live, boolean isRefused) {
    var night = PlainNight.after(35).counts(new Counts(live, live + added, added, 0, 0, 0, 0));
    for (int i = 0; i < 35; i++) {
      LocalDate day = YESTERDAY.minusDays(35L - i);
      night.pastBrings(i, PlainNight.arrivals("Post", day, 14));
    }

    assertEquals(
        isRefused ? List.of("source.volume Post") : ACCEPTED,
        night.brings("Post", added).reasons());
  }

  /// The second night of an archive; of the Wire it knows 15 articles.
  private static PlainNight young(long live, long added, long absent) {
    return PlainNight.after(1)
        .pastBrings(0, PlainNight.arrivals("Wire", YESTERDAY.minusDays(1), 15))
        .counts(new Counts(live, live + added - absent, added, 0, 0, absent, 0));
  }

  private static Arrivals lacking(String source, Lacks without) {
    return new Arrivals(source, YESTERDAY, 40, 0, 0, 0, without, Lacks.NONE, 0);
  }

  private static Arrivals wire(Lacks without, Lacks lost, long moved) {
    return new Arrivals("Wire", YESTERDAY, 100, 40, 0, 0, without, lost, moved);
  }
}
