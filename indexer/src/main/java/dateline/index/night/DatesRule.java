package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.ShareRule.Count;
import dateline.index.night.Timeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Refuses a night on which days of publication shift.
///
/// The days of changed articles move for few of them. New articles are compared with the age that
/// is usual for their source when a run starts: half a day and more above or below it counts as
/// older or newer. That takes four weeks of nights, so in a younger archive only changed articles
/// are looked at. In an older one a week of its own says enough of a source that joined late.
final class DatesRule {
  /// How far a run may start from its usual hour before newer articles are no wonder.
  private static final Duration USUAL_HOUR = Duration.ofHours(3);

  /// Runs whose hours are looked at.
  private static final int RUNS = 28;

  /// So many nights with articles of a source say what their usual age is. Fewer may all have had
  /// their run at another hour.
  private static final int NIGHTS_LEAST = 7;

  /// So many of a source that has come for four weeks, and comes once a week.
  private static final int EDITIONS_LEAST = 3;

  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Duration DAY = Duration.ofDays(1);

  private static final ShareRule MOVED =
      new ShareRule(
          "dates.changed",
          "changed articles have another day of publication than before",
          (_, arrivals) -> arrivals.moved(),
          (_, arrivals) -> arrivals.changed(),
          false);

  private static final Count FUTURE =
      (stretch, arrivals) -> {
        LocalDate day = arrivals.day();
        boolean isFuture =
            day != null && day.isAfter(LocalDate.ofInstant(stretch.to(), ZoneOffset.UTC));
        return isFuture ? arrivals.added() : 0;
      };

  private final Evidence evidence;

  /// The usual age of the articles of each source that is known long enough.
  private final Map<String, Duration> usualAges = new HashMap<>();

  private DatesRule(Evidence evidence) {
    this.evidence = evidence;
    for (Arrivals arrivals : evidence.night().tonight().arrivals()) {
      if (isKnown(arrivals.source())) {
        usualAges.computeIfAbsent(arrivals.source(), this::usualAge);
      }
    }
  }

  static void judge(Evidence evidence, Findings findings) {
    MOVED.judge(evidence, findings);
    if (evidence.history().isGrownUp()) {
      new DatesRule(evidence).judge(findings);
    }
  }

  private boolean isKnown(String source) {
    History history = evidence.history();
    long least = history.isGrownUp(source) ? EDITIONS_LEAST : NIGHTS_LEAST;
    return history.nights(source) >= least;
  }

  private void judge(Findings findings) {
    rule("new articles are dated later than the night itself", FUTURE).judge(evidence, findings);
    rule("new articles are older than usual", this::older).judge(evidence, findings);
    if (isUsualHour()) {
      rule("new articles are newer than usual", this::newer).judge(evidence, findings);
    }
  }

  private ShareRule rule(String trait, Count count) {
    return new ShareRule(
        "dates.added",
        trait,
        (stretch, arrivals) ->
            usualAges.containsKey(arrivals.source()) ? count.of(stretch, arrivals) : 0,
        (_, arrivals) ->
            usualAges.containsKey(arrivals.source()) && arrivals.day() != null
                ? arrivals.added()
                : 0,
        true);
  }

  /// A run that makes up for nights without one brings articles that are older by as much.
  private long older(Stretch stretch, Arrivals arrivals) {
    LocalDate day = arrivals.day();
    Duration usual = usualAges.get(arrivals.source());
    if (day == null || usual == null) {
      return 0;
    }
    Duration beyond = stretch.length().minus(DAY);
    Duration most = usual.plus(HALF_A_DAY).plus(beyond.isNegative() ? Duration.ZERO : beyond);
    return age(stretch, day).compareTo(most) >= 0 ? arrivals.added() : 0;
  }

  private long newer(Stretch stretch, Arrivals arrivals) {
    LocalDate day = arrivals.day();
    Duration usual = usualAges.get(arrivals.source());
    boolean isNewer =
        day != null && usual != null && age(stretch, day).compareTo(usual.minus(HALF_A_DAY)) < 0;
    return isNewer ? arrivals.added() : 0;
  }

  /// The median over the usual nights of a source, counted from noon.
  private Duration usualAge(String source) {
    var articles = new TreeMap<Duration, Long>();
    for (Stretch stretch : evidence.history().usualNights(source)) {
      for (Arrivals arrivals : stretch.run().arrivals()) {
        LocalDate day = arrivals.day();
        if (arrivals.source().equals(source) && day != null && arrivals.added() > 0) {
          articles.merge(age(stretch, day), arrivals.added(), Long::sum);
        }
      }
    }
    long left = articles.values().stream().mapToLong(Long::longValue).sum() / 2;
    for (var entry : articles.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    return HALF_A_DAY;
  }

  private static Duration age(Stretch stretch, LocalDate day) {
    return Duration.between(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), stretch.to());
  }

  /// Whether most runs of the past weeks started at about this hour.
  private boolean isUsualHour() {
    List<Stretch> past = evidence.timeline().stretches();
    List<Stretch> recent = past.subList(Math.max(0, past.size() - 1 - RUNS), past.size() - 1);
    Instant now = evidence.hours().to();
    long near =
        recent.stream()
            .map(stretch -> Math.floorMod(Duration.between(stretch.to(), now).toMinutes(), 24 * 60))
            .filter(minutes -> Math.min(minutes, 24 * 60 - minutes) <= USUAL_HOUR.toMinutes())
            .count();
    return 2 * near > recent.size();
  }
}
