package dateline.index.snapshot;

import dateline.index.RunLock;
import dateline.index.RunLock.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Tries the way back: restores a snapshot beside it, proves it, and removes it again.
public final class SnapshotDrill {
  private SnapshotDrill() {}

  /// @throws RunLock.Held when the same drill goes on already
  /// @throws IOException when the snapshot could not be restored
  public static void run(Snapshot snapshot, SampleSearches searches, CopyProgress progress)
      throws IOException {
    snapshot.requireWhole(progress);
    Path real = snapshot.folder().toRealPath();
    Path folder = real.resolveSibling(real.getFileName() + SnapshotFolder.DRILL);
    try (RunLock _ = Folders.claim(folder, Work.RESTORE)) {
      try {
        FreeSpace.check(folder, snapshot.contents().bytes(), "try a restore beside " + real);
        var building = new HomeBuild(snapshot, folder, searches, progress);
        building.copy();
        List<String> differences = building.differences();
        if (!differences.isEmpty()) {
          throw new IOException(
              "what was restored answers otherwise than when it was saved by %s: %s"
                  .formatted(snapshot.contents().dateline(), Snapshot.firstOf(differences)));
        }
      } finally {
        Folders.remove(folder);
      }
    }
  }
}
