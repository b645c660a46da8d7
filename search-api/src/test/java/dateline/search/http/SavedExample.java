package dateline.search.http;

import dateline.corpus.store.Destination;
import dateline.corpus.store.SavedSearch;
import dateline.search.IndexedHome;
import dateline.search.alert.AlertPasser;
import java.io.IOException;

/// Saves searches in a home, and lets them pass over it.
final class SavedExample {
  private SavedExample() {}

  static void add(IndexedHome home, String id, String query) throws IOException {
    try (var engine = home.open();
        var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, home.clock())
          .add(
              new SavedSearch(
                  id,
                  "All of " + id,
                  query,
                  home.clock().instant(),
                  false,
                  new Destination.Mail("desk@example.org"),
                  null),
              generation);
    }
  }

  static void pass(IndexedHome home) throws IOException {
    try (var engine = home.open();
        var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, home.clock()).pass(generation);
    }
  }
}
