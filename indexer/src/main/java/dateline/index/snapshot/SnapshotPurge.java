package dateline.index.snapshot;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dateline.corpus.store.StoreCopy;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.RunLock;
import dateline.index.RunLock.Work;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest.FileSeal;
import dateline.index.purge.HomePurge;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a snapshot anew without the texts of withdrawn articles, and removes the old one. The new
/// one stands beside it under the next free name before the old one goes.
public final class SnapshotPurge {
  private final Path folder;
  private final Collection<Tombstone> tombstones;
  private final Set<String> ids;
  private final SampleSearches searches;
  private final CopyProgress progress;

  /// @param folder of the snapshot
  /// @param tombstones of the articles to forget
  public SnapshotPurge(
      Path folder,
      Collection<Tombstone> tombstones,
      SampleSearches searches,
      CopyProgress progress) {
    this.folder = folder;
    this.tombstones = List.copyOf(tombstones);
    this.ids =
        tombstones.stream()
            .map(tombstone -> tombstone.article().value())
            .collect(Collectors.toUnmodifiableSet());
    this.searches = searches;
    this.progress = progress;
  }

  /// @return folder of the snapshot that has taken its place; the same one where it held none of
  ///   the texts
  /// @throws IOException when it is damaged, or the disk fails; the old one is still there
  public Path run() throws IOException {
    Snapshot old = Snapshot.open(folder);
    if (!new HomePurge(old.home(), ids).isNeeded()) {
      return folder;
    }
    old.requireWhole(progress);
    Path shelf =
        Objects.requireNonNull(folder.toAbsolutePath().getParent()); // a snapshot has a name
    FreeSpace.check(shelf, old.contents().bytes(), "write " + folder + " anew");
    Path draft =
        new SnapshotFolder(shelf).draft(old.contents().taken(), old.contents().generation());
    boolean isComplete = false;
    try (RunLock _ = Folders.claim(draft, Work.SNAPSHOT)) {
      fill(draft, old);
      Path complete = SnapshotFolder.complete(draft);
      Files.move(draft, complete, ATOMIC_MOVE);
      isComplete = true;
      Files.delete(complete.resolve(RunLock.FILE)); // whose presence would harm nobody
      Folders.force(shelf);
      Folders.remove(folder);
      return complete;
    } finally {
      if (!isComplete) {
        Folders.remove(draft);
      }
    }
  }

  private void fill(Path draft, Snapshot old) throws IOException {
    Path home = Files.createDirectory(draft.resolve(Snapshot.HOME));
    for (String file : old.contents().files().keySet()) {
      Path copy = home.resolve(file);
      Files.createDirectories(copy.getParent());
      if (StoreCopy.FILES.contains(file)) {
        Files.copy(old.home().resolve(file), copy);
      } else {
        share(old.home().resolve(file), copy);
      }
    }
    new HomePurge(home, ids).run();
    try (Tombstones all = Tombstones.open(home)) {
      all.add(tombstones);
      all.purged(tombstones.stream().map(Tombstone::article).toList());
    }
    SortedMap<String, SortedMap<String, Long>> rows = new TreeMap<>();
    for (String file : StoreCopy.FILES) {
      Path plain = home.resolve(file + ".plain");
      StoreCopy.take(home.resolve(file), plain); // without a log, as a snapshot has it
      Files.move(plain, home.resolve(file), ATOMIC_MOVE, REPLACE_EXISTING);
      rows.put(file, StoreCopy.content(home.resolve(file)).rows());
    }
    List<SampleAnswer> answers = searches.choose(home, old.contents().taken());
    Contents before = old.contents();
    Folders.forceTree(home);
    ContentsFile.write(
        draft,
        new Contents(
            before.taken(),
            before.dateline(),
            StoreCopy.VERSION,
            before.schema(),
            before.generation(),
            new GenerationStore(home).live().orElseThrow().manifest().articles(),
            rows,
            answers,
            seals(home)));
    Folders.force(draft);
  }

  /// Nobody writes into a file of a snapshot, so that two may share one.
  private static void share(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (UnsupportedOperationException | FileSystemException _) { // the disk knows no links
      Files.copy(file, copy);
    }
  }

  private SortedMap<String, FileSeal> seals(Path home) throws IOException {
    var seals = new TreeMap<String, FileSeal>();
    var files = new SealedFiles(progress, CopyProgress.Stage.COPYING, 0);
    try (Stream<Path> tree = Files.walk(home)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        String name = home.relativize(file).toString().replace('\\', '/');
        if (!file.endsWith("write.lock")) {
          seals.put(name, files.read(file));
        } else {
          Files.delete(file); // Lucene's, and always empty
        }
      }
    }
    return seals;
  }
}
