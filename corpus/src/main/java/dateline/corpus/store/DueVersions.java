package dateline.corpus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// Whether the time has come for anything in a store, asked without a run.
public final class DueVersions {
  private DueVersions() {}

  /// Whether an embargo ends, or an article expires, after one moment and not after another.
  public static boolean areBetween(Path home, Instant after, Instant upTo) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    try (Connection connection = Database.openForReading(file)) {
      if (Database.version(connection) < Database.VERSION) {
        return false; // the next run brings the tables up to date
      }
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT 1 FROM versions WHERE (embargo > ?1 AND embargo <= ?2) OR (expires > ?1 AND expires <= ?2) LIMIT 1")) {
        select.setLong(1, after.getEpochSecond());
        select.setLong(2, upTo.getEpochSecond());
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }
}
