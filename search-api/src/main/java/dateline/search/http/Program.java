package dateline.search.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;

/// Tells one build of Dateline from another.
public final class Program {
  private Program() {}

  /// Its version; `dev` for one that runs from its classes.
  public static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  /// A checksum of all of Dateline's own classes and data on the class path: equal on machines that
  /// run the same build, whenever it was unpacked.
  static String fingerprint() throws IOException {
    var parts = new TreeSet<String>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String name = String.valueOf(path.getFileName());
      if (Files.isDirectory(path)) {
        parts.addAll(files(path));
      } else if (name.startsWith("dateline-") && Files.isReadable(path)) {
        parts.addAll(entries(path));
      }
    }
    var checksum = new CRC32C();
    parts.forEach(part -> checksum.update(part.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return Long.toHexString(checksum.getValue());
  }

  private static List<String> entries(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(entry -> entry.getName() + " " + entry.getCrc()).toList();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file + " " + file.toFile().length() + " " + file.toFile().lastModified())
          .toList();
    }
  }
}
