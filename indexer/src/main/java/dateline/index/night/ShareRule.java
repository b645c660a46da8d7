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
/// @param pastLeast how many a source has to have had before its share can be told
record ShareRule(String check, String trait, Count part, Count whole, long pastLeast) {
  /// What a source without a past is taken to have: one in twenty, with the weight of twenty
  /// articles.
  private static final double PRIOR_PART = 1;

  private static final double PRIOR_WHOLE = 20;

  /// A trait has to become more frequent by this much: less is a change of habit.
  private static final double RISE = 0.1;

  /// Counts some of the articles that a run brought.
  interface Count {
    long of(Stretch stretch, Arrivals arrivals);
  }

  /// Tonight's count beside the past share.
  private record Tally(long part, long whole, double usual) {
    double surplus() {
      return part - usual * whole;
    }
  }

  void judge(Evidence evidence, Findings findings) {
    Shares limit = evidence.thresholds().shares();
    long part = 0;
    long whole = 0;
    double usual = 0;
    for (String source : sources(evidence)) {
      List<Stretch> past = evidence.history().usualNights(source);
      if (sum(this.whole, past, source) < pastLeast) {
        continue;
      }
      Tally tally = tally(evidence, source, past);
      if (isTooMany(tally, limit)) {
        findings.refuse(finding(source, tally));
      }
      part += tally.part();
      whole += tally.whole();
      usual += tally.usual() * tally.whole();
    }
    if (whole > 0) {
      var all = new Tally(part, whole, usual / whole);
      double most = limit.archive() * evidence.night().counts().candidate();
      if (all.surplus() > Math.max(most, 1)
          && Odds.atLeast(part, whole, all.usual()) < limit.chance()) {
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

  private Tally tally(Evidence evidence, String source, List<Stretch> past) {
    List<Stretch> tonight = List.of(evidence.timeline().last());
    double usual =
        (sum(part, past, source) + PRIOR_PART) / (sum(whole, past, source) + PRIOR_WHOLE);
    return new Tally(sum(part, tonight, source), sum(whole, tonight, source), usual);
  }

  private static boolean isTooMany(Tally tally, Shares limit) {
    double accepted = Math.min(tally.usual() + limit.margin(), 1);
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
