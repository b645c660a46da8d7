package dateline.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;

/// The machine as [Doctor] sees it.
///
/// @param java what runs this process
/// @param heapBytes the most that this process may take
/// @param memoryBytes of the machine, or of the container
record Machine(
    Runtime.Version java, long heapBytes, long memoryBytes, Clock clock, FreeSpace freeSpace) {
  /// How many bytes a folder's disk has left for this user.
  interface FreeSpace {
    long bytes(Path folder) throws IOException;
  }

  static Machine here() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Runtime.version(),
        Runtime.getRuntime().maxMemory(),
        system.getTotalMemorySize(),
        Clock.systemUTC(),
        Machine::freeBytes);
  }

  /// Asks the file itself, since `FileStore` needs a table of mounts, which a container may lack.
  private static long freeBytes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return folder.toFile().getUsableSpace();
  }
}
