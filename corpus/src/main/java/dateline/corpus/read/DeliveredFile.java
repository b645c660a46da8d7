package dateline.corpus.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// One file of a delivery: unpacked, recognised, read. Whatever is wrong with it is a rejection.
///
/// @param path where it lies
/// @param shown names it in readings
/// @param name what an id can be made of; stays the same when the delivery is moved
record DeliveredFile(Path path, String shown, String name) {
  private static final int BUFFER_BYTES = 1 << 16;

  void read(Consumer<Reading> readings) {
    try (var file = new PeekStream(new BufferedInputStream(Files.newInputStream(path)))) {
      readUnpacked(unpacked(file), readings);
    } catch (IOException e) {
      readings.accept(rejected(reason(e), new byte[0]));
    }
  }

  /// Says why a file or folder could not be read, in an operator's words.
  static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ ->
          "permission denied. Allow the user who runs Dateline to read it";
      case NoSuchFileException _ -> "it was there when the run began and is gone now";
      case EOFException _ -> "the compressed file ends early. Was the copy cut off?";
      case ZipException _ -> "the compressed file is damaged. Copy it again";
      case FileSystemException e when e.getReason() != null -> "reading stopped: " + e.getReason();
      default -> "reading stopped: " + failure.getMessage();
    };
  }

  private void readUnpacked(InputStream unpacked, Consumer<Reading> readings) throws IOException {
    PeekStream content = withoutMark(new PeekStream(unpacked));
    byte[] head = content.peek();
    if (head.length == 0) {
      content.transferTo(OutputStream.nullOutputStream()); // throws if this is no end but a failure
      readings.accept(rejected("the file is empty", head));
      return;
    }
    switch (Recognition.of(head, name)) {
      case Recognition.Refused(var reason) -> readings.accept(rejected(reason, head));
      case Recognition.Known(var reader) -> reader.read(content, shown, readings);
    }
  }

  private static PeekStream withoutMark(PeekStream content) throws IOException {
    Optional<ByteOrderMark> mark = ByteOrderMark.of(content.peek());
    if (mark.isEmpty()) {
      return content;
    }
    content.skipNBytes(mark.get().bytes().length);
    return mark.get() == ByteOrderMark.UTF_8
        ? content
        : new PeekStream(new Utf8Stream(content, mark.get().charset()));
  }

  private static InputStream unpacked(PeekStream file) throws IOException {
    byte[] head = file.peek();
    if (ZstdStream.isOpenedBy(head)) {
      return new ZstdStream(file);
    }
    boolean isGzip = head.length >= 2 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B;
    return isGzip ? new GZIPInputStream(file, BUFFER_BYTES) : file;
  }

  private Reading.Rejected rejected(String reason, byte[] bytes) {
    return new Reading.Rejected(Place.whole(shown), reason, bytes);
  }
}
