package dateline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A new temporary folder that is gone when its command ends, also when the command is told to end
/// by Ctrl-C or SIGTERM: the thread that opened it is interrupted and has [#PATIENCE_SECONDS] to
/// stop writing.
final class ScratchFolder implements Closeable {
  private static final int PATIENCE_SECONDS = 20;

  private final Path path;
  private final Thread user = Thread.currentThread();
  private final CountDownLatch left = new CountDownLatch(1);
  private final Thread hook = new Thread(this::evict, "scratch-folder");

  ScratchFolder() throws IOException {
    path = Files.createTempDirectory("dateline-");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Thread.interrupted(); // an interrupt would close the files that are being removed
    try {
      remove();
    } finally {
      left.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) { // it runs already, and waits for this
      }
    }
  }

  private void evict() {
    user.interrupt();
    try {
      if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        remove();
      }
    } catch (InterruptedException | IOException _) { // the process ends, nobody could be told
    }
  }

  private void remove() throws IOException {
    if (Files.exists(path)) {
      List<Path> deepestFirst;
      try (Stream<Path> tree = Files.walk(path)) {
        deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
