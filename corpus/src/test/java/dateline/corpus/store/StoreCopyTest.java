package dateline.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreCopyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final int COPIES = 20;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void aCopyIsOneFileWithAllRows() throws Exception {
    Path home = home("home", "first", "second");
    Path copy = folder.resolve("archive.db");

    StoreCopy.take(home.resolve(ArchiveStore.FILE), copy);

    assertEquals(
        new StoreCopy.Content(
            StoreCopy.VERSION,
            new TreeMap<>(Map.of("arrivals", 0L, "quarantine", 0L, "runs", 1L, "versions", 2L))),
        StoreCopy.content(copy));
    assertEquals(Set.of("archive.db", "home"), names());
  }

  /// Edits are added two at a time, each pair in one transaction: every copy has whole pairs.
  @Test
  void aCopyTakenWhileOthersWriteHoldsWholeTransactions() throws Exception {
    Path home = Files.createDirectory(folder.resolve("desk"));
    List<EntityEdit> pair =
        List.of(
            new EntityEdit.Hide(EntityKind.PERSON, "a"),
            new EntityEdit.Hide(EntityKind.PERSON, "b"));
    var written = new AtomicLong();
    var failure = new AtomicReference<Exception>();
    var started = new CountDownLatch(1);
    Thread editor =
        Thread.ofPlatform()
            .start(() -> {
              try (var edits = EntityEdits.open(home)) {
                while (!Thread.currentThread().isInterrupted()) {
                  edits.add(pair, NOW);
                  written.addAndGet(2);
                  started.countDown();
                }
              } catch (IOException e) {
                failure.set(e);
                started.countDown();
              }
            });
    started.await();
    long before = 0;
    for (int i = 0; i < COPIES; i++) {
      long atLeast = written.get();
      Path copy = folder.resolve(i + ".db");
      StoreCopy.take(home.resolve(EntityIds.FILE), copy);

      long rows = StoreCopy.content(copy).rows().getOrDefault("entity_edits", -1L);
      assertEquals(0, rows % 2);
      assertTrue(rows >= atLeast, () -> rows + " edits of " + atLeast);
      before = rows;
    }
    editor.interrupt();
    editor.join();
    assertEquals(null, failure.get());
    assertTrue(before > 2, "nothing was written meanwhile");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("archive.db"), "not a store");

    var refused =
        assertThrows(StoreException.class, () -> StoreCopy.take(file, folder.resolve("copy.db")));

    assertEquals(
        "cannot read %s. The file is damaged or not a Dateline store. Restore it from a snapshot."
            .formatted(file),
        refused.getMessage());
  }

  @Test
  void aRestoredStoreNeverGivesANumberAgain() throws Exception {
    Path old = home("old", "first", "second", "third");
    Path restored = home("restored", "first");
    StoreCopy.continueNumbers(restored.resolve(ArchiveStore.FILE), old.resolve(ArchiveStore.FILE));

    try (ArchiveStore store =
        ArchiveStore.open(restored, Set.of(1L), ArchiveStore.Opening.FRESH, NOW)) {
      store.add(article("fourth"));
      store.commit();
      try (var reader = new ArchiveReader(restored)) {
        assertEquals(Optional.empty(), reader.version(2));
        assertEquals(Optional.of(article("fourth")), reader.version(4));
      }
    }
  }

  @Test
  void aReaderGoesOverToTheFileThatTakesTheStoresPlace() throws Exception {
    Path home = home("home", "old");
    Path other = home("other", "new");
    try (var reader = new ArchiveReader(home)) {
      assertEquals(Optional.of(article("old")), reader.version(1));
      Files.move(home, folder.resolve("aside"));
      assertEquals(Optional.of(article("old")), reader.version(1));

      Files.move(other, home);

      assertEquals(Optional.of(article("new")), reader.version(1));
    }
  }

  @Test
  void knowsWhatIsWithdrawnByTheRunsThatCount() throws Exception {
    Path home = home("home", "first", "second");
    Article back = article("first").absent();
    try (ArchiveStore store =
        ArchiveStore.open(home, Set.of(1L), ArchiveStore.Opening.FRESH, NOW)) {
      store.add(back);
      store.end(RunRecord.State.FINISHED);
    }

    assertEquals(List.of(), Withdrawals.in(home, Set.of(1L)));
    assertEquals(List.of(back), Withdrawals.in(home, Set.of(1L, 2L)));
    assertFalse(Withdrawals.in(home, Set.of(1L, 2L)).contains(article("second")));
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private Path home(String name, String... ids) throws IOException {
    Path home = Files.createDirectory(folder.resolve(name));
    try (ArchiveStore store = ArchiveStore.open(home, Set.of(), ArchiveStore.Opening.FRESH, NOW)) {
      for (String id : ids) {
        store.add(article(id));
      }
      store.end(RunRecord.State.FINISHED);
    }
    return home;
  }

  private static Article article(String id) {
    return Article.builder(id).headline("Headline of " + id).build();
  }
}
