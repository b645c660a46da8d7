package dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a command writes at its end.
///
/// @param noun what messages call it
record OutputFile(String noun, Path path) {
  /// Looks before the work begins, since what it did could not be told after.
  ///
  /// @throws IOException when the file cannot be written, in words for people
  void check() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path) || folder == null || !Files.isDirectory(folder)) {
      String what = Files.isDirectory(path) ? "it is a folder" : "its folder is not there";
      throw refused(what + ". Name a file in a folder that is.");
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw refused("permission denied. Name another file.");
    }
  }

  private IOException refused(String why) {
    return new IOException("cannot write the " + noun + " " + path + ": " + why);
  }
}
