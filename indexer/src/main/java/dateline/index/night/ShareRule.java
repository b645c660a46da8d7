package dateline.index.night;

import dateline.corpus.store.Arrivals;
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
record ShareRule(String check, String trait, Count part, Count whole) {
  /// What a source without a past is taken to have: one in twenty, with the weight of two articles.
  private static final double PRIOR_PART = 0.1;

  private static final double PRIOR_WHOLE = 2;

  /// A trait has to become more frequent by this much: less is a change of habit.
  private static final double RISE = 0.1;

  /// Counts some of the articles that a run brought.
  interface Count {
    long of(Stretch stretch, Arrivals arrivals);
  }

  /// Tonight's count beside the past share.
  ///
  /// @param most that the past share may be in truth: few articles of the past prove little. The
  ///   rule of succession with two more that have the trait
  private record Tally(long part, long whole, double usual, double most) {
    double surplus() {
      return part - usual * whole;
    }
  }

  void judge(Evidence evidence, Findings findings) {
    Shares limit = evidence.thresholds().shares();
    long part = 0;
    long whole = 0;
    double usual = 0;
    double mostUsual = 0;
    for (String source : sources(evidence)) {
      Tally tally = tally(evidence, source);
      if (isTooMany(tally, limit)) {
        findings.refuse(finding(source, tally));
      }
      part += tally.part();
      whole += tally.whole();
      usual += tally.usual() * tally.whole();
      mostUsual += tally.most() * tally.whole();
    }
    if (whole > 0) {
      var all = new Tally(part, whole, usual / whole, mostUsual / whole);
      double most = limit.archive() * evidence.night().counts().candidate();
      if (all.surplus() > Math.max(most, 1)
          && Odds.atLeast(part, whole, all.most()) < limit.chance()) {
        findings.refuse(finding("", all));
      }
    }
  }

  /// Tonight's sources that have a past. A new one has no usual share.
  private static SortedSet<String> sources(Evidence evidence) {
    var sources = new TreeSet<String>();
    for (Arrivals arrivals : evidence.night().tonight().arrivals()) {
      if (!evidence.history().isNew(arrivals.source())) {
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
    return new Tally(sum(part, tonight, source), sum(whole, tonight, source), usual, most);
  }

  private static boolean isTooMany(Tally tally, Shares limit) {
    double accepted = Math.min(tally.most() + limit.margin(), 1);
    return tally.surplus() > limit.count()
        && tally.surplus() > RISE * tally.whole()
        && Odds.atLeast(tally.part(), tally.whole(), accepted) < limit.chance();
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
