package dateline.index;

import java.io.IOException;
import java.nio.file.Path;

/// Watches over the room that is left on the disk of an archive's home.
final class DiskSpace {
  /// Below this a run stops by itself: the server and its store need room to go on.
  static final long BYTES_MIN = 64L << 20;

  private final Path home;

  DiskSpace(Path home) {
    this.home = home;
  }

  /// @param bytes that are about to be written
  /// @throws IOException when they would not leave [#BYTES_MIN]
  void require(long bytes) throws IOException {
    // asks the disk itself: FileStore needs a table of mounts, which a container may lack
    long usable = home.toFile().getUsableSpace();
    if (usable - bytes < BYTES_MIN) {
      throw new IOException(
          "the disk of %s has %,d MB left; the next index takes about %,d MB and %,d MB must stay free."
                  .formatted(home, usable >> 20, (bytes + (1 << 20) - 1) >> 20, BYTES_MIN >> 20)
              + " Free %,d MB and run again, with --resume to keep what was read. The live index goes on answering."
                  .formatted(((BYTES_MIN + bytes - usable) >> 20) + 1));
    }
  }
}
