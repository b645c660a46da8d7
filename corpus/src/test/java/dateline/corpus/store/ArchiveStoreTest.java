package dateline.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
      assertEquals(new ArchiveStore.Outcome.Repeated(), store.add(article("a", "Wire", "Storm")));
      assertEquals(
          new ArchiveStore.Outcome.Replaced(article("a", "Wire", "Storm")),
          store.add(article("a", "Wire", "Calm")));
      assertEquals(
          new ArchiveStore.Outcome.IdTaken("Wire"), store.add(article("a", "Post", "Storm")));

      assertEquals(List.of("Calm"), headlines(store));
      assertEquals(1, store.shown().count());
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

  @Test
  void takesNothingBackForAnOldVersion() throws IOException {
    try (ArchiveStore store = open(Set.of())) {
      store.add(article("a", "Wire", "Storm"));
      store.add(article("a", "Wire", "Calm"));

      assertEquals(new ArchiveStore.Outcome.Repeated(), store.add(article("a", "Wire", "Storm")));
      assertEquals(List.of("Calm"), headlines(store));
    }
  }

  @Test
  void withdrawsWhatWasNotDeliveredUntilItIsAgain() throws IOException {
    long first = runWith(article("a", "Wire", "Storm"));
    long second;
    var told = new ArrayList<String>();
    try (ArchiveStore store = open(Set.of(first))) {
      store.add(article("b", "Wire", "Calm"));
      store.withdrawUndelivered(version -> told.add(version.article().id().value()));
      store.end(RunRecord.State.FINISHED);
      second = store.run();
      assertEquals(List.of("a"), told);
      assertTrue(
          store.shown().version(store.shown().of(List.of("a")).getFirst()).article().isWithdrawn());
    }

    try (ArchiveStore store = open(Set.of(first, second))) {
      assertEquals(
          new ArchiveStore.Outcome.Replaced(article("a", "Wire", "Storm").absent()),
          store.add(article("a", "Wire", "Storm")));
      assertEquals(List.of("Calm", "Storm"), headlines(store));
    }
  }

  @Test
  void goesOnWithAKilledRunAsIfItHadNotBeenKilled() throws IOException {
    long published = runWith(article("a", "Wire", "Storm"));
    long killed;
    try (ArchiveStore store = open(Set.of(published))) {
      store.add(article("a", "Wire", "Calm"));
      store.add(article("b", "Wire", "Harvest"));
      store.quarantine("x.jsonl", 3, "torn", new byte[0]);
      store.commit();
      killed = store.run();
    }

    try (ArchiveStore store =
        ArchiveStore.open(home, Set.of(published), ArchiveStore.Opening.RESUMED, NOW)) {
      assertEquals(killed, store.run());
      assertTrue(store.isResumed());
      assertEquals(
          new ArchiveStore.Outcome.Replaced(article("a", "Wire", "Storm")),
          store.add(article("a", "Wire", "Calm")));
      assertEquals(new ArchiveStore.Outcome.Added(), store.add(article("b", "Wire", "Harvest")));
      assertEquals(new ArchiveStore.Outcome.Repeated(), store.add(article("b", "Wire", "Harvest")));
      assertEquals(new ArchiveStore.Outcome.Added(), store.add(article("c", "Wire", "Frost")));
      assertEquals(List.of("Calm", "Harvest", "Frost"), headlines(store));
    }
  }

  @Test
  void leavesNothingBehindATrial() throws IOException {
    long published = runWith(article("a", "Wire", "Storm"));
    try (ArchiveStore trial =
        ArchiveStore.open(home, Set.of(published), ArchiveStore.Opening.TRIAL, NOW)) {
      assertEquals(new ArchiveStore.Outcome.Added(), trial.add(article("b", "Wire", "Harvest")));
      trial.commit();
    }

    assertEquals(List.of(published), Runs.of(home).stream().map(RunRecord::run).toList());
    try (ArchiveStore next = open(Set.of(published))) {
      assertEquals(List.of("Storm"), headlines(next));
    }
  }

  @Test
  void findsWhatComesDue() throws IOException {
    Article waiting =
        Article.builder("a")
            .headline("Budget")
            .embargo(Published.parse("2026-01-01T06:00:00Z"))
            .build();
    long run = runWith(waiting);
    try (ArchiveStore store = open(Set.of(run))) {
      assertEquals(List.of(), store.shown().dueBetween(NOW, NOW.plusSeconds(6 * 3600 - 1)));
      assertEquals(List.of("a"), store.shown().dueBetween(NOW, NOW.plusSeconds(6 * 3600)));
      assertEquals(
          List.of(),
          store.shown().dueBetween(NOW.plusSeconds(6 * 3600), NOW.plusSeconds(7 * 3600)));
    }
  }

  @Test
  void putsRunsThatDoNotCountOnHold() throws IOException {
    long first = runWith(article("a", "Wire", "Storm"));
    long second;
    try (ArchiveStore store = open(Set.of(first))) {
      store.add(article("b", "Wire", "Calm"));
      store.end(RunRecord.State.FINISHED);
      second = store.run();
    }

    Runs.count(home, Set.of(first));
    assertEquals(Set.of(first), Runs.finished(home));
    assertEquals(-1, Runs.discard(home, first));

    Runs.count(home, Set.of(first, second));
    assertEquals(Set.of(first, second), Runs.finished(home));

    Runs.count(home, Set.of(first));
    assertEquals(1, Runs.discard(home, second));
    assertEquals(List.of(first), Runs.of(home).stream().map(RunRecord::run).toList());
  }

  @Test
  void remembersWhatARunWasGiven() throws IOException {
    var arrivals =
        List.of(
            new Arrivals(
                "Post", null, 1, 0, 0, 0, new Arrivals.Lacks(0, 1, 1, 0), Arrivals.Lacks.NONE, 0),
            new Arrivals(
                "Wire",
                LocalDate.parse("2025-12-31"),
                2,
                3,
                4,
                5,
                Arrivals.Lacks.NONE,
                new Arrivals.Lacks(1, 2, 3, 4),
                6));
    try (ArchiveStore store = open(Set.of())) {
      store.note(17, 2, arrivals);
      store.end(RunRecord.State.FINISHED);
    }

    assertEquals(
        List.of(new RunRecord(1, NOW, RunRecord.State.FINISHED, 17, 2, arrivals)), Runs.of(home));
  }

  @Test
  void ordersTheVersionsOfAnOlderStoreByWhatTheySay() throws IOException, SQLException {
    Article third = numbered("3", "Calm");
    long run;
    try (ArchiveStore store = open(Set.of())) {
      store.add(numbered("1", "Storm"));
      store.add(third);
      store.add(Article.builder("b").headline("Gala").detail("expires", "2026-02-01").build());
      store.end(RunRecord.State.FINISHED);
      run = store.run();
    }
    asOfStoreVersion2();

    try (ArchiveStore store = open(Set.of(run))) {
      assertEquals(new ArchiveStore.Outcome.Superseded(), store.add(numbered("2", "Gale")));
      assertEquals(
          new ArchiveStore.Outcome.Replaced(third), store.add(numbered("4", "Calm at last")));
      assertEquals(List.of("b"), store.shown().dueBetween(NOW, NOW.plus(Duration.ofDays(60))));
    }
  }

  private void asOfStoreVersion2() throws SQLException {
    try (Connection old =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve(ArchiveStore.FILE));
        Statement statement = old.createStatement()) {
      statement.execute("DROP INDEX versions_expires");
      for (String column : List.of("number", "modified", "expires")) {
        statement.execute("ALTER TABLE versions DROP COLUMN " + column);
      }
      statement.execute("PRAGMA user_version = 2");
    }
  }

  private static Article numbered(String version, String headline) {
    return Article.builder("a").headline(headline).detail("version", version).build();
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
    store.shown().forEach(version -> headlines.add(String.valueOf(version.article().headline())));
    return headlines;
  }
}
