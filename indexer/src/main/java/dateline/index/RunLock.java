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
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lets one run, snapshot or restore at a time into an archive's home. The operating system frees
/// the lock when its process ends, however it ends. `run.lock` tells who holds it: a line with the
/// process's number and, unless it indexes, the [Work] that it does.
public final class RunLock implements Closeable {
  public static final String FILE = "run.lock";

  /// What a home is locked for.
  public enum Work {
    RUN("index into", "indexing there"),
    SNAPSHOT("take a snapshot of", "taking a snapshot of it"),
    RESTORE("restore into", "restoring into it"),
    PURGE("remove withdrawn texts from", "removing withdrawn texts from it");

    private final String verb;
    private final String doing;

    Work(String verb, String doing) {
      this.verb = verb;
      this.doing = doing;
    }
  }

  /// Somebody else is at work there.
  public static final class Held extends IOException {
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
    return take(home, Work.RUN);
  }

  /// @throws Held when another process, or another thread of this one, holds it
  public static RunLock take(Path home, Work work) throws IOException {
    Path file = home.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    try {
      if (lock(channel) == null) {
        throw new Held(
            "cannot %s %s: %s.\nWait for that run to end; if no such process exists, the lock clears by itself."
                .formatted(work.verb, home, told(Files.readString(file).strip())));
      }
      String mark = work == Work.RUN ? "" : " " + work.name().toLowerCase(Locale.ROOT);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + mark + "\n").getBytes(StandardCharsets.UTF_8)),
          0);
      return new RunLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// @param holder as the file has it; empty while the other one begins
  private static String told(String holder) {
    String[] words = holder.split(" ", 2);
    Work work =
        Arrays.stream(Work.values())
            .filter(each -> words.length > 1 && each.name().equalsIgnoreCase(words[1]))
            .findFirst()
            .orElse(Work.RUN);
    return (holder.isEmpty() ? "another process" : "process " + words[0]) + " is " + work.doing;
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
