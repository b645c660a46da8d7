package dateline.corpus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// When the versions in a store arrived: with the run that brought them.
public final class ArrivedVersions {
  private ArrivedVersions() {}

  /// By its number, when the run began that brought a version.
  ///
  /// @param first runs before it are left out
  public static Map<Long, Instant> since(Path home, Instant first) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    var arrived = new HashMap<Long, Instant>();
    try (Connection connection = Database.openForReading(file);
        PreparedStatement select =
            connection.prepareStatement("SELECT sequence FROM versions WHERE run = ?")) {
      for (RunRecord run : Runs.records(connection)) {
        if (run.started().isBefore(first)) {
          continue;
        }
        select.setLong(1, run.run());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            arrived.put(rows.getLong(1), run.started());
          }
        }
      }
      return arrived;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }
}
