package dateline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Collection;
import java.util.Locale;

/// Puts counts and the short messages of the file system into words.
final class Words {
  private Words() {}

  /// A number with its noun: _1 article_, _2,300 articles_.
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /// Numbers of runs: _run 7_, _runs 7, 8_.
  static String runs(Collection<Long> numbers) {
    return (numbers.size() == 1 ? "run " : "runs ")
        + String.join(", ", numbers.stream().map(String::valueOf).toList());
  }

  static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied ->
          "permission denied: "
              + denied.getFile()
              + ". Check that this user may read and write there.";
      case NoSuchFileException missing -> "there is no " + missing.getFile() + ".";
      case NotDirectoryException file -> file.getFile() + " is not a folder.";
      case FileAlreadyExistsException file ->
          file.getFile() + " is there already and is not a folder.";
      case FileSystemException other ->
          other.getFile()
              + ": "
              + (other.getReason() == null ? "the file system refused it" : other.getReason())
              + ".";
      default -> {
        String message = failure.getMessage();
        yield message == null ? failure.toString() : message;
      }
    };
  }
}
