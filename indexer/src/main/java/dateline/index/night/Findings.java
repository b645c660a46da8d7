package dateline.index.night;

import dateline.index.night.Verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/// Collects what the rules notice, in their order.
final class Findings {
  private final List<Finding> reasons = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();

  void refuse(Finding finding) {
    reasons.add(finding);
  }

  void note(Finding finding) {
    notes.add(finding);
  }

  Verdict verdict() {
    return new Verdict(reasons, notes);
  }
}
