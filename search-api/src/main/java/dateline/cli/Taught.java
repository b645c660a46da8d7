package dateline.cli;

import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.NamesSeen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads articles once before they are annotated, so that the first knows the names of all.
final class Taught {
  private Taught() {}

  static Annotator by(List<Path> paths, Annotator untaught) throws IOException {
    NamesSeen seen = untaught.namesSeen();
    Delivery.of(paths)
        .read(reading -> {
          if (reading instanceof Reading.Accepted accepted) {
            untaught.learn(accepted.article(), seen);
            seen.forgetRare();
          }
        });
    return untaught.with(seen.learned());
  }
}
