package dateline.search;

import dateline.corpus.store.SavedSearches;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/// A message of a saved search that could not be delivered.
public final class GivenUp {
  private GivenUp() {}

  /// Leaves one in an archive, of the saved search `harbour`.
  public static void leave(Path home) throws Exception {
    SavedSearches.open(home).close(); // makes the tables
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("desk.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO alert_notices(search, article, version, kind, pass, at, due, attempts, trouble)
          VALUES('harbour', 'a', 1, 'new', 1, 0, NULL, 9, 'the receiver answered 500')
          """);
    }
  }
}
