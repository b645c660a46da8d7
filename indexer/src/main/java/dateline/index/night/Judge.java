package dateline.index.night;

import dateline.index.night.Verdict.Finding;
import java.util.List;

/// Refuses a night that would damage the archive.
///
/// It compares the candidate with the live generation, and what came in with the same hours of the
/// past four weeks. The first generation is always accepted, and too many rejects are noted; an
/// archive younger than four weeks on everything that needs no such past: rejects, emptied fields,
/// moved days, articles that disappear, and the panel of searches.
///
/// A night that damages 5 % of an archive of 200 articles and more is refused, however few articles
/// that are. In a smaller one, 5 % are what any second delivery may bring by accident: there, half
/// of the articles has to be gone, unreadable, emptied, moved to other days or, under the same
/// analysis, no longer found. What searches find of its new articles proves little, and a source
/// that is new to it may lack what it likes. Below 20 articles somebody tries the program out, and
/// only the general limits hold.
///
/// A byline is missing by habit, in a share of each source's articles that a young archive knows
/// from few nights, and of a new source not at all. As many as chance may add to it pass there.
///
/// A night without a cause for doubt is accepted, though one in a hundred is refused by accident; a
/// person then looks at the report and promotes the run.
public final class Judge {
  private final Thresholds thresholds;

  public Judge(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /// @param night its past has to reach back 36 days where the archive is as old, in the order of
  ///   the runs' numbers; more is fine
  public Verdict judge(Night night) {
    Evidence evidence = Evidence.of(night, thresholds);
    var findings = new Findings();
    RejectsRule.judge(evidence, findings);
    if (evidence.isFirst()) {
      return new Verdict(
          List.of(), findings.verdict().reasons()); // nothing answers that could suffer
    }
    if (evidence.timeline().isDoubtful()) {
      findings.note(
          new Finding(
              "clock.back",
              "",
              night.tonight().started().getEpochSecond(),
              evidence.hours().to().getEpochSecond(),
              "The clock said "
                  + night.tonight().started()
                  + " when this run started, which is before an earlier run. It was compared as if it"
                  + " had started at "
                  + evidence.hours().to()
                  + ". Set the clock."));
    }
    GoneRule.judge(evidence, findings);
    VolumeRule.judge(evidence, findings);
    FieldsRule.judge(evidence, findings);
    DatesRule.judge(evidence, findings);
    PanelRule.judge(evidence, findings);
    return findings.verdict();
  }
}
