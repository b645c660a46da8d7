package dateline.cli;

import dateline.corpus.ArticleId;
import dateline.corpus.store.SnapshotRegister;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.RunLock;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.lucene.PublishedArticles;
import dateline.index.purge.HomePurge;
import dateline.index.snapshot.SnapshotPurge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Removes the texts of withdrawn articles from a home and from the snapshots of it that can be
/// reached.
final class Forgetting {
  private final Path home;

  Forgetting(Path home) {
    this.home = home;
  }

  /// What was done, a sentence each; empty when nothing had to be.
  List<String> run() throws IOException {
    try {
      return removed();
    } catch (RunLock.Held _) { // the run before this step has done its work all the same
      return List.of(
          "another run is at work: withdrawn texts are removed by it or by the next one, or by dateline withdraw --index "
              + home);
    }
  }

  private List<String> removed() throws IOException {
    List<Tombstone> pending =
        Tombstones.all(home).stream().filter(tombstone -> !tombstone.isPurged()).toList();
    if (pending.isEmpty()) {
      return List.of();
    }
    var told = new ArrayList<String>();
    try (RunLock _ = RunLock.take(home, RunLock.Work.PURGE)) {
      Set<String> ids =
          pending.stream()
              .map(tombstone -> tombstone.article().value())
              .collect(Collectors.toSet());
      if (isLive(ids)) {
        return List.of(
            "the live index still holds text that was withdrawn, which nobody can find; the next run that publishes removes it");
      }
      HomePurge.Done done = new HomePurge(home, ids).run();
      told.add(
          "removed the text of %s: %s, %s in quarantine, %s written anew"
              .formatted(
                  Words.count(ids.size(), "withdrawn article"),
                  Words.count(done.store().versions(), "version"),
                  Words.count(done.store().rejected(), "record"),
                  Words.count(done.generations().size(), "generation")));
      List<String> holding = snapshots(pending, told);
      told.addAll(holding);
      if (holding.isEmpty()) {
        List<ArticleId> gone = pending.stream().map(Tombstone::article).toList();
        try (Tombstones all = Tombstones.open(home)) {
          all.purged(gone);
        }
      }
    }
    return told;
  }

  private boolean isLive(Set<String> ids) throws IOException {
    Generation live = new GenerationStore(home).live().orElse(null);
    if (live == null) {
      return false;
    }
    try (var published = new PublishedArticles(live.directory())) {
      return !published.withTextOf(ids).isEmpty();
    }
  }

  /// @return which snapshots still hold a text, a sentence each
  private List<String> snapshots(List<Tombstone> pending, List<String> told) throws IOException {
    var holding = new ArrayList<String>();
    for (Map.Entry<Path, Instant> snapshot : SnapshotRegister.all(home).entrySet()) {
      Path folder = snapshot.getKey();
      Path shelf = folder.getParent();
      if (!Files.exists(folder) && shelf != null && Files.isDirectory(shelf)) {
        SnapshotRegister.remove(home, folder); // somebody removed it
        continue;
      }
      try {
        Path now = new SnapshotPurge(folder, pending, new EngineSamples(), (_, _, _) -> {}).run();
        if (!now.equals(folder)) {
          SnapshotRegister.add(home, now, snapshot.getValue());
          SnapshotRegister.remove(home, folder);
          told.add("wrote the snapshot " + folder + " anew as " + now.getFileName());
        }
      } catch (IOException e) { // the others are gone through all the same
        holding.add(
            "still holds withdrawn text: the snapshot %s of %s. %s"
                .formatted(folder, snapshot.getValue(), Words.of(e)));
      }
    }
    return holding;
  }
}
