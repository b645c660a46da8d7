package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.night.Verdict.Finding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Tries the judge on invented nights, ordinary and damaged ones; [NightGenerator], [Newspaper] and
/// [Fault] say what they are made of, [Damage] which ones have to be refused.
///
/// `-Dtest.counts=long` tries 10,000 ordinary nights instead of 500, and the faults on 1,000
/// instead of 40; `-Dtest.seed=N` makes others. `-Dtest.night=N` tries the faults on that one
/// night.
final class JudgeTrialTest {
  private static final boolean IS_LONG = System.getProperty("test.counts", "short").equals("long");
  private static final long SEED = Long.getLong("test.seed", 1);
  private static final @Nullable Long ONE = Long.getLong("test.night");

  /// Seeds of nights lie so far from those of the next run.
  private static final long APART = 1_000_000;

  private record Cell(Fault fault, double size) {}

  /// Of the nights with one fault in one size.
  private static final class Tally {
    private int nights;
    private int refused;
    private int must;
    private int missed;
  }

  @Test
  void refusesAtMostOneOrdinaryNightInAHundred() {
    int nights = IS_LONG ? 10_000 : 200;

    List<String> refused =
        LongStream.range(0, nights)
            .parallel()
            .mapToObj(i -> NightGenerator.night(SEED * APART + i))
            .flatMap(sample ->
                sample.verdict(sample.night()).reasons().stream()
                    .limit(1)
                    .map(reason -> described(sample, reason)))
            .toList();

    print("%d of %,d ordinary nights refused%n".formatted(refused.size(), nights));
    refused.stream().limit(20).forEach(line -> print(line + "\n"));
    assertTrue(refused.size() <= nights / 100, () -> refused.size() + " false alarms" + repeat());
  }

  @Test
  void refusesEveryNightThatDamagesTheArchiveOrASource() {
    int nights = IS_LONG ? 1_000 : 15;
    SortedMap<Cell, Tally> tallies =
        new TreeMap<>(Comparator.comparing(Cell::fault).thenComparingDouble(Cell::size));

    List<String> missed =
        (ONE == null
                ? LongStream.range(0, nights).map(i -> SEED * APART + APART / 2 + i)
                : LongStream.of(ONE))
            .parallel()
            .mapToObj(NightGenerator::night)
            .flatMap(sample -> missed(sample, tallies).stream())
            .sorted()
            .toList();

    tallies.forEach((cell, tally) ->
        print(
            String.format(
                Locale.ROOT,
                "%-22s %7s  refused %5.1f %%;  of %4d that had to be, missed %d%n",
                cell.fault(),
                cell.size(),
                100.0 * tally.refused / tally.nights,
                tally.must,
                tally.missed)));
    assertEquals(List.of(), missed, repeat());
  }

  /// Of nights with 20 to 199 live articles.
  @Test
  void refusesTheLossOfHalfOfASmallArchiveAndHardlyAnOrdinaryNight() {
    int nights = IS_LONG ? 2_000 : 80;
    List<Sample> small =
        LongStream.range(0, nights)
            .parallel()
            .mapToObj(i -> NightGenerator.smallNight(SEED * APART + i))
            .filter(sample -> sample.live().size() >= 20 && sample.live().size() < 200)
            .toList();
    SortedMap<Cell, Tally> tallies =
        new TreeMap<>(Comparator.comparing(Cell::fault).thenComparingDouble(Cell::size));

    long refused =
        small.stream().filter(sample -> !sample.verdict(sample.night()).isAccepted()).count();
    List<String> missed =
        small.stream()
            .flatMap(sample ->
                Arrays.stream(Fault.values())
                    .flatMap(fault -> Stream.of(new Cell(fault, 0.5), new Cell(fault, 1)))
                    .filter(cell -> isMissed(cell, sample, tallies))
                    .map(cell -> described(cell, sample)))
            .toList();

    int must = tallies.values().stream().mapToInt(tally -> tally.must).sum();
    print(
        "small archives: %d of %d ordinary nights refused, %d of %d halved ones missed%n"
            .formatted(refused, small.size(), missed.size(), must));
    assertTrue(must > 4 * small.size(), () -> "only " + must + " nights had to be refused");
    assertTrue(refused <= small.size() / 100, () -> refused + " false alarms" + repeat());
    assertEquals(List.of(), missed, repeat());
  }

  @Test
  void aSeedAlwaysGivesTheSameNight() {
    for (long seed = 0; seed < 5; seed++) {
      assertEquals(NightGenerator.night(seed).night(), NightGenerator.night(seed).night());
    }
  }

  private static List<String> missed(Sample sample, SortedMap<Cell, Tally> tallies) {
    return Arrays.stream(Fault.values())
        .flatMap(fault -> fault.sizes().stream().map(size -> new Cell(fault, size)))
        .filter(cell -> isMissed(cell, sample, tallies))
        .map(cell -> described(cell, sample))
        .toList();
  }

  private static boolean isMissed(Cell cell, Sample sample, SortedMap<Cell, Tally> tallies) {
    Damage.DamagedNight damaged = Damage.of(cell.fault(), cell.size(), sample, sample.seed());
    boolean isRefused = !sample.verdict(damaged.night()).isAccepted();
    boolean isMissed = damaged.mustBeRefused() && !isRefused;
    synchronized (tallies) {
      Tally tally = tallies.computeIfAbsent(cell, _ -> new Tally());
      tally.nights++;
      tally.refused += isRefused ? 1 : 0;
      tally.must += damaged.mustBeRefused() ? 1 : 0;
      tally.missed += isMissed ? 1 : 0;
    }
    return isMissed;
  }

  private static String described(Cell cell, Sample sample) {
    return cell.fault() + " " + cell.size() + ", seed " + sample.seed();
  }

  private static String described(Sample sample, Finding reason) {
    return "seed " + sample.seed() + ": " + reason.check() + ", " + reason.sentence();
  }

  private static String repeat() {
    return "; again: mvn -pl indexer -am verify -Dtest=JudgeTrialTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
        + SEED
        + (IS_LONG ? " -Dtest.counts=long" : "");
  }

  private static void print(String line) {
    System.out.print(line);
  }
}
