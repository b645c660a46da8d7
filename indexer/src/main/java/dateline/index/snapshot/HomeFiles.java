package dateline.index.snapshot;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.StoreCopy;
import dateline.index.RunLock;
import dateline.index.annotate.Models;
import dateline.index.generation.Generation;
import dateline.index.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which files of a home belong in a snapshot beside the SQLite ones: the pointer, the user's own
/// files, lists of names, models, and the live generation with its tables.
final class HomeFiles {
  private static final List<String> PASSING = List.of(".draft", ".tmp", ".swp", "~");

  private HomeFiles() {}

  /// @return paths in the home, each a file
  static List<String> of(Path home, Generation live) throws IOException {
    var files = new ArrayList<Path>();
    for (Path entry : Folders.entriesOf(home)) {
      if (Files.isRegularFile(entry) && isLasting(String.valueOf(entry.getFileName()))) {
        files.add(entry);
      }
    }
    for (Path folder :
        List.of(
            home.resolve(Gazetteer.FOLDER),
            home.resolve(Models.FOLDER),
            home.resolve(Plugins.FOLDER),
            live.directory(),
            live.tables())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> tree = Files.walk(folder)) {
          tree.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      }
    }
    return files.stream()
        .filter(file -> !file.endsWith("write.lock")) // Lucene's, and always empty
        .map(file -> home.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  private static boolean isLasting(String name) {
    return !name.equals(RunLock.FILE)
        && PASSING.stream().noneMatch(name::endsWith)
        && StoreCopy.FILES.stream().noneMatch(name::startsWith); // their logs as well
  }

  /// Bytes that a copy of a home needs, at most about.
  static long bytes(Path home, List<String> files) throws IOException {
    long bytes = 0;
    for (String file : files) {
      bytes += Files.size(home.resolve(file));
    }
    for (String database : StoreCopy.FILES) {
      for (String ending : List.of("", "-wal")) {
        Path file = home.resolve(database + ending);
        bytes += Files.exists(file) ? Files.size(file) : 0;
      }
    }
    return bytes;
  }
}
