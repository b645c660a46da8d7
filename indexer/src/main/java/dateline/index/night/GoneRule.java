package dateline.index.night;

import dateline.index.night.Night.Counts;
import dateline.index.night.Thresholds.Gone;
import dateline.index.night.Thresholds.Replaced;
import dateline.index.night.Verdict.Finding;
import java.util.Locale;

/// Refuses a night on which articles disappear without a withdrawal, too many are withdrawn, or too
/// many come in another version.
final class GoneRule {
  private GoneRule() {}

  static void judge(Evidence evidence, Findings findings) {
    Counts counts = evidence.night().counts();
    judgeLost(counts, findings);
    judgeGone(counts, evidence.thresholds().gone(), findings);
    if (evidence.history().isGrownUp()) {
      judgeReplaced(counts, evidence.thresholds().replaced(), findings);
    }
  }

  private static void judgeLost(Counts counts, Findings findings) {
    long lost = counts.lost();
    if (lost != 0) {
      String sentence =
          lost > 0
              ? "%,d articles are gone and nobody withdrew them: the live generation has %,d, the new one %,d."
              : "The new generation has %,d articles more than the live one and the new ones together: %,d live, %,d in the new one.";
      findings.refuse(
          new Finding(
              "articles.lost",
              "",
              lost,
              0,
              String.format(
                  Locale.ROOT, sentence, Math.abs(lost), counts.live(), counts.candidate())));
    }
  }

  private static void judgeGone(Counts counts, Gone limit, Findings findings) {
    if (isBeyond(counts.absent(), limit.absent(), limit.count(), counts)) {
      findings.refuse(
          finding(
              "articles.absent",
              counts.absent(),
              limit.absent(),
              counts,
              "%,d of %,d articles are missing from the complete delivery, %.1f %%; up to %.1f %% is accepted. Was it cut off?"));
    }
    long gone = counts.withdrawn() + counts.absent() + counts.embargoed();
    if (isBeyond(gone, limit.share(), limit.count(), counts)) {
      findings.refuse(
          finding(
              "articles.gone",
              gone,
              limit.share(),
              counts,
              "%,d of %,d articles would leave the archive by withdrawal, absence or embargo, %.1f %%; up to %.1f %% is accepted."));
    }
  }

  private static void judgeReplaced(Counts counts, Replaced limit, Findings findings) {
    if (isBeyond(counts.replaced(), limit.share(), limit.count(), counts)) {
      findings.refuse(
          finding(
              "articles.replaced",
              counts.replaced(),
              limit.share(),
              counts,
              "%,d of %,d articles came in another version, %.1f %%; up to %.1f %% is accepted. Look at some of them before promoting the run."));
    }
  }

  private static boolean isBeyond(long count, double share, long always, Counts counts) {
    return count > always && count > share * counts.live();
  }

  private static Finding finding(
      String check, long count, double limit, Counts counts, String sentence) {
    double share = (double) count / counts.live();
    return new Finding(
        check,
        "",
        share,
        limit,
        String.format(Locale.ROOT, sentence, count, counts.live(), 100 * share, 100 * limit));
  }
}
