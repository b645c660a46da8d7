package dateline.index;

import dateline.index.generation.Generation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a run builds its generation.
///
/// @param base whose files the new one shares; null to write all anew
/// @param tables whose learned tables it uses; null to learn
/// @param reason why it is not incremental, for the operator; empty when it is
record Plan(@Nullable Generation base, @Nullable Generation tables, String reason) {
  /// From which share of articles that changed since the archive was learned from it is learned
  /// from again: by then the rarity of words and the bearers of names are another archive's.
  static final double DRIFT_MAX = 0.2;

  /// @param changing articles that the run brings, changes or takes away
  static Plan of(
      IndexOptions.Mode mode,
      Optional<Generation> live,
      Soundness soundness,
      Versions now,
      long changing) {
    if (live.isEmpty()) {
      return new Plan(null, null, "there is no index to build upon");
    }
    Generation base = live.get();
    Versions before = Versions.of(base.manifest());
    if (mode == IndexOptions.Mode.FULL) {
      return new Plan(null, null, "asked for");
    }
    if (before.schema() != now.schema() || before.analyzers() != now.analyzers()) {
      return new Plan(null, null, "this Dateline writes another index than the one that is live");
    }
    if (soundness.tables() != null) {
      return new Plan(null, null, "what was learned is damaged: " + soundness.tables());
    }
    double drift = base.manifest().lineage().with(changing).drift();
    if (drift > DRIFT_MAX) {
      return new Plan(
          null,
          null,
          "%.0f %% of the articles changed since the archive was learned from"
              .formatted(100 * drift));
    }
    if (soundness.index() != null) {
      return new Plan(null, base, "the live index is damaged: " + soundness.index());
    }
    if (mode == IndexOptions.Mode.REBUILD) {
      return new Plan(null, base, "asked for");
    }
    if (!before.gazetteer().equals(now.gazetteer())) {
      return new Plan(null, base, "the lists of names have changed");
    }
    if (!before.recognition().equals(now.recognition())) {
      return new Plan(null, base, "the rules or models of recognition have changed");
    }
    if (!Objects.equals(before.meaning(), now.meaning())) {
      return new Plan(
          null,
          base,
          now.meaning() == null
              ? "articles are to have no vectors any more"
              : "articles get vectors of " + now.meaning());
    }
    return new Plan(base, base, "");
  }

  boolean isIncremental() {
    return base != null;
  }
}
