package dateline.index.snapshot;

import dateline.index.generation.Manifest.FileSeal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Reads and copies files, with size and checksum of what was read. Counts the bytes for whoever
/// watches.
final class SealedFiles {
  private static final int BUFFER_BYTES = 1 << 16;

  private final CopyProgress progress;
  private final CopyProgress.Stage stage;
  private final long of;
  private long done;

  /// @param of bytes of all files to come
  SealedFiles(CopyProgress progress, CopyProgress.Stage stage, long of) {
    this.progress = progress;
    this.stage = stage;
    this.of = of;
  }

  FileSeal read(Path file) throws IOException {
    return pass(file, (_, _) -> {});
  }

  /// Copies a file into a new one, which is on the disk when this returns.
  FileSeal copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    FileSeal seal;
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      seal =
          pass(
              from,
              (bytes, count) -> {
                try {
                  out.write(bytes, 0, count);
                } catch (IOException e) {
                  throw new IOException(
                      "cannot write %s: %s. Free some space there, or name another folder."
                          .formatted(to, e.getMessage()),
                      e);
                }
              });
    }
    Folders.force(to);
    return seal;
  }

  private interface Sink {
    void take(byte[] bytes, int count) throws IOException;
  }

  private FileSeal pass(Path file, Sink sink) throws IOException {
    var checksum = new CRC32C();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count; (count = next(in, buffer, file)) >= 0; ) {
        checksum.update(buffer, 0, count);
        sink.take(buffer, count);
        bytes += count;
        done += count;
        progress.at(stage, done, of);
      }
    }
    return new FileSeal(bytes, checksum.getValue());
  }

  private static int next(InputStream in, byte[] buffer, Path file) throws IOException {
    try {
      return in.read(buffer);
    } catch (FileSystemException e) {
      throw e; // names the file
    } catch (IOException e) {
      throw new IOException(
          "cannot read %s: %s. Check the disk.".formatted(file, e.getMessage()), e);
    }
  }
}
