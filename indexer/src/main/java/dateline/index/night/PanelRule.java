package dateline.index.night;

import dateline.index.night.Night.Counts;
import dateline.index.night.Verdict.Finding;
import java.util.List;
import java.util.Locale;

/// Refuses a night on which searches are answered otherwise than the changed articles explain.
///
/// With the same analysis, an article that did not change matches what it matched before. So totals
/// have exact bounds, and one search outside them is enough. Best articles may also change since
/// new ones push them out and shift the statistics of terms: there, a share of the searches has to
/// drift. With another analysis both totals and best articles may change for a share of them.
final class PanelRule {
  /// New articles are on the day's events, and so more alike than the archive: they may match a
  /// search this many times as often as their number says.
  private static final double TOPICAL = 3;

  /// Best articles that may change places with their neighbours since terms became more or less
  /// rare.
  private static final int SLACK = 2;

  /// Articles too few in a total that are no evidence.
  private static final int FEW = 5;

  /// With another analysis a total may become so much smaller, or its inverse larger.
  private static final double KEPT = 0.7;

  private static final int SEARCHES_LEAST = 2;
  private static final int LISTED = 3;

  private final Counts counts;
  private final List<PanelAnswer> panel;
  private final Findings findings;

  private PanelRule(Evidence evidence, Findings findings) {
    counts = evidence.night().counts();
    panel = evidence.night().panel();
    this.findings = findings;
  }

  static void judge(Evidence evidence, Findings findings) {
    var rule = new PanelRule(evidence, findings);
    if (evidence.night().panel().stream().allMatch(PanelAnswer::isSameAnalysis)) {
      rule.judgeTotals();
      rule.judgeShrunk();
      rule.judgeNew();
      rule.judgeShare(
          "panel.ranks",
          rule.panel.stream().filter(rule::hasOtherBest).toList(),
          evidence.thresholds().panel().ranks(),
          "have best articles that new ones do not explain");
    } else {
      rule.judgeShare(
          "panel.other-analysis",
          rule.panel.stream().filter(rule::isUnlike).toList(),
          evidence.thresholds().panel().otherAnalysis(),
          "have quite other totals or best articles under the new analysis");
    }
  }

  private void judgeTotals() {
    for (PanelAnswer answer : panel) {
      long least = Math.max(0, answer.liveTotal() - gone() - counts.replaced());
      long most = answer.liveTotal() + counts.added() + counts.replaced();
      if (answer.candidateTotal() < least || answer.candidateTotal() > most) {
        findings.refuse(
            new Finding(
                "panel.totals",
                answer.search(),
                answer.candidateTotal(),
                answer.candidateTotal() < least ? least : most,
                String.format(
                    Locale.ROOT,
                    "The search %s finds %,d articles, and found %,d before; what came and went allows %,d to %,d.",
                    answer.search(),
                    answer.candidateTotal(),
                    answer.liveTotal(),
                    least,
                    most)));
      }
    }
  }

  /// Totals within the bounds, yet smaller than the few articles that went or changed explain.
  private void judgeShrunk() {
    List<PanelAnswer> shrunk =
        panel.stream()
            .filter(answer ->
                answer.liveTotal() - answer.candidateTotal()
                    > FEW + TOPICAL * (gone() + counts.replaced()) * share(answer))
            .toList();
    if (shrunk.size() >= SEARCHES_LEAST) {
      findings.refuse(
          finding(
              "panel.totals",
              shrunk,
              0,
              "find fewer articles than those that went or changed explain"));
    }
  }

  /// New articles that no search finds.
  private void judgeNew() {
    double expected = panel.stream().mapToDouble(answer -> counts.added() * share(answer)).sum();
    boolean isNoneFound =
        panel.stream().allMatch(answer -> answer.candidateTotal() <= answer.liveTotal());
    if (expected >= 10 * FEW && isNoneFound) {
      findings.refuse(
          new Finding(
              "panel.new",
              "",
              0,
              expected,
              String.format(
                  Locale.ROOT,
                  "No search of the panel finds any of %,d new articles; about %,.0f more hits were expected.",
                  counts.added(),
                  expected)));
    }
  }

  /// Whether more of the best articles left than new ones are likely to have pushed out.
  private boolean hasOtherBest(PanelAnswer answer) {
    double came =
        Math.max(0, answer.candidateTotal() - answer.liveTotal())
            + TOPICAL * (gone() + counts.replaced()) * share(answer);
    double chance = Math.min(1, TOPICAL * came / Math.max(1, answer.candidateTotal()));
    return left(answer) > SLACK + Math.min(came, chance * answer.live().size());
  }

  private boolean isUnlike(PanelAnswer answer) {
    double expected = answer.liveTotal() * (double) counts.candidate() / counts.live();
    boolean isOtherTotal =
        answer.candidateTotal() < KEPT * expected - FEW
            || answer.candidateTotal() > expected / KEPT + FEW;
    return isOtherTotal || 2 * left(answer) > answer.live().size();
  }

  /// Best articles that are still there unchanged and no longer among the best.
  private static long left(PanelAnswer answer) {
    long missing = answer.live().stream().filter(id -> !answer.candidate().contains(id)).count();
    return missing - answer.changed();
  }

  private void judgeShare(String check, List<PanelAnswer> drifted, double limit, String what) {
    if (drifted.size() >= SEARCHES_LEAST && drifted.size() > limit * panel.size()) {
      findings.refuse(finding(check, drifted, limit, what));
    }
  }

  private Finding finding(String check, List<PanelAnswer> drifted, double limit, String what) {
    List<String> searches = drifted.stream().map(PanelAnswer::search).limit(LISTED).toList();
    return new Finding(
        check,
        "",
        (double) drifted.size() / panel.size(),
        limit,
        String.format(
            Locale.ROOT,
            "%d of %d searches of the panel %s, such as %s.",
            drifted.size(),
            panel.size(),
            what,
            String.join("; ", searches)));
  }

  private long gone() {
    return counts.withdrawn() + counts.absent() + counts.embargoed();
  }

  private double share(PanelAnswer answer) {
    return (double) answer.liveTotal() / counts.live();
  }
}
