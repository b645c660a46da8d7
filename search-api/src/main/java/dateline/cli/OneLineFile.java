package dateline.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file that holds a secret in its one line, so that none stands on a command line, where every
/// user of the machine could read it.
final class OneLineFile {
  private static final long BYTES_MAX = 4_096;

  private OneLineFile() {}

  static String read(Path file) throws IOException {
    if (Files.size(file) > BYTES_MAX) {
      throw new IOException(
          "%s has more than %,d bytes. Name the file that holds the secret, in one line."
              .formatted(file, BYTES_MAX));
    }
    try {
      List<String> lines =
          Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
      if (lines.size() == 1) {
        return lines.getFirst().strip();
      }
    } catch (CharacterCodingException _) { // told
    }
    throw new IOException(file + " does not hold one line of text. Write the secret into it.");
  }
}
