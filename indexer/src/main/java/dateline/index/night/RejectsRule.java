package dateline.index.night;

import dateline.index.night.Thresholds.Rejects;
import dateline.index.night.Verdict.Finding;
import java.util.Locale;

/// Refuses a night on which too many records could not be read, by share and by number.
///
/// Where few articles are much of the archive, the number is no excuse, and half of the share is
/// enough. It is still asked for: a first import, larger than all that was there, is not to be
/// measured by the little that was.
final class RejectsRule {
  private RejectsRule() {}

  static void judge(Evidence evidence, Findings findings) {
    Rejects limit = evidence.thresholds().rejects();
    long read = evidence.night().tonight().read();
    long quarantined = evidence.night().tonight().quarantined();
    double share = (double) quarantined / read;
    if (quarantined > limit.count() && share > limit.share()) {
      findings.refuse(
          new Finding(
              "rejects",
              "",
              share,
              limit.share(),
              String.format(
                  Locale.ROOT,
                  "%,d of %,d records could not be read, %.1f %%; up to %.1f %% is accepted.",
                  quarantined,
                  read,
                  100 * share,
                  100 * limit.share())));
    } else if (evidence.night().counts().isDamage(quarantined) && share > limit.share() / 2) {
      findings.refuse(
          new Finding(
              "rejects",
              "",
              share,
              limit.share() / 2,
              String.format(
                  Locale.ROOT,
                  "%,d of %,d records could not be read; that is much of an archive of %,d articles.",
                  quarantined,
                  read,
                  evidence.night().counts().live())));
    }
  }
}
