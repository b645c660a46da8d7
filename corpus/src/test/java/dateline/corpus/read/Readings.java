package dateline.corpus.read;

import dateline.corpus.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Reads files for tests, through the same door as a run.
final class Readings {
  private Readings() {}

  static List<Reading> of(Path path) {
    var readings = new ArrayList<Reading>();
    try {
      Delivery.of(List.of(path)).read(readings::add);
    } catch (MissingDeliveryException e) {
      throw new UncheckedIOException(e);
    }
    return readings;
  }

  static List<Reading> of(Path folder, String name, byte[] content) throws IOException {
    return of(Files.write(folder.resolve(name), content));
  }

  static Reading.Accepted accepted(Path folder, String name, String content) throws IOException {
    List<Reading> readings = of(folder, name, content.getBytes(StandardCharsets.UTF_8));
    if (readings.size() == 1 && readings.getFirst() instanceof Reading.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("expected one accepted article, got " + readings);
  }

  static Article article(Path folder, String name, String content) throws IOException {
    return accepted(folder, name, content).article();
  }

  /// One line for each reading: place and id, or place and reason; paths as seen from `folder`.
  static List<String> told(Path folder, List<Reading> readings) {
    return readings.stream()
        .map(reading ->
            switch (reading) {
              case Reading.Accepted accepted -> accepted.where() + ": " + accepted.article().id();
              case Reading.Rejected rejected -> rejected.toString();
            })
        .map(line -> line.replace(folder + "/", "").replace(folder.toString(), "."))
        .toList();
  }

  static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }
}
