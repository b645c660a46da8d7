package dateline.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Tells whether a run is going on in an archive's home.
public final class RunHolder {
  private RunHolder() {}

  /// Who holds the run lock: the number of its process, or no text while that process begins.
  ///
  /// Asks by taking a shared lock for an instant; a run that starts in that very instant ends with
  /// exit code 75.
  public static Optional<String> of(Path home) throws IOException {
    Path file = home.resolve(RunLock.FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return shared == null ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (OverlappingFileLockException _) { // a run inside this process
      return Optional.of(Files.readString(file).strip());
    }
  }
}
