package dateline.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Lets one run at a time into an archive's home. The operating system frees the lock when its
/// process ends, however it ends. `run.lock` tells who holds it.
final class RunLock implements Closeable {
  static final String FILE = "run.lock";

  /// Another run is going on.
  static final class Held extends IOException {
    private static final long serialVersionUID = 1;

    Held(String message) {
      super(message);
    }
  }

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(Path home) throws IOException {
    Path file = home.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    try {
      if (lock(channel) == null) {
        String holder = Files.readString(file).strip(); // empty while the other one begins
        throw new Held(
            "cannot index into "
                + home
                + ": "
                + (holder.isEmpty() ? "another process" : "process " + holder)
                + " is indexing there.\nWait for that run to end; if no such process exists, the lock clears by itself.");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)),
          0);
      return new RunLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another run inside this process
    }
  }
}
