package dateline.index.night;

import dateline.corpus.store.RunRecord;
import java.util.List;

/// All that the judge looks at.
///
/// @param tonight what the run was given
/// @param past runs that the live generation counts, in ascending order of their numbers
/// @param counts how many articles there are, before and after
/// @param panel answers of both generations to the same searches; empty for the first generation
public record Night(
    RunRecord tonight, List<RunRecord> past, Counts counts, List<PanelAnswer> panel) {
  public Night {
    past = List.copyOf(past);
    panel = List.copyOf(panel);
  }

  /// Articles in the live generation and in the candidate.
  ///
  /// @param live 0 for the first generation
  /// @param added in the candidate and not in the live one
  /// @param replaced in both, in another version
  /// @param withdrawn in the live one, and taken back by their publisher in this run
  /// @param absent in the live one, and withdrawn since a complete delivery lacks them
  /// @param embargoed in the live one, and in the candidate held back until their moment
  public record Counts(
      long live,
      long candidate,
      long added,
      long replaced,
      long withdrawn,
      long absent,
      long embargoed) {
    /// In fewer live articles, 5 % are less than an ordinary delivery brings by accident.
    private static final long SMALL = 200;

    /// In fewer, half of the archive is a handful of articles, and somebody tries the program out.
    private static final long TINY = 20;

    private static final double DAMAGE = 0.05;
    private static final double DAMAGE_OF_SMALL = 0.5;

    /// Articles that are gone without a reason; never negative in a sound candidate.
    public long lost() {
      return live + added - withdrawn - absent - embargoed - candidate;
    }

    /// Whether the archive is too small for every twentieth article to matter.
    boolean isSmall() {
      return live < SMALL;
    }

    /// Whether so many articles are too large a part of the live ones to be passed over as few.
    boolean isDamage(long articles) {
      return live >= TINY && articles >= (isSmall() ? DAMAGE_OF_SMALL : DAMAGE) * live;
    }
  }
}
