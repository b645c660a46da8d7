package dateline.search.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.IndexedHome;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertPasserTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  private int deliveries;

  @BeforeEach
  void index() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    deliver(article("old", "Harbour fire"), article("other", "Budget"));
  }

  @Test
  void aNewSearchTellsWhatComesAndNothingThatIsThere() throws Exception {
    save("harbour", "q=harbour");
    deliver(article("new", "Harbour opens"), article("else", "Tariffs"));

    pass();

    assertEquals(List.of("new new"), told("harbour"));
    pass();
    assertEquals(List.of("new new"), told("harbour"));
  }

  @Test
  void whatAnEarlierSearchHasStillToTellIsToldBeforeAnotherOneBegins() throws Exception {
    save("harbour", "q=harbour");
    deliver(article("new", "Harbour opens"));

    save("later", "q=harbour");
    pass();

    assertEquals(List.of("new new"), told("harbour"));
    assertEquals(List.of(), told("later"));
  }

  @Test
  void anotherVersionIsToldToThoseWhoWereToldWhetherItIsFoundOrNot() throws Exception {
    save("harbour", "q=harbour");
    save("tariff", "q=tariffs");
    deliver(article("new", "Harbour opens"));
    pass();
    deliver(article("new", "Tariffs open"));

    pass();

    assertEquals(List.of("new new", "corrected new"), told("harbour"));
    assertEquals(List.of("new new"), told("tariff"));
  }

  @Test
  void whatIsTakenBackIsToldOnceToThoseWhoWereTold() throws Exception {
    save("harbour", "q=harbour");
    save("tariff", "q=tariffs");
    deliver(article("new", "Harbour opens"));
    pass();
    try (Tombstones tombstones = Tombstones.open(home.path())) {
      tombstones.add(
          List.of(
              new Tombstone(
                  new ArticleId("new"),
                  IndexedHome.CLOCK.instant(),
                  Tombstone.By.DESK,
                  "names a minor",
                  false)));
    }

    pass();
    deliver(article("more", "Budget"));
    pass();

    assertEquals(List.of("new new", "withdrawn new"), told("harbour"));
    assertEquals(List.of(), told("tariff"));
  }

  @Test
  void aRollbackIsNoWithdrawalAndTellsNothing() throws Exception {
    save("harbour", "q=harbour");
    var generations = new GenerationStore(home.path());
    Generation before = generations.live().orElseThrow();
    deliver(article("new", "Harbour opens"));
    Generation after = generations.live().orElseThrow();
    pass();

    generations.publish(before);
    pass();
    generations.publish(after);
    pass();

    assertEquals(List.of("new new"), told("harbour"));
  }

  @Test
  void anOlderVersionIsNotToldAfterANewerOne() throws Exception {
    save("harbour", "q=harbour");
    deliver(article("new", "Harbour opens"));
    try (LuceneEngine engine = home.open();
        var overtaken = engine.hold()) {
      deliver(article("new", "Harbour opens at last"));
      pass();
      var passer = new AlertPasser(home.path(), engine, home.clock());

      assertFalse(passer.pass(overtaken));
    }

    assertEquals(List.of("new new"), told("harbour"));
  }

  @Test
  void whatComesWhileASearchIsPausedIsNeverTold() throws Exception {
    save("harbour", "q=harbour");
    deliver(article("new", "Harbour opens"));
    pass();
    try (var store = SavedSearches.open(home.path())) {
      store.pause("harbour");
    }
    deliver(article("meanwhile", "Harbour closes"), article("new", "Harbour opens at last"));
    pass();
    try (var store = SavedSearches.open(home.path())) {
      store.resume("harbour");
    }
    deliver(article("then", "Harbour opens again"));

    pass();

    assertEquals(List.of("new new", "corrected new", "new then"), told("harbour"));
  }

  @Test
  void aSearchThatTakesTooLongMakesUpForItAtTheNextPass() throws Exception {
    save("harbour", "q=harbour");
    deliver(article("new", "Harbour opens"));
    try (var hasty =
        new LuceneEngine(home.path(), home.gazetteer(), home.clock(), Duration.ofNanos(-1))) {
      hasty.refresh();
      try (var generation = hasty.hold()) {
        new AlertPasser(home.path(), hasty, home.clock()).pass(generation);
      }
    }

    assertEquals(List.of(), told("harbour"));
    assertNotNull(SavedSearches.find(home.path(), "harbour").orElseThrow().trouble());

    deliver(article("then", "Harbour closes"));
    pass();

    assertEquals(List.of("new new", "new then"), told("harbour").stream().sorted().toList());
    assertEquals(null, SavedSearches.find(home.path(), "harbour").orElseThrow().trouble());
  }

  @Test
  void aSearchThatCannotBeReadIsMarkedAndLeavesTheOthersAlone() throws Exception {
    save("broken", "no query string");
    save("unknown", "colour=red&q=harbour");
    save("harbour", "q=harbour");
    deliver(article("new", "Harbour opens"));

    pass();

    assertEquals(List.of("new new"), told("harbour"));
    assertEquals(
        List.of("broken", "unknown", "harbour"),
        SavedSearches.all(home.path()).stream().map(SavedSearch::id).toList());
    assertEquals(
        "There is no parameter “colour”. Remove it.",
        SavedSearches.find(home.path(), "unknown").orElseThrow().trouble());
    assertNotNull(SavedSearches.find(home.path(), "broken").orElseThrow().trouble());
  }

  @Test
  void aThousandSearchesAreTheMost() throws Exception {
    save("s0", "q=harbour");
    try (Connection desk =
            DriverManager.getConnection("jdbc:sqlite:" + home.path().resolve("desk.db"));
        Statement statement = desk.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO alert_searches(id, name, query, at)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          SELECT 's' || i, 's' || i, 'q=harbour', 0 FROM n
          """
              .formatted(SavedSearches.MOST - 1));
    }

    IOException refused = assertThrows(IOException.class, () -> save("more", "q=harbour"));

    assertEquals(
        "%s has 1,000 saved searches, and there may be no more. Remove one by dateline alerts remove."
            .formatted(home.path()),
        refused.getMessage());
    assertEquals(SavedSearches.MOST, SavedSearches.all(home.path()).size());
  }

  private void save(String id, String query) throws Exception {
    try (LuceneEngine engine = home.open();
        var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, home.clock())
          .add(
              new SavedSearch(
                  id, id, query, home.clock().instant(), false, new Destination.Feed(), null),
              generation);
    }
  }

  private void pass() throws Exception {
    try (LuceneEngine engine = home.open();
        var generation = engine.hold()) {
      assertTrue(new AlertPasser(home.path(), engine, home.clock()).pass(generation));
    }
  }

  private List<String> told(String search) throws Exception {
    return Notices.of(home.path(), search, 100).reversed().stream()
        .map(each -> each.notice().kind().word() + " " + each.notice().article())
        .toList();
  }

  private void deliver(String... lines) throws Exception {
    home.index(
        Files.writeString(folder.resolve(deliveries++ + ".jsonl"), String.join("\n", lines)));
  }

  private static String article(String id, String headline) {
    return "{\"id\": \"%s\", \"source\": \"Wire\", \"headline\": \"%s\", \"body\": \"It was said in Lima.\", \"published\": \"2026-11-22\"}"
        .formatted(id, headline);
  }
}
