package dateline.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path home;

  @Test
  void tellsNewFromChangedAndUnchanged() throws IOException {
    try (ArchiveStore store = open(Set.of())) {
      assertEquals(new ArchiveStore.Outcome.Added(), store.add(article("a", "Wire", "Storm")));
      assertEquals(new ArchiveStore.Outcome.Unchanged(), store.add(article("a", "Wire", "Storm")));
      assertEquals(
          new ArchiveStore.Outcome.Replaced(article("a", "Wire", "Storm")),
          store.add(article("a", "Wire", "Calm")));
      assertEquals(
          new ArchiveStore.Outcome.IdTaken("Wire"), store.add(article("a", "Post", "Storm")));

      assertEquals(List.of("Calm"), headlines(store));
      assertEquals(1, store.countLatest());
    }
  }

  @Test
  void forgetsWhatAKilledRunLeft() throws IOException {
    long published = runWith(article("a", "Wire", "Storm"));
    try (ArchiveStore killed = open(Set.of(published))) {
      killed.add(article("a", "Wire", "Calm"));
      killed.add(article("b", "Wire", "Harvest"));
      killed.commit();
    }

    try (ArchiveStore next = open(Set.of(published))) {
      assertEquals(List.of("Storm"), headlines(next));
      assertEquals(new ArchiveStore.Outcome.Added(), next.add(article("b", "Post", "Harvest")));
    }
  }

  @Test
  void keepsARunThatWasKilledAfterItWasPublished() throws IOException {
    long run;
    try (ArchiveStore killed = open(Set.of())) {
      killed.add(article("a", "Wire", "Storm"));
      killed.commit();
      run = killed.run();
    }

    try (ArchiveStore next = open(Set.of(run))) {
      assertEquals(List.of("Storm"), headlines(next));
    }
  }

  @Test
  void doesNotSeeRunsThatItWasNotToldToBuildOn() throws IOException {
    runWith(article("a", "Wire", "Storm"));

    try (ArchiveStore next = open(Set.of())) {
      assertEquals(List.of(), headlines(next));
    }
  }

  @Test
  void readsAVersionByItsNumber() throws IOException {
    Article storm = article("a", "Wire", "Storm");
    runWith(storm);

    try (var reader = new ArchiveReader(home)) {
      assertEquals(Optional.of(storm), reader.version(1));
      assertEquals(Optional.empty(), reader.version(2));
    }
  }

  private long runWith(Article article) throws IOException {
    try (ArchiveStore store = open(Set.of())) {
      store.add(article);
      store.commit();
      store.end(RunRecord.State.FINISHED);
      return store.run();
    }
  }

  private ArchiveStore open(Set<Long> builtOn) throws IOException {
    return ArchiveStore.open(home, builtOn, ArchiveStore.Opening.FRESH, NOW);
  }

  private static Article article(String id, String source, String headline) {
    return Article.builder(id).source(source).headline(headline).build();
  }

  private static List<String> headlines(ArchiveStore store) throws IOException {
    var headlines = new ArrayList<String>();
    store.forEachLatest(version -> headlines.add(String.valueOf(version.article().headline())));
    return headlines;
  }
}
