package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Night.Counts;
import dateline.index.night.Thresholds.Shares;
import dateline.index.night.Timeline.Stretch;
import dateline.index.night.Verdict.Finding;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// Refuses a night on which too many of a source's articles have a trait, such as no byline,
/// compared with the source's own past; or too many over all sources, compared with the archive.
///
/// @param check the finding's name
/// @param trait completes "40 of 60 …", such as "new articles have no byline"
/// @param part how many articles have the trait
/// @param whole of how many
/// @param isHabit whether some sources have the trait often, each in its own share
record ShareRule(String check, String trait, Count part, Count whole, boolean isHabit) {
  /// What a source without a past is taken to have: one in twenty, with the weight of two articles.
  private static final double PRIOR_PART = 0.1;

  private static final double PRIOR_WHOLE = 2;

  /// A trait has to become more frequent by this much: less is a change of habit.
  private static final double RISE = 0.1;

  /// Up to this share, a trait that is no habit is an accident. Then no odds are asked for where it
  /// hit much of the archive: that may be too few articles for them.
  private static final double RARE = 0.06;

  /// What a source without a past has of a habit: one in three, with the weight of three articles.
  private static final double HABIT_PART = 1;

  private static final double HABIT_WHOLE = 3;

  /// A habit may hide much of a young archive, so that every night is a large part of it. There a
  /// surplus counts from so many standard deviations on, which one night in twenty has. In an
  /// archive of some weeks no such surplus comes by chance.
  private static final double UNUSUAL_HABIT = 1.65;

  /// Half of the articles of a large source are not to be damaged unnoticed. Some of them would
  /// have had the trait anyway, so the surplus is less.
  private static final double NEARLY_HALF = 0.28;

  /// So many times the usual chance is proof enough then: few nights come near to it by accident.
  private static final double EASIER = 10;

  /// Counts some of the articles that a run brought.
  interface Count {
    long of(Stretch stretch, Arrivals arrivals);
  }

  /// What is to be expected of a habit, and how far chance may lead away from it.
  ///
  /// @param articles that have the trait
  /// @param variance of that count, with that of the share, which comes from few articles
  private record Habit(double articles, double variance) {
    static final Habit NONE = new Habit(0, 0);

    static Habit of(long pastPart, long pastWhole, long tonight) {
      double whole = pastWhole + HABIT_WHOLE;
      double share = (pastPart + HABIT_PART) / whole;
      double one = share * (1 - share);
      return new Habit(tonight * share, tonight * one * (1 + tonight / whole));
    }

    Habit plus(Habit other) {
      return new Habit(articles + other.articles, variance + other.variance);
    }
  }

  /// Tonight's count beside the past share.
  ///
  /// @param most that the past share may be in truth: few articles of the past prove little. The
  ///   rule of succession with two more that have the trait
  private record Tally(long part, long whole, double usual, double most, Habit habit) {
    double surplus() {
      return part - usual * whole;
    }
  }

  void judge(Evidence evidence, Findings findings) {
    long part = 0;
    long whole = 0;
    double usual = 0;
    double mostUsual = 0;
    Habit habit = Habit.NONE;
    for (String source : sources(evidence)) {
      Tally tally = tally(evidence, source);
      boolean isUnusual = !evidence.history().isNew(source) && isTooMany(tally, source, evidence);
      boolean isAlone = !isHabit && !evidence.night().counts().isSmall();
      if (isUnusual || (isAlone && isPartOfArchive(tally, evidence))) {
        findings.refuse(finding(source, tally));
      }
      part += tally.part();
      whole += tally.whole();
      usual += tally.usual() * tally.whole();
      mostUsual += tally.most() * tally.whole();
      habit = habit.plus(tally.habit());
    }
    if (whole > 0) {
      var all = new Tally(part, whole, usual / whole, mostUsual / whole, habit);
      if (isPartOfArchive(all, evidence)) {
        findings.refuse(finding("", all));
      }
    }
  }

  /// Tonight's sources. A new one has no usual share; yet no source is taken to have accidents by
  /// habit. In a small archive it may be what the archive is begun with, of whatever kind.
  private SortedSet<String> sources(Evidence evidence) {
    var sources = new TreeSet<String>();
    for (Arrivals arrivals : evidence.night().tonight().arrivals()) {
      if ((!isHabit && !evidence.night().counts().isSmall())
          || !evidence.history().isNew(arrivals.source())) {
        sources.add(arrivals.source());
      }
    }
    return sources;
  }

  private Tally tally(Evidence evidence, String source) {
    List<Stretch> tonight = List.of(evidence.timeline().last());
    List<Stretch> past = evidence.history().usualNights(source);
    if (sum(whole, past, source) == 0) {
      past = evidence.timeline().beforeLast(); // all that is known of it came in this very night
    }
    long pastPart = sum(part, past, source);
    long pastWhole = sum(whole, past, source);
    double usual = (pastPart + PRIOR_PART) / (pastWhole + PRIOR_WHOLE);
    double most = pastWhole == 0 ? usual : Math.max(usual, (pastPart + 2.0) / (pastWhole + 2));
    long all = sum(whole, tonight, source);
    return new Tally(
        sum(part, tonight, source), all, usual, most, Habit.of(pastPart, pastWhole, all));
  }

  /// Whether the trait hit too much of the archive beyond the usual, and not by chance.
  private boolean isPartOfArchive(Tally tally, Evidence evidence) {
    Shares limit = evidence.thresholds().shares();
    Counts counts = evidence.night().counts();
    long articles = counts.isSmall() ? counts.candidate() : counts.live();
    if (isHabit && !counts.isSmall()) {
      double surplus = tally.part() - tally.habit().articles();
      return surplus > limit.archive() * articles
          && surplus > UNUSUAL_HABIT * Math.sqrt(tally.habit().variance());
    }
    if (tally.surplus() <= Math.max(limit.archive() * articles, 1)) {
      return false;
    }
    boolean isDamage = !isHabit && counts.isDamage(tally.part());
    if (isDamage && tally.usual() <= RARE) {
      return true;
    }
    boolean isDoubted = isHabit || (counts.isSmall() && !isDamage);
    double accepted = isDoubted ? tally.most() : tally.usual();
    return Odds.atLeast(tally.part(), tally.whole(), accepted) < limit.chance();
  }

  private static boolean isTooMany(Tally tally, String source, Evidence evidence) {
    Shares limit = evidence.thresholds().shares();
    if (tally.surplus() <= limit.count() || tally.surplus() <= RISE * tally.whole()) {
      return false;
    }
    double accepted = Math.min(tally.most() + limit.margin(), 1);
    double odds = Odds.atLeast(tally.part(), tally.whole(), accepted);
    return odds < limit.chance()
        || (odds < EASIER * limit.chance() && isNearlyHalf(tally, source, evidence));
  }

  /// Whether nearly half of what a large source is expected to bring has the trait beyond the
  /// usual.
  private static boolean isNearlyHalf(Tally tally, String source, Evidence evidence) {
    long large = evidence.thresholds().volume().fallFrom();
    return Expectation.of(source, evidence, evidence.hours().from())
        .filter(expected -> expected.isAlways(large))
        .filter(expected -> tally.surplus() >= NEARLY_HALF * expected.articles())
        .isPresent();
  }

  private Finding finding(String source, Tally tally) {
    return new Finding(
        check,
        source,
        (double) tally.part() / tally.whole(),
        tally.usual(),
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d %s, %.0f %%; usual are %.0f %%.",
            source.isEmpty() ? "All sources" : source,
            tally.part(),
            tally.whole(),
            trait,
            100.0 * tally.part() / tally.whole(),
            100 * tally.usual()));
  }

  private static long sum(Count count, List<Stretch> runs, String source) {
    long sum = 0;
    for (Stretch stretch : runs) {
      for (Arrivals arrivals : stretch.run().arrivals()) {
        if (arrivals.source().equals(source)) {
          sum += count.of(stretch, arrivals);
        }
      }
    }
    return sum;
  }
}
