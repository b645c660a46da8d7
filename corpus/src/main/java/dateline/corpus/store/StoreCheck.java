package dateline.corpus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Looks for damage in a SQLite file of the archive's home. Reads all of it, beside a run too.
public final class StoreCheck {
  private static final int DAMAGES_MAX = 10;

  private StoreCheck() {}

  /// @return what is wrong in SQLite's words, at most ten; empty when all is well
  /// @throws StoreException when the file cannot be opened at all
  public static List<String> damages(Path file) throws StoreException {
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check(" + DAMAGES_MAX + ")")) {
      var damages = new ArrayList<String>();
      while (rows.next()) {
        String told = rows.getString(1);
        if (!told.equals("ok")) {
          damages.add(told);
        }
      }
      return damages;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }
}
