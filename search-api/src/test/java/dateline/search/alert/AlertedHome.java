package dateline.search.alert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices;
import dateline.corpus.store.SavedSearch;
import dateline.search.IndexedHome;
import dateline.search.lucene.LuceneEngine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A home with one article about a harbour, whose saved searches ask for harbours.
final class AlertedHome implements Closeable {
  private final Path folder;
  private final IndexedHome home;
  private final LuceneEngine engine;
  private final MovableClock clock = new MovableClock(IndexedHome.CLOCK.instant());
  private final Lease lease;
  private int deliveries;

  private AlertedHome(Path folder, IndexedHome home) throws IOException {
    this.folder = folder;
    this.home = home;
    this.engine = home.open();
    this.lease = new Lease(home.path(), clock);
  }

  static AlertedHome open(Path folder) throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(Files.writeString(folder.resolve("first.jsonl"), article("old", "Harbour fire")));
    return new AlertedHome(folder, home);
  }

  Path path() {
    return home.path();
  }

  MovableClock clock() {
    return clock;
  }

  /// @param mail null for none
  Courier courier(@Nullable MailServer mail) {
    return new Courier(home.path(), engine, id -> "http://here/" + id, mail, lease, clock);
  }

  void round(Courier courier) throws Exception {
    assertTrue(lease.hold());
    courier.round();
  }

  void save(String id, String name, Destination destination) throws Exception {
    engine.refresh();
    try (var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, clock)
          .add(
              new SavedSearch(id, name, "q=harbour", clock.instant(), false, destination, null),
              generation);
    }
  }

  void deliver(String... lines) throws Exception {
    home.index(
        Files.writeString(folder.resolve(deliveries++ + ".jsonl"), String.join("\n", lines)));
  }

  void pass() throws Exception {
    engine.refresh();
    try (var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, clock).pass(generation);
    }
  }

  /// The last notice of a search.
  Notices.Listed last(String search) throws IOException {
    return Notices.of(home.path(), search, 1).getFirst();
  }

  static String article(String id, String headline) {
    return "{\"id\": \"%s\", \"source\": \"Wire\", \"headline\": \"%s\", \"body\": \"It was said in Lima.\", \"published\": \"2026-11-22\"}"
        .formatted(id, headline);
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}
