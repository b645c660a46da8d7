package dateline.index.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Looks whether there is room, before anything is written.
final class FreeSpace {
  /// For folders, `snapshot.json` and what SQLite writes beside its files.
  private static final long MARGIN_BYTES = 1_000_000;

  private FreeSpace() {}

  /// @param doing what the room is for, as in _cannot DOING_
  static void check(Path folder, long bytes, String doing) throws IOException {
    long needed = bytes + MARGIN_BYTES;
    // asks the disk itself: FileStore needs a table of mounts, which a container may lack
    long free = folder.toFile().getUsableSpace();
    if (free < needed) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "cannot %s: %s has %,.1f MB free, and %,.1f MB are needed. Free %,.1f MB there, or name a folder on another disk.",
              doing,
              folder,
              free / 1e6,
              needed / 1e6,
              (needed - free) / 1e6));
    }
  }
}
