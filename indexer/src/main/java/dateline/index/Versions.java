package dateline.index;

import dateline.index.annotate.Annotator;
import dateline.index.annotate.Models;
import dateline.index.generation.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Versions of all that decides what an article becomes in an index, besides the article.
///
/// @param recognition of the rules that recognise entities and of the models trained for the
///   archive
/// @param meaning of the model by which articles have vectors; null where they have none
record Versions(
    int schema, int analyzers, String gazetteer, String recognition, @Nullable String meaning) {
  static Versions of(Manifest manifest) {
    return new Versions(
        manifest.schema(),
        manifest.analyzers(),
        manifest.gazetteer(),
        manifest.lineage().recognition(),
        manifest.meaning());
  }

  /// Of the rules that recognise, the models trained for an archive and the recognisers plugged
  /// into it.
  static String recognition(Path home, List<String> recognizers) throws IOException {
    return Annotator.VERSION + models(home.resolve(Models.FOLDER)) + String.join("", recognizers);
  }

  /// Changes with the content of every file in the folder.
  private static String models(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    var checksum = new CRC32C();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        checksum.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        checksum.update(Files.readAllBytes(file));
      }
    }
    return "-" + Long.toHexString(checksum.getValue());
  }
}
