package dateline.index.night;

import java.util.List;

/// What the judge found.
///
/// @param reasons why the candidate is refused; empty when it is accepted
/// @param notes what is worth a look and no reason to refuse
public record Verdict(List<Finding> reasons, List<Finding> notes) {
  public Verdict {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  public boolean isAccepted() {
    return reasons.isEmpty();
  }

  /// One thing that the judge noticed.
  ///
  /// @param check its stable name, such as `source.volume`
  /// @param subject what it is about, such as a source or a search; empty for the whole archive
  /// @param sentence for an editor at night: the thing, its value, what was expected
  public record Finding(
      String check, String subject, double value, double limit, String sentence) {}
}
