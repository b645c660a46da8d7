package dateline.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run did.
///
/// @param generation name of what was published; null when nothing was
/// @param read records met; the sum of added, replaced, unchanged and quarantined
/// @param filesLeftOut hidden files, readme files and links that were passed over
/// @param warnings articles taken in with something missing or mended
/// @param unknownFields fields that Dateline keeps without reading them, with the number of
///   articles
/// @param quarantine what was refused, as `file:line: reason`, at most [#LISTED_MAX]
/// @param unknownInEdits editors' repairs that name an unknown entity
/// @param articles in the generation
/// @param embargoed articles that wait for their moment
/// @param withdrawn articles that their publisher took back
/// @param bytes of article text in the generation
public record RunReport(
    long run,
    @Nullable String generation,
    long read,
    long added,
    long replaced,
    long unchanged,
    long quarantined,
    long filesRead,
    long filesLeftOut,
    long warnings,
    Map<String, Long> unknownFields,
    List<String> quarantine,
    List<String> gazetteerProblems,
    List<String> unknownInEdits,
    long articles,
    long embargoed,
    long withdrawn,
    long bytes,
    Duration reading,
    Duration building,
    Duration verifying) {
  public static final int LISTED_MAX = 1000;

  public RunReport {
    unknownFields = Map.copyOf(unknownFields);
    quarantine = List.copyOf(quarantine);
    gazetteerProblems = List.copyOf(gazetteerProblems);
    unknownInEdits = List.copyOf(unknownInEdits);
  }
}
