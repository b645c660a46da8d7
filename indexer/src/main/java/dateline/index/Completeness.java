package dateline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Whether a delivery can be the whole archive, so that what it lacks may be withdrawn.
final class Completeness {
  private Completeness() {}

  /// @throws IOException when a part could not be read, or there is nothing; nothing is changed
  static void check(Intake intake, List<Path> sources) throws IOException {
    String given = String.join(", ", sources.stream().map(Path::toString).toList());
    if (!intake.unread().isEmpty()) {
      throw new IOException(
          "cannot take "
              + given
              + " as the complete archive, since a part of it could not be read: "
              + intake.unread().getFirst()
              + (intake.unread().size() == 1
                  ? ""
                  : ", and " + (intake.unread().size() - 1) + " more")
              + ". Nothing was changed. Mend that, or run without --complete.");
    }
  }
}
