package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.night.Night.Counts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In [PlainNight], 130 articles of 10,000 are new and 10 replaced.
final class PanelRuleTest {
  private static final List<String> BEST = ids(0);

  @ParameterizedTest
  @CsvSource({
    "1000, 990, false", // all ten replaced ones may have matched
    "1000, 989, true",
    "1000, 1140, false", // all new ones and all replaced ones may match
    "1000, 1141, true",
    "3, 0, false",
    "0, 140, false",
    "0, 141, true"
  })
  void totalsHaveExactBounds(long before, long after, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("panel.totals tax") : List.of(),
        PlainNight.ordinary().panel(answer(before, after, BEST, 0, true)).reasons());
  }

  @Test
  void severalTotalsThatShrinkAreRefusedWithinTheBounds() {
    assertEquals(
        List.of("panel.totals"),
        PlainNight.ordinary()
            .panel(answer(1000, 991, BEST, 0, true), answer(800, 792, BEST, 0, true))
            .reasons());
  }

  @Test
  void newArticlesThatNoSearchFindsAreRefused() {
    assertEquals(
        List.of("panel.new"),
        PlainNight.ordinary()
            .panel(answer(3000, 3000, BEST, 0, true), answer(2000, 1999, BEST, 0, true))
            .reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 300, 3005, 2005, true", // 150 were expected
    "10000, 300, 3060, 2030, false",
    "10000, 600, 3090, 2060, true", // half of 300
    "10000, 600, 3140, 2100, false",
    "4000, 4100, 4500, 3000, true", // more than there were
    "4000, 4100, 6000, 4000, false"
  })
  void newArticlesThatAreFoundLessThanOthersAreRefused(
      long live, long added, long first, long second, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("panel.new") : List.of(),
        PlainNight.after(3)
            .counts(new Counts(live, live + added, added, 0, 0, 0, 0))
            .panel(answer(3000, first, BEST, 0, true), answer(2000, second, BEST, 0, true))
            .reasons());
  }

  @ParameterizedTest
  @CsvSource({"200, true", "199, false"})
  void moreThanASmallArchiveHoldsIsAnotherArchive(long live, boolean isRefused) {
    assertEquals(
        isRefused ? List.of("panel.new") : List.of(),
        PlainNight.after(3)
            .counts(new Counts(live, 2 * live + 1, live + 1, 0, 0, 0, 0))
            .panel(answer(100, 100, BEST, 0, true), answer(80, 80, BEST, 0, true))
            .reasons());
  }

  @Test
  void aSearchThatFindsEverythingHidesNoArticlesThatOthersMiss() {
    var all = answer(1000, 1100, BEST, 0, true);
    var other = answer(300, 303, BEST, 0, true);

    assertEquals(
        List.of("panel.new"),
        PlainNight.after(3)
            .counts(new Counts(1000, 1100, 100, 0, 0, 0, 0))
            .panel(all, all, other, other)
            .reasons());
  }

  @Test
  void bestArticlesMayLeaveForNewOnesAndNotWithoutACause() {
    var other = answer(1000, 1010, ids(5), 0, true);
    var same = answer(1000, 1010, BEST, 0, true);

    assertEquals(List.of("panel.ranks"), PlainNight.ordinary().panel(other, other).reasons());
    assertEquals(List.of(), PlainNight.ordinary().panel(other, same, same).reasons());
    assertEquals(
        List.of(),
        PlainNight.ordinary()
            .panel(answer(1000, 1010, ids(5), 3, true), answer(1000, 1010, ids(5), 3, true))
            .reasons());
    assertEquals(
        List.of(),
        PlainNight.ordinary()
            .panel(answer(20, 60, ids(5), 0, true), answer(20, 60, ids(5), 0, true))
            .reasons());
  }

  @Test
  void anotherAnalysisMayChangeSomeSearches() {
    var broken = answer(1000, 700, ids(9), 0, false);
    var same = answer(1000, 1010, BEST, 0, false);

    assertEquals(
        List.of(),
        PlainNight.ordinary().panel(broken, broken, same, same, same, same, same, same).reasons());
    assertEquals(
        List.of("panel.other-analysis"),
        PlainNight.ordinary()
            .panel(broken, broken, broken, broken, same, same, same, same, same, same)
            .reasons());
  }

  @Test
  void whereOnlyNamesWereLearnedAnewOtherSearchesKeepTheirBounds() {
    var name = answer(1000, 700, ids(9), 0, false);
    var sound = answer(1000, 1010, BEST, 0, true);
    var lost = answer(1000, 700, BEST, 0, true);

    assertEquals(
        List.of(),
        PlainNight.ordinary()
            .panel(name, name, sound, sound, sound, sound, sound, sound, sound, sound)
            .reasons());
    assertEquals(
        List.of("panel.totals tax"),
        PlainNight.ordinary()
            .panel(name, name, lost, sound, sound, sound, sound, sound, sound, sound)
            .reasons());
  }

  private static List<String> ids(int from) {
    return IntStream.range(from, from + 10).mapToObj(Integer::toString).toList();
  }

  private static PanelAnswer answer(
      long before, long after, List<String> best, int changed, boolean isSameAnalysis) {
    return new PanelAnswer("tax", before, after, BEST, best, changed, isSameAnalysis);
  }
}
