package dateline.index.night;

import dateline.index.night.Timeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the runs of past weeks that covered the same hours as tonight's.
///
/// Runs do not start on the minute, some nights have none, and some have three. So tonight is every
/// run of the last 14 hours, together with the time that they cover: from the start of the run
/// before them. In a past week, the runs that ended within the same hours count when they cover
/// about as much time; else that week is left out, since its figures mix other nights in.
final class SameHours {
  /// A run that is repeated or resumed belongs to the night; last night's does not, though it was
  /// late by eight hours.
  private static final Duration TONIGHT = Duration.ofHours(14);

  /// By how much a run may start later than tonight's and still belong to the same hours, as a
  /// share of the usual time between runs: four hours of a day, ten minutes of an hour.
  private static final int SLACK = 6;

  /// A day counts when the hours covered reach this far into it: a run at four in the morning, or
  /// late by some hours, still brings the day before.
  private static final Duration PART_OF_DAY = Duration.ofHours(10);

  private static final int WEEKS = 4;
  private static final double COVER_LEAST = 0.7;
  private static final double COVER_MOST = 1.6;

  private final Timeline timeline;
  private final ZoneId zone;
  private final Holidays holidays;
  private final List<Stretch> tonight;
  private final Duration slack;

  SameHours(Timeline timeline, ZoneId zone, Holidays holidays) {
    this.timeline = timeline;
    this.zone = zone;
    this.holidays = holidays;
    Instant now = timeline.last().to();
    tonight = timeline.between(now.minus(TONIGHT), now);
    slack = timeline.usualLength().dividedBy(SLACK);
  }

  Instant from() {
    return tonight.getFirst().from();
  }

  Instant to() {
    return timeline.last().to();
  }

  List<Stretch> tonight() {
    return tonight;
  }

  boolean isHoliday() {
    return isHoliday(from(), to());
  }

  /// Nights that tonight stands for; more than one after nights without a run.
  double nights() {
    return Math.max(1, Duration.between(from(), to()).toHours() / 24.0);
  }

  /// The runs of each past week that can be compared, at most four. Each comes with those of the
  /// same weekday.
  List<List<Stretch>> weeks(Instant from) {
    return weeks(from, 0);
  }

  /// The same for the seven weekdays, tonight's first. For a holiday, which is like the quietest
  /// one.
  List<List<List<Stretch>>> weekdays(Instant from) {
    return IntStream.range(0, 7)
        .mapToObj(day -> weeks(from, day))
        .filter(weeks -> !weeks.isEmpty())
        .toList();
  }

  private List<List<Stretch>> weeks(Instant from, int daysBefore) {
    var weeks = new ArrayList<List<Stretch>>();
    for (int days = daysBefore == 0 ? 7 : daysBefore; days <= 7 * WEEKS; days += 7) {
      shifted(from, days).ifPresent(weeks::add);
    }
    return weeks;
  }

  private Optional<List<Stretch>> shifted(Instant from, int days) {
    Instant first = earlier(from, days);
    Instant last = earlier(to(), days);
    List<Stretch> runs = timeline.between(first.plus(slack), last.plus(slack));
    Duration covered = runs.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    double share = (double) covered.toSeconds() / Duration.between(first, last).toSeconds();
    boolean isComparable = share >= COVER_LEAST && share <= COVER_MOST && !isHoliday(first, last);
    return isComparable ? Optional.of(runs) : Optional.empty();
  }

  /// The same hour of the clock on an earlier day, through changes of daylight saving time.
  private Instant earlier(Instant time, int days) {
    return time.atZone(zone).minusDays(days).toInstant();
  }

  private boolean isHoliday(Instant from, Instant to) {
    Duration half = Duration.between(from, to).dividedBy(2);
    Duration inner = half.compareTo(PART_OF_DAY) < 0 ? half : PART_OF_DAY;
    LocalDate first = from.plus(inner).atZone(zone).toLocalDate();
    LocalDate last = to.minus(inner).atZone(zone).toLocalDate();
    return first.datesUntil(last.plusDays(1)).anyMatch(holidays::include);
  }
}
