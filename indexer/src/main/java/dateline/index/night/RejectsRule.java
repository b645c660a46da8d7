package dateline.index.night;

import dateline.index.night.Thresholds.Rejects;
import dateline.index.night.Verdict.Finding;
import java.util.Locale;

/// Refuses a night on which too many records could not be read, by share and by number.
final class RejectsRule {
  private RejectsRule() {}

  static void judge(Evidence evidence, Findings findings) {
    Rejects limit = evidence.thresholds().rejects();
    long read = evidence.night().tonight().read();
    long quarantined = evidence.night().tonight().quarantined();
    if (quarantined > limit.count() && quarantined > limit.share() * read) {
      findings.refuse(
          new Finding(
              "rejects",
              "",
              (double) quarantined / read,
              limit.share(),
              String.format(
                  Locale.ROOT,
                  "%,d of %,d records could not be read, %.1f %%; up to %.1f %% is accepted.",
                  quarantined,
                  read,
                  100.0 * quarantined / read,
                  100 * limit.share())));
    }
  }
}
