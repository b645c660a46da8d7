package dateline.index;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.EntityIds;
import dateline.index.annotate.Models;
import dateline.index.generation.GenerationStore;
import dateline.index.night.QueryPanel;
import dateline.index.night.Thresholds;
import dateline.index.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/// Refuses slips of the hand in the folder that a run is to write into, before anything is written.
final class HomeCheck {
  /// Models may be trained, names listed, entities repaired and the judge instructed before
  /// anything is indexed.
  private static final Set<String> MAY_COME_FIRST =
      Set.of(
          Models.FOLDER,
          Gazetteer.FOLDER,
          Thresholds.FILE,
          QueryPanel.FILE,
          Plugins.FOLDER,
          EntityIds.FILE,
          EntityIds.FILE + "-wal",
          EntityIds.FILE + "-shm");

  private HomeCheck() {}

  static void of(IndexOptions options) throws IOException {
    Path home = options.home();
    checkKind(home);
    HomeSwap.check(home);
    for (Path source : options.sources()) {
      checkApart(home, source);
    }
    if (Files.isDirectory(home)) {
      checkContent(home);
    }
  }

  private static void checkKind(Path home) throws IOException {
    for (Path path = home.toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.isRegularFile(path)) {
        String which = path.equals(home.toAbsolutePath()) ? "it" : path.toString();
        throw new IOException(
            "cannot index into " + home + ": " + which + " is a file. Name a folder.");
      }
    }
  }

  /// An index of the index would grow with every run.
  private static void checkApart(Path home, Path source) throws IOException {
    if (!Files.isDirectory(home) || !Files.isDirectory(source)) {
      return;
    }
    Path archive = home.toRealPath();
    Path given = source.toRealPath();
    if (archive.startsWith(given) || given.startsWith(archive)) {
      throw new IOException(
          "cannot index "
              + source
              + " into "
              + home
              + ": one folder lies in the other. Keep the archive's folder apart from its sources.");
    }
  }

  private static void checkContent(Path home) throws IOException {
    if (Files.exists(home.resolve(RunLock.FILE))) {
      if (Files.exists(home.resolve(GenerationStore.POINTER))
          && !Files.exists(home.resolve(ArchiveStore.FILE))) {
        throw new IOException(
            "cannot index into "
                + home
                + ": its store "
                + ArchiveStore.FILE
                + " is gone, and with it the texts of the published index. Restore it from a backup,"
                + " or name a new folder.");
      }
      return;
    }
    try (Stream<Path> entries = Files.list(home)) {
      if (entries.anyMatch(
          entry -> !MAY_COME_FIRST.contains(String.valueOf(entry.getFileName())))) {
        throw new IOException(
            "cannot index into "
                + home
                + ": the folder holds other files. Name a new or empty folder.");
      }
    }
  }
}
