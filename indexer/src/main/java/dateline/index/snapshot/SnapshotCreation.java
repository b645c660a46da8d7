package dateline.index.snapshot;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dateline.corpus.store.SnapshotRegister;
import dateline.corpus.store.StoreCopy;
import dateline.index.RunLock;
import dateline.index.RunLock.Work;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest.FileSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes a snapshot of an archive's home while a server answers from it and editors repair
/// entities; no run goes on meanwhile.
///
/// It is written aside and gets its name when every byte of it is on the disk. The searches are
/// asked of the copy, so that a snapshot that cannot answer is none.
public final class SnapshotCreation {
  private final Path home;
  private final Path to;
  private final String dateline;
  private final SampleSearches searches;
  private final Clock clock;
  private final CopyProgress progress;

  /// @param to the folder of snapshots; made if absent
  /// @param dateline what this program calls itself
  public SnapshotCreation(
      Path home,
      Path to,
      String dateline,
      SampleSearches searches,
      Clock clock,
      CopyProgress progress) {
    this.home = home;
    this.to = to;
    this.dateline = dateline;
    this.searches = searches;
    this.clock = clock;
    this.progress = progress;
  }

  /// @throws RunLock.Held when a run holds the home
  /// @throws IOException when the home or the disk fails; no snapshot is there then
  public Snapshot run() throws IOException {
    checkApart();
    Files.createDirectories(to);
    try (RunLock _ = RunLock.take(home, Work.SNAPSHOT)) {
      Generation live =
          new GenerationStore(home).live().orElseThrow(() -> new IOException(nothingToTake()));
      var shelf = new SnapshotFolder(to);
      shelf.sweep();
      List<String> files = HomeFiles.of(home, live);
      long bytes = HomeFiles.bytes(home, files);
      FreeSpace.check(to, bytes, "take a snapshot of " + home);
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      Path draft = shelf.draft(now, live.name());
      boolean isComplete = false;
      try (RunLock _ = Folders.claim(draft, Work.SNAPSHOT)) {
        fill(draft, live, files, bytes, now);
        Path complete = SnapshotFolder.complete(draft);
        Files.move(draft, complete, ATOMIC_MOVE);
        isComplete = true;
        Files.delete(complete.resolve(RunLock.FILE)); // whose presence would harm nobody
        Folders.force(to);
        SnapshotRegister.add(home, complete.toAbsolutePath().normalize(), now);
        return Snapshot.open(complete);
      } finally {
        if (!isComplete) {
          Folders.remove(draft);
        }
      }
    }
  }

  private void checkApart() throws IOException {
    Path kept = home.toRealPath();
    Path target = to.toAbsolutePath().normalize();
    if (target.startsWith(kept) || (Files.exists(to) && to.toRealPath().startsWith(kept))) {
      throw new IOException(
          "cannot take a snapshot of %s to %s: it would lie in the home and be lost with it. Name a folder elsewhere, best on another disk."
              .formatted(home, to));
    }
    if (Files.exists(to) && !Files.isDirectory(to)) {
      throw new IOException(
          "cannot take a snapshot to %s: it is a file. Name a folder.".formatted(to));
    }
  }

  private String nothingToTake() {
    return "no index in %s, so there is nothing to take a snapshot of. Make one first: dateline index --source FOLDER --index %s"
        .formatted(home, home);
  }

  private void fill(Path draft, Generation live, List<String> files, long bytes, Instant now)
      throws IOException {
    Path copy = Files.createDirectory(draft.resolve(Snapshot.HOME));
    var sealed = new TreeMap<String, FileSeal>();
    var copied = new SealedFiles(progress, CopyProgress.Stage.COPYING, bytes);
    for (String file : files) {
      sealed.put(file, copied.copy(home.resolve(file), copy.resolve(file)));
    }
    checkGeneration(live, sealed);
    SortedMap<String, SortedMap<String, Long>> rows = new TreeMap<>();
    int store = 0;
    for (String file : StoreCopy.FILES) {
      StoreCopy.take(home.resolve(file), copy.resolve(file));
      StoreCopy.Content content = StoreCopy.content(copy.resolve(file));
      rows.put(file, content.rows());
      store = Math.max(store, content.version());
      sealed.put(file, copied.read(copy.resolve(file)));
    }
    progress.at(CopyProgress.Stage.SEARCHING, 0, 0);
    List<SampleAnswer> answers = searches.choose(copy, now);
    Folders.forceTree(copy);
    ContentsFile.write(
        draft,
        new Contents(
            now,
            dateline,
            store,
            live.manifest().schema(),
            live.name(),
            live.manifest().articles(),
            rows,
            answers,
            sealed));
    Folders.force(draft);
  }

  /// The copy of a damaged index would be of no use.
  private void checkGeneration(Generation live, SortedMap<String, FileSeal> copied)
      throws IOException {
    Path folder = home.relativize(live.directory());
    for (var file : live.manifest().files().entrySet()) {
      String path = folder.resolve(file.getKey()).toString().replace('\\', '/');
      if (!file.getValue().equals(copied.get(path))) {
        throw new IOException(
            "cannot take a snapshot of %s: its file %s is %s.\nThe texts are safe in the store: run dateline index with any source to build a new index, then take the snapshot."
                .formatted(home, path, copied.containsKey(path) ? "damaged" : "missing"));
      }
    }
  }
}
