package dateline.index;

import dateline.index.generation.Generation;
import dateline.index.night.Night;

/// A generation that is built and not yet published, with what it took.
///
/// @param written articles that were recognised and written for it; the others it shares
/// @param counts beside the live generation, with every withdrawal counted as one by its publisher
/// @param embargoed articles met that wait for their moment
/// @param withdrawn articles met that were taken back
/// @param bytes characters of headline and body that were written
record Candidate(
    Generation generation,
    long written,
    Night.Counts counts,
    long embargoed,
    long withdrawn,
    long bytes) {

  /// @param absent articles that a complete delivery lacked
  Night.Counts counts(long absent) {
    return new Night.Counts(
        counts.live(),
        counts.candidate(),
        counts.added(),
        counts.replaced(),
        counts.withdrawn() - absent,
        absent,
        counts.embargoed());
  }
}
