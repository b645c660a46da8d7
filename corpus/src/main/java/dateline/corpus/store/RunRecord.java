package dateline.corpus.store;

import java.time.Instant;
import java.util.List;

/// What the store remembers of a run.
///
/// @param run its number; later runs have higher ones, whatever the clock said
/// @param read records that it met, quarantined ones included
/// @param quarantined records that it could not take
/// @param arrivals by source and day of publication
public record RunRecord(
    long run, Instant started, State state, long read, long quarantined, List<Arrivals> arrivals) {
  /// What became of a run.
  public enum State {
    /// It goes on, or was killed.
    OPEN,
    /// It ended in good order, published or with nothing to publish.
    FINISHED,
    /// The judge refused it, or its generation was rolled back: what it brought does not count
    /// until it is promoted.
    HELD
  }

  public RunRecord {
    arrivals = List.copyOf(arrivals);
  }
}
