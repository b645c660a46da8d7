package dateline.index;

import java.nio.file.Path;
import java.util.List;

/// Says why an archive that has no article yet has none after a run either.
final class NothingToIndex {
  private NothingToIndex() {}

  static String message(List<Path> sources, Intake intake) {
    String given = String.join(", ", sources.stream().map(Path::toString).toList());
    long quarantined = intake.account().quarantined();
    if (intake.walked().filesRead() == 0 && quarantined == 0) {
      long leftOut = intake.walked().filesLeftOut();
      return "there is no file to read in "
          + given
          + (leftOut == 0
              ? ""
              : "; left out by rule were " + leftOut + " hidden, readme or licence files")
          + ". Check the path, or name a file by its own path to have it read. Nothing was changed.";
    }
    String first =
        intake.quarantine().isEmpty()
            ? ""
            : "\nThe first reason: " + intake.quarantine().getFirst();
    return "no article could be read from "
        + given
        + " (in quarantine: "
        + quarantined
        + "), so there is nothing to index."
        + first
        + "\nDateline reads JSON Lines and lists, plain text, Reuters-21578 and TREC SGML, also as .gz and .zst.";
  }
}
