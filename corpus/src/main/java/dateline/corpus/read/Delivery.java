package dateline.corpus.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a run is given to read: files, and folders of files.
///
/// Folders are walked in the order of their names. Left out are hidden files and folders, files
/// whose names begin with `README`, `LICENSE`, `LICENCE` or `NOTICE`, and links that lead out of
/// the given folder or to another folder. A file that is given by its own path is always read.
public final class Delivery {
  /// What was met on the way.
  ///
  /// @param filesLeftOut files, links and folders that were not looked into, by rule
  public record Walked(long filesRead, long filesLeftOut) {}

  private static final Pattern LEFT_OUT =
      Pattern.compile("\\..*|(?:README|LICENSE|LICENCE|NOTICE).*", Pattern.DOTALL);

  private final List<Path> paths;

  private Delivery(List<Path> paths) {
    this.paths = List.copyOf(paths);
  }

  /// @throws MissingDeliveryException when there is nothing at one of `paths`
  public static Delivery of(List<Path> paths) throws MissingDeliveryException {
    for (Path path : paths) {
      if (Files.notExists(path)) {
        throw new MissingDeliveryException(path);
      }
    }
    return new Delivery(paths);
  }

  /// Reads everything, in order, on the calling thread. A file or folder that cannot be read is a
  /// rejection, and the reading goes on behind it.
  public Walked read(Consumer<Reading> readings) {
    var walk = new Walk(readings);
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        walk.folder(path, path, "");
      } else {
        walk.file(path, String.valueOf(path.getFileName()));
      }
    }
    return new Walked(walk.filesRead, walk.filesLeftOut);
  }

  private static final class Walk {
    private final Consumer<Reading> readings;
    private long filesRead;
    private long filesLeftOut;

    private Walk(Consumer<Reading> readings) {
      this.readings = readings;
    }

    private void file(Path path, String name) {
      filesRead++;
      new DeliveredFile(path, path.toString(), name).read(readings);
    }

    /// @param within the given folder, out of which no link may lead
    /// @param prefix of names below `folder`: empty, or the way from `within` with a final `/`
    private void folder(Path folder, Path within, String prefix) {
      for (Path entry : entries(folder)) {
        String name = String.valueOf(entry.getFileName());
        if (LEFT_OUT.matcher(name).matches()) {
          filesLeftOut++;
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folder(entry, within, prefix + name + "/");
        } else if (isFileWithin(within, entry)) {
          file(entry, prefix + name);
        } else {
          filesLeftOut++;
        }
      }
    }

    private List<Path> entries(Path folder) {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.sorted().toList();
      } catch (IOException e) {
        reject(folder, e);
      } catch (UncheckedIOException e) { // in the middle of the list
        reject(folder, Objects.requireNonNull(e.getCause()));
      }
      return List.of();
    }

    private void reject(Path folder, IOException failure) {
      String reason = DeliveredFile.reason(failure);
      readings.accept(new Reading.Rejected(Place.whole(folder.toString()), reason, new byte[0]));
    }

    /// Reading a pipe or a device would not end.
    private static boolean isFileWithin(Path within, Path entry) {
      if (!Files.isSymbolicLink(entry)) {
        return !Files.exists(entry) || Files.isRegularFile(entry);
      }
      try {
        return Files.isRegularFile(entry) && entry.toRealPath().startsWith(within.toRealPath());
      } catch (IOException e) {
        return false; // the link leads nowhere
      }
    }
  }
}
