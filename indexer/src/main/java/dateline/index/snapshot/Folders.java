package dateline.index.snapshot;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dateline.index.RunLock;
import dateline.index.RunLock.Work;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders that are built, brought to the disk and removed as a whole. One that is being built
/// holds a `run.lock`, so that what a killed command left is told from what another one works on.
final class Folders {
  private Folders() {}

  /// Makes a folder to build in, or takes over one that a killed command left, and empties it.
  ///
  /// @throws RunLock.Held when another process builds there
  /// @throws IOException when the folder is somebody else's
  static RunLock claim(Path folder, Work work) throws IOException {
    Path mark = folder.resolve(RunLock.FILE);
    if (Files.exists(folder, NOFOLLOW_LINKS) && isFilled(folder) && !Files.exists(mark)) {
      throw new IOException(
          "%s is in the way, and no killed command has left it. Remove it, or name it otherwise."
              .formatted(folder));
    }
    Files.createDirectories(folder);
    RunLock lock = RunLock.take(folder, work);
    try {
      for (Path entry : entriesOf(folder)) {
        if (!entry.equals(mark)) {
          removeTree(entry);
        }
      }
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// Removes a folder that was claimed before, its mark last: what a kill leaves can be claimed.
  static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      return;
    }
    Path mark = folder.resolve(RunLock.FILE);
    for (Path entry : entriesOf(folder)) {
      if (!entry.equals(mark)) {
        removeTree(entry);
      }
    }
    Files.deleteIfExists(mark);
    Files.deleteIfExists(folder);
  }

  /// Brings the entries of a folder and of all below it to the disk.
  static void forceTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.filter(Files::isDirectory).toList()) {
        force(path);
      }
    }
  }

  static void force(Path path) throws IOException {
    OpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  static List<Path> entriesOf(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static boolean isFilled(Path folder) throws IOException {
    return !Files.isDirectory(folder, NOFOLLOW_LINKS) || !entriesOf(folder).isEmpty();
  }

  private static void removeTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
