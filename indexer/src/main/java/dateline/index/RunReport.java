package dateline.index;

import dateline.index.night.Night;
import dateline.index.night.NightReport;
import dateline.index.night.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run did.
///
/// @param generation name of what was built; null when nothing was
/// @param how it was built, in words: on which generation, or why anew
/// @param filesLeftOut hidden files, readme files and links that were passed over
/// @param warnings articles taken in with something missing or mended
/// @param unknownFields fields that Dateline keeps without reading them, with the number of
///   articles
/// @param quarantine what was refused, as `file:line: reason`, at most [#LISTED_MAX]
/// @param unknownInEdits editors' repairs that name an unknown entity
/// @param notes what an operator should know besides
/// @param articles in the live generation after the run
/// @param written articles that were recognised and written; the others are those of the base
/// @param embargoed articles met that wait for their moment
/// @param bytes of article text that was written
/// @param drift share of the articles that changed since the archive was learned from
/// @param night what the judge saw and said; of a rehearsal without its answers to searches
public record RunReport(
    long run,
    Outcome outcome,
    @Nullable String generation,
    String how,
    Account account,
    long filesRead,
    long filesLeftOut,
    long warnings,
    Map<String, Long> unknownFields,
    List<String> quarantine,
    List<String> gazetteerProblems,
    List<String> unknownInEdits,
    List<String> notes,
    long articles,
    long written,
    long embargoed,
    long bytes,
    double drift,
    Times times,
    NightReport night) {
  public static final int LISTED_MAX = 1000;

  /// Beside the generation that was live before.
  public Night.Counts counts() {
    return night.night().counts();
  }

  public Verdict verdict() {
    return night.verdict();
  }

  /// Whether the run was given anything to read.
  public boolean isOfDelivery() {
    return filesRead + filesLeftOut + account.read() > 0;
  }

  /// What came of a run.
  public enum Outcome {
    PUBLISHED,
    /// The archive is what it was.
    NOTHING_NEW,
    /// The run was told to change nothing.
    REHEARSED,
    /// The judge refused what was built; the run is on hold.
    REFUSED
  }

  /// Records of a delivery, each in one of these places.
  ///
  /// @param unchanged what the archive has already, or has a later version of
  /// @param withdrawn taken back by their publisher, or delivered though they were taken back
  ///   before
  /// @param repeated given twice by this delivery
  public record Account(
      long added, long changed, long unchanged, long withdrawn, long repeated, long quarantined) {
    public long read() {
      return added + changed + unchanged + withdrawn + repeated + quarantined;
    }
  }

  /// How long the parts of a run took.
  public record Times(Duration reading, Duration building, Duration judging) {}

  public RunReport {
    unknownFields = Map.copyOf(unknownFields);
    quarantine = List.copyOf(quarantine);
    gazetteerProblems = List.copyOf(gazetteerProblems);
    unknownInEdits = List.copyOf(unknownInEdits);
    notes = List.copyOf(notes);
  }
}
