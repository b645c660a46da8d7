package dateline.index.snapshot;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.Runs;
import dateline.corpus.store.StoreCopy;
import dateline.corpus.store.StoreException;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.corpus.store.Withdrawals;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.Progress;
import dateline.index.RunLock;
import dateline.index.generation.GenerationStore;
import dateline.index.purge.HomePurge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Carries over what was taken back since a snapshot was taken, so that a restore does not bring it
/// back.
///
/// The tombstones of the old home are set in the restored one, what complete deliveries lacked is
/// delivered as such, and a run publishes it without those articles; then their texts are removed.
/// The restored store goes on counting where the old one stopped: a server that still holds the old
/// index finds no other text under its numbers.
final class LateWithdrawals {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path old;
  private final List<Article> known;
  private final List<Tombstone> tombstones;

  /// What a restored home does not know.
  ///
  /// @param absent from complete deliveries
  record Late(List<Tombstone> tombstones, List<Article> absent) {
    static final Late NONE = new Late(List.of(), List.of());

    boolean isEmpty() {
      return size() == 0;
    }

    int size() {
      return tombstones.size() + absent.size();
    }

    Set<String> ids() {
      Set<String> ids = LateWithdrawals.ids(absent);
      tombstones.forEach(tombstone -> ids.add(tombstone.article().value()));
      return ids;
    }
  }

  /// Reads what the old home knows.
  ///
  /// @throws IOException when its store cannot be read
  LateWithdrawals(Path old) throws IOException {
    this.old = old;
    known = Files.exists(old.resolve(ArchiveStore.FILE)) ? read(old) : none(old);
    tombstones = Tombstones.all(old);
  }

  private static List<Article> none(Path home) throws IOException {
    if (Files.exists(home.resolve(GenerationStore.POINTER))) {
      throw new IOException("its store " + ArchiveStore.FILE + " is gone");
    }
    return List.of();
  }

  private static List<Article> read(Path home) throws IOException {
    return Withdrawals.in(home, countedRuns(home));
  }

  /// Where pointer or manifest is damaged, all runs that ended in good order, as for the next run.
  private static Set<Long> countedRuns(Path home) throws StoreException {
    try {
      return new GenerationStore(home)
          .live()
          .map(live -> (Set<Long>) live.manifest().runs())
          .orElse(Set.of());
    } catch (IOException _) {
      return Runs.finished(home);
    }
  }

  Late unknownIn(Path restored) throws IOException {
    Set<String> withdrawn =
        Tombstones.all(restored).stream()
            .map(tombstone -> tombstone.article().value())
            .collect(Collectors.toSet());
    Set<String> absent = known.isEmpty() ? Set.of() : ids(read(restored));
    return new Late(
        tombstones.stream()
            .filter(tombstone -> !withdrawn.contains(tombstone.article().value()))
            .toList(),
        known.stream().filter(article -> !absent.contains(article.id().value())).toList());
  }

  /// Lets the restored home count on from the old one.
  void continueNumbers(Path restored) throws IOException {
    for (String file : StoreCopy.FILES) {
      if (Files.exists(old.resolve(file))) {
        StoreCopy.continueNumbers(restored.resolve(file), old.resolve(file));
      }
    }
  }

  /// Delivers withdrawals to a restored home and publishes it anew.
  ///
  /// @throws IOException when one of them does not hold afterwards
  static void deliver(
      Late withdrawals,
      Path restored,
      int workers,
      SampleSearches searches,
      Clock clock,
      Progress progress)
      throws IOException {
    try (Tombstones all = Tombstones.open(restored)) {
      all.add(withdrawals.tombstones());
    }
    Path delivery = restored.resolve("withdrawals.jsonl");
    Files.write(delivery, withdrawals.absent().stream().map(LateWithdrawals::line).toList());
    try {
      var options =
          new IndexOptions(
              restored,
              List.of(delivery),
              "",
              workers,
              IndexOptions.Mode.INCREMENTAL,
              Set.of(IndexOptions.Wish.FORCE), // what must be forgotten is no matter of judgement
              IndexOptions.KEEP,
              Set.of());
      new IndexRun(options, Gazetteer.ofHome(restored), clock, progress).run();
    } catch (IndexRun.RunInProgress e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.delete(delivery);
    }
    var taken =
        withdrawals.tombstones().stream()
            .map(tombstone -> tombstone.article().value())
            .collect(Collectors.toSet());
    try (RunLock _ = RunLock.take(restored, RunLock.Work.PURGE)) {
      new HomePurge(restored, taken).run();
    }
    Set<String> lost = searches.findable(restored, withdrawals.ids());
    if (!lost.isEmpty()) {
      throw new IOException(
          "withdrawn articles would come back: %s. Nothing was replaced."
              .formatted(Snapshot.firstOf(new ArrayList<>(lost))));
    }
  }

  private static Set<String> ids(List<Article> articles) {
    return articles.stream()
        .map(article -> article.id().value())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String line(Article article) {
    String headline = article.text(Zone.HEADLINE);
    ObjectNode node = JSON.createObjectNode();
    node.put("id", article.id().value());
    if (!article.source().isEmpty()) {
      node.put("source", article.source());
    }
    node.put("headline", headline.isEmpty() ? "Withdrawn" : headline);
    node.put("status", "withdrawn");
    article
        .details()
        .forEach((name, value) -> {
          if (name.equals("withdrawal")) {
            node.put(name, value); // it comes back when it is delivered again
          }
        });
    return node.toString();
  }
}
