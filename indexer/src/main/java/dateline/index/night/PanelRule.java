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
/// drift. Another analysis changes the totals and best articles of a few searches; a broken one
/// those of most.
final class PanelRule {
  /// New articles are on the day's events, and so more alike than the archive: they may match a
  /// search this many times as often as their number says.
  private static final double TOPICAL = 3;

  /// Best articles that may change places with their neighbours since terms became more or less
  /// rare.
  private static final int SLACK = 2;

  /// Articles too few in a total that are no evidence.
  private static final int FEW = 5;

  /// From this share on, new articles are like the archive, since the archive is young.
  private static final double YOUNG = 0.05;

  /// The least share of the expected new hits in a young archive.
  private static final double FOUND = 0.7;

  /// From this share on, the hits of new articles can make up for the loss of 5 % of the archive:
  /// totals hardly change then, though they ought to rise.
  private static final double HIDING = 0.02;

  private static final double FOUND_HIDING = 0.3;

  /// The least new hits to expect over all searches.
  private static final int HITS = 50;

  private static final int OTHER_ARCHIVE = 10;

  /// A search that finds nearly everything finds articles without a text too.
  private static final double ALL = 0.9;

  private static final int SEARCHES_LEAST = 2;

  /// Of fewer searches no share says anything of a new analysis: half of three is one name.
  private static final int PANEL_LEAST = 10;

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
    rule.judgeNew();
    List<PanelAnswer> same = rule.panel.stream().filter(PanelAnswer::isSameAnalysis).toList();
    rule.judgeTotals(same);
    rule.judgeShrunk(same);
    rule.judgeShare(
        "panel.ranks",
        same.stream().filter(rule::hasOtherBest).toList(),
        evidence.thresholds().panel().ranks(),
        "have best articles that new ones do not explain");
    if (rule.panel.size() >= PANEL_LEAST) {
      List<PanelAnswer> other =
          rule.panel.stream().filter(answer -> !answer.isSameAnalysis()).toList();
      rule.judgeShare(
          "panel.vanished",
          other.stream().filter(PanelRule::isVanished).toList(),
          evidence.thresholds().panel().vanished(),
          "find less than half of what they found before the new analysis");
      rule.judgeShare(
          "panel.other-analysis",
          other.stream().filter(rule::isUnlike).toList(),
          evidence.thresholds().panel().otherAnalysis(),
          "have other totals or best articles under the new analysis than new articles explain");
    }
  }

  private void judgeTotals(List<PanelAnswer> same) {
    for (PanelAnswer answer : same) {
      if (isOutside(answer)) {
        findings.refuse(
            new Finding(
                "panel.totals",
                answer.search(),
                answer.candidateTotal(),
                answer.candidateTotal() < least(answer) ? least(answer) : most(answer),
                String.format(
                    Locale.ROOT,
                    "The search %s finds %,d articles, and found %,d before; what came and went allows %,d to %,d.",
                    answer.search(),
                    answer.candidateTotal(),
                    answer.liveTotal(),
                    least(answer),
                    most(answer))));
      }
    }
  }

  /// Totals within the bounds, yet smaller than the few articles that went or changed explain.
  private void judgeShrunk(List<PanelAnswer> same) {
    List<PanelAnswer> shrunk = same.stream().filter(this::isShrunk).toList();
    if (shrunk.size() >= SEARCHES_LEAST) {
      findings.refuse(
          finding(
              "panel.totals",
              shrunk,
              0,
              "find fewer articles than those that went or changed explain"));
    }
  }

  /// New articles that searches do not find: none at all, or, where they are many, far fewer than
  /// their share. Over all searches together, since a small archive has few hits in each.
  ///
  /// Many times more new articles than there were before are another archive, of which the searches
  /// know nothing. Of a small one they know little, so there more than it holds are enough.
  private void judgeNew() {
    if (counts.added() > (counts.isSmall() ? 1 : OTHER_ARCHIVE) * counts.live()) {
      return;
    }
    boolean isEachTelling = isYoung() && !counts.isSmall();
    List<PanelAnswer> telling =
        panel.stream()
            .filter(answer -> share(answer) < ALL && !isOutside(answer))
            .filter(answer -> isEachTelling || expected(answer) >= FEW)
            .toList();
    double expected = telling.stream().mapToDouble(this::expected).sum();
    boolean isTelling = telling.size() >= SEARCHES_LEAST && expected >= HITS;
    long came =
        telling.stream().mapToLong(answer -> answer.candidateTotal() - answer.liveTotal()).sum();
    double found = came / Math.max(1, expected);
    double least = leastFound();
    if ((isTelling && found <= least) || isMostlyFewer()) {
      findings.refuse(
          new Finding(
              "panel.new",
              "",
              found,
              least,
              String.format(
                  Locale.ROOT,
                  "Searches find %.0f %% of as many of the %,d new articles as expected.",
                  100 * Math.max(0, found),
                  counts.added())));
    }
  }

  /// Whether most searches find fewer than before, or none finds more, although new articles should
  /// add to them. Those that another analysis changed count here, too.
  private boolean isMostlyFewer() {
    List<PanelAnswer> many = panel.stream().filter(answer -> expected(answer) >= FEW).toList();
    long fewer =
        many.stream().filter(answer -> answer.candidateTotal() < answer.liveTotal()).count();
    return many.size() >= SEARCHES_LEAST
        && many.stream().mapToDouble(this::expected).sum() >= HITS
        && (2 * fewer > many.size()
            || many.stream().allMatch(answer -> answer.candidateTotal() <= answer.liveTotal()));
  }

  private double leastFound() {
    if (isYoung()) {
      return FOUND;
    }
    return counts.added() >= HIDING * counts.live() ? FOUND_HIDING : 0;
  }

  private boolean isYoung() {
    return counts.added() >= YOUNG * counts.live();
  }

  /// New hits if new articles were like the archive.
  private double expected(PanelAnswer answer) {
    return counts.added() * share(answer);
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
    return isOutside(answer) || isShrunk(answer) || hasOtherBest(answer);
  }

  private static boolean isVanished(PanelAnswer answer) {
    return answer.liveTotal() >= FEW && 2 * answer.candidateTotal() < answer.liveTotal();
  }

  private boolean isOutside(PanelAnswer answer) {
    return answer.candidateTotal() < least(answer) || answer.candidateTotal() > most(answer);
  }

  private boolean isShrunk(PanelAnswer answer) {
    return answer.liveTotal() - answer.candidateTotal()
        > FEW + TOPICAL * (gone() + counts.replaced()) * share(answer);
  }

  private long least(PanelAnswer answer) {
    return Math.max(0, answer.liveTotal() - gone() - counts.replaced());
  }

  private long most(PanelAnswer answer) {
    return answer.liveTotal() + counts.added() + counts.replaced();
  }

  /// Best articles that are still there unchanged and no longer among the best.
  private static long left(PanelAnswer answer) {
    return (long) answer.live().size() - answer.kept() - answer.changed();
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
