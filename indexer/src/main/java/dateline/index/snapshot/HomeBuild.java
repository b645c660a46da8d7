package dateline.index.snapshot;

import dateline.corpus.store.StoreCopy;
import dateline.index.GenerationCheck;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest.FileSeal;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Builds a home from a snapshot in a folder aside, and proves that it is what was saved.
final class HomeBuild {
  private final Snapshot snapshot;
  private final Path folder;
  private final SampleSearches searches;
  private final CopyProgress progress;

  /// @param folder claimed by the caller, and empty but for its mark
  HomeBuild(Snapshot snapshot, Path folder, SampleSearches searches, CopyProgress progress) {
    this.snapshot = snapshot;
    this.folder = folder;
    this.searches = searches;
    this.progress = progress;
  }

  /// Copies every file and reads the index and the store from end to end.
  ///
  /// @throws IOException when the disk or the snapshot fails, or what was built is not whole
  void copy() throws IOException {
    Contents contents = snapshot.contents();
    if (contents.schema() != IndexNames.SCHEMA_VERSION) {
      throw new IOException(
          "the snapshot %s has an index of schema version %d, this program reads %d. Restore it with %s, then run dateline index with this one."
              .formatted(
                  snapshot.folder(),
                  contents.schema(),
                  IndexNames.SCHEMA_VERSION,
                  contents.dateline()));
    }
    var files = new SealedFiles(progress, CopyProgress.Stage.COPYING, contents.bytes());
    for (Map.Entry<String, FileSeal> file : contents.files().entrySet()) {
      FileSeal copied =
          files.copy(snapshot.home().resolve(file.getKey()), folder.resolve(file.getKey()));
      if (!copied.equals(file.getValue())) {
        throw notWhole(file.getKey() + " has changed while it was copied");
      }
    }
    for (String database : StoreCopy.FILES) {
      Path file = folder.resolve(database);
      if (!Files.exists(file)) {
        throw notWhole(database + " is missing");
      }
      SortedMap<String, Long> rows = StoreCopy.content(file).rows();
      if (!rows.equals(contents.rows().get(database))) {
        throw notWhole(
            "%s has the rows %s instead of %s"
                .formatted(database, rows, contents.rows().get(database)));
      }
      StoreCopy.putToWork(file);
    }
    Generation live =
        new GenerationStore(folder).live().orElseThrow(() -> notWhole("CURRENT is missing"));
    List<String> damages = GenerationCheck.damages(folder, live);
    if (!damages.isEmpty()) {
      throw notWhole(Snapshot.firstOf(damages));
    }
    Folders.forceTree(folder);
  }

  /// Asks the recorded searches again.
  ///
  /// @return where the answers differ, one sentence each
  List<String> differences() throws IOException {
    progress.at(CopyProgress.Stage.SEARCHING, 0, 0);
    Contents contents = snapshot.contents();
    return AnswerDifferences.between(
        contents.answers(),
        searches.ask(
            folder,
            contents.answers().stream().map(SampleAnswer::search).toList(),
            contents.taken()));
  }

  private IOException notWhole(String what) {
    return new IOException(
        "what was restored from %s is not what was saved: %s. Nothing was replaced; check the disk, or use another snapshot."
            .formatted(snapshot.folder(), what));
  }
}
