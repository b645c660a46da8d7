package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Night.Counts;
import dateline.index.night.Thresholds.Volume;
import dateline.index.night.Verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// Refuses a night on which a source brings far fewer or far more new articles than in the same
/// hours of the past four weeks.
///
/// A source with 20 and more articles in each of those is refused at half of them. For smaller
/// ones, on holidays, and where fewer than three of the weeks can be compared, half is an ordinary
/// accident: of twenty Poisson nights around 10 articles, one has 5 or fewer. They are refused when
/// a slow night, [#SLOW] of the usual, would bring so few by chance less often than the threshold
/// says.
final class VolumeRule {
  /// The slowest ordinary news day as a share of the usual one.
  private static final double SLOW = 0.7;

  /// Nights without a run before tonight: more than this since the last one.
  private static final double CATCH_UP_NIGHTS = 1.5;

  /// What is expected of several nights together is the median of their sums, or the sum of their
  /// medians; the two differ by so much.
  private static final double EITHER_SUM = 1.08;

  /// From this share of older articles on, a source brings what nights without a run left out.
  private static final double REACHES_BACK = 0.15;

  /// The largest run of the past five weeks says what a source can bring at once; so much more is
  /// growth.
  private static final double LARGEST = 1.5;

  /// Great news brings up to this many times the expected articles.
  private static final double NEWS = 2;

  /// What comes on top of that where few are expected, as a share of them.
  private static final double NEWS_OF_FEW = 0.9;

  private static final double CHANCE_OF_FEW = 0.01;

  private final Evidence evidence;
  private final Findings findings;
  private final Volume limit;

  private VolumeRule(Evidence evidence, Findings findings) {
    this.evidence = evidence;
    this.findings = findings;
    limit = evidence.thresholds().volume();
  }

  static void judge(Evidence evidence, Findings findings) {
    if (evidence.history().isGrownUp()) {
      new VolumeRule(evidence, findings).judge();
    }
  }

  private void judge() {
    SortedSet<String> sources = new TreeSet<>(evidence.history().sources());
    evidence.hours().tonight().stream()
        .flatMap(stretch -> stretch.run().arrivals().stream())
        .forEach(arrivals -> sources.add(arrivals.source()));
    if (evidence.night().tonight().read() == 0) {
      judgeEmpty(sources);
      return;
    }
    sources.forEach(this::judge);
  }

  /// Nothing was delivered, so nothing can be damaged; yet somebody should know.
  private void judgeEmpty(SortedSet<String> sources) {
    Instant from = evidence.hours().from();
    double expected =
        sources.stream()
            .flatMap(source -> Expectation.of(source, evidence, from).stream())
            .mapToDouble(Expectation::articles)
            .sum();
    if (expected >= 1) {
      findings.note(
          new Finding(
              "delivery.empty",
              "",
              0,
              expected,
              String.format(
                  Locale.ROOT,
                  "The delivery is empty; about %,.0f new articles were expected.",
                  expected)));
    }
  }

  private void judge(String source) {
    long added = History.sum(evidence.hours().tonight(), source, Arrivals::added);
    if (evidence.history().isNew(source)) {
      findings.note(
          new Finding(
              "source.new",
              source,
              added,
              0,
              String.format(
                  Locale.ROOT, "%s is new, with %,d articles.", SourceName.of(source), added)));
    } else if (evidence.history().isGrownUp(source)) {
      Instant from = evidence.hours().from();
      Expectation.of(source, evidence, from)
          .ifPresent(expected -> judgeJump(source, added, expected));
      Instant reach = reachOf(source, added);
      double fall = reach.equals(from) && isCatchUp() ? EITHER_SUM * limit.fall() : limit.fall();
      Expectation.of(source, evidence, reach)
          .ifPresent(expected -> judgeFall(source, added, expected, fall));
    }
  }

  private boolean isCatchUp() {
    return evidence.hours().nights() >= CATCH_UP_NIGHTS;
  }

  private void judgeFall(String source, long added, Expectation expected, double fall) {
    boolean isLow =
        expected.isAlways(limit.fallFrom())
            ? added <= fall * expected.articles()
            : Odds.atMost(added, SLOW * expected.articles())
                < evidence.thresholds().shares().chance();
    if (isLow && !evidence.thresholds().ended().contains(source)) {
      findings.refuse(
          new Finding(
              "source.volume",
              source,
              added,
              fall * expected.articles(),
              String.format(
                  Locale.ROOT,
                  "%s brought %,d new articles, about %,.0f were expected. If it has stopped for good, name it in %s under %s.",
                  SourceName.of(source),
                  added,
                  expected.articles(),
                  Thresholds.FILE,
                  Setting.ENDED.key)));
    }
  }

  private void judgeJump(String source, long added, Expectation expected) {
    double usual = limit.jump() * expected.articles();
    double most =
        limit.jumpCount() + Math.max(usual, LARGEST * evidence.history().mostAdded(source));
    if (added > most || isFlood(added, expected.articles())) {
      findings.refuse(
          new Finding(
              "source.volume",
              source,
              added,
              most,
              String.format(
                  Locale.ROOT,
                  "%s brought %,d new articles, about %,.0f were expected.",
                  SourceName.of(source),
                  added,
                  expected.articles())));
    }
  }

  /// Whether a source brings much of the archive and more than great news does. A small source may
  /// bring nearly three times its usual number, and what chance does to so few; in a small archive
  /// the number that is always fine is so there too.
  private boolean isFlood(long added, double expected) {
    Counts counts = evidence.night().counts();
    double few = limit.jumpCount();
    if (!counts.isSmall()) {
      few = Math.min(few, NEWS_OF_FEW * expected);
    }
    return added - expected > limit.archive() * counts.live()
        && added > NEWS * expected + few
        && Odds.atLeast(added, Math.max(1, expected)) < CHANCE_OF_FEW;
  }

  /// From when on a source has to bring articles: all the time since the last run, or the last day
  /// alone when nights without a run came before and the source, as a feed of the newest articles
  /// does, brings nothing of them.
  private Instant reachOf(String source, long added) {
    if (!isCatchUp()) {
      return evidence.hours().from();
    }
    Instant to = evidence.hours().to();
    LocalDate before = LocalDate.ofInstant(to.minus(Duration.ofHours(36)), ZoneOffset.UTC);
    long older =
        History.sum(
            evidence.hours().tonight(),
            source,
            arrivals -> {
              LocalDate day = arrivals.day();
              return day != null && !day.isAfter(before) ? arrivals.added() : 0;
            });
    return older >= REACHES_BACK * added ? evidence.hours().from() : to.minus(Duration.ofDays(1));
  }
}
