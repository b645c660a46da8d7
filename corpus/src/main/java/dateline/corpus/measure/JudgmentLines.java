package dateline.corpus.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Goes through the lines of a file of judgments and says where something is wrong. Blank lines are
/// passed over.
final class JudgmentLines implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final BufferedReader reader;
  private int number;

  JudgmentLines(Path file) throws IOException {
    this.file = file;
    if (Files.isDirectory(file)) {
      throw new JudgmentException(file + " is a folder. Name a file.");
    }
    try {
      reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new JudgmentException("there is no file " + file + ". Check its spelling.");
    }
  }

  /// The next line that is not blank; null at the end.
  @Nullable String next() throws IOException {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
          line = line.substring(1);
        }
        if (!line.isBlank()) {
          return line;
        }
      }
      return null;
    } catch (CharacterCodingException e) {
      throw new JudgmentException(
          file + " is not UTF-8, somewhere after line " + number + ". Convert it with iconv.");
    }
  }

  /// What is wrong with the line last read.
  JudgmentException wrong(String what) {
    return new JudgmentException(file + ":" + number + ": " + what);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
