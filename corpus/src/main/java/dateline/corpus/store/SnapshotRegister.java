package dateline.corpus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The snapshots that were taken of a home, in `desk.db`: a text that must be forgotten is looked
/// for in them too.
public final class SnapshotRegister {
  private SnapshotRegister() {}

  /// @param folder of the snapshot, absolute
  public static void add(Path home, Path folder, Instant at) throws StoreException {
    change(
        home,
        "INSERT OR REPLACE INTO snapshots(folder, at) VALUES (?, " + at.getEpochSecond() + ")",
        folder);
  }

  /// Forgets a snapshot that is there no more.
  public static void remove(Path home, Path folder) throws StoreException {
    change(home, "DELETE FROM snapshots WHERE folder = ?", folder);
  }

  private static void change(Path home, String statement, Path folder) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    try (Connection connection = Database.openForWriting(file, Desk.TABLES);
        PreparedStatement change = connection.prepareStatement(statement)) {
      change.setString(1, folder.toString());
      change.executeUpdate();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// When each was taken, by its folder.
  public static Map<Path, Instant> all(Path home) throws StoreException {
    return Desk.read(
        home,
        "snapshots",
        Map.of(),
        statement -> {
          var all = new TreeMap<Path, Instant>();
          try (ResultSet rows = statement.executeQuery("SELECT folder, at FROM snapshots")) {
            while (rows.next()) {
              all.put(Path.of(rows.getString(1)), Instant.ofEpochSecond(rows.getLong(2)));
            }
          }
          return all;
        });
  }
}
