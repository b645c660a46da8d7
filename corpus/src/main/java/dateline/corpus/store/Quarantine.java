package dateline.corpus.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What runs could not take in.
public final class Quarantine {
  private Quarantine() {}

  /// @param entry its number, never used twice
  /// @param line counted from 1; 0 for a whole file
  public record Entry(long entry, long run, String file, long line, String reason) {}

  /// The latest entries, latest first; none when there is no store yet.
  public static List<Entry> latest(Path home, int limit) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    var entries = new ArrayList<Entry>();
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT entry, run, file, line, reason FROM quarantine ORDER BY entry DESC LIMIT "
                    + limit)) {
      while (rows.next()) {
        entries.add(
            new Entry(
                rows.getLong(1),
                rows.getLong(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getString(5)));
      }
      return entries;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }
}
