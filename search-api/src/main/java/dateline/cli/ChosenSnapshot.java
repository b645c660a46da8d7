package dateline.cli;

import dateline.index.snapshot.Snapshot;
import dateline.index.snapshot.SnapshotFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The words that name a snapshot: its folder, a folder of snapshots, or a name in one.
final class ChosenSnapshot {
  @Parameters(
      paramLabel = "SNAPSHOT",
      description = "Folder of a snapshot, or of several: the newest. With --in a name.")
  private Path typed = Path.of("");

  @Option(names = "--in", paramLabel = "DIR", description = "Folder that holds SNAPSHOT.")
  private @Nullable Path in;

  Path path() {
    return in == null ? typed : in.resolve(typed);
  }

  Snapshot open() throws IOException {
    return SnapshotFolder.find(path());
  }
}
