package dateline.corpus.store;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/// Copies the SQLite files of a home while others read and write them.
///
/// A copy is one plain file without a log beside it, so that it can be read where nothing may be
/// written. It holds what one moment saw, and nothing of rows that were deleted before.
public final class StoreCopy {
  /// The files of a home that are copied so, and by no other way.
  public static final List<String> FILES = List.of(ArchiveStore.FILE, EntityIds.FILE);

  /// Of the tables that this program writes.
  public static final int VERSION = Database.VERSION;

  private StoreCopy() {}

  /// What a file holds.
  ///
  /// @param version of its tables
  /// @param rows how many, by table
  public record Content(int version, SortedMap<String, Long> rows) {
    public Content {
      rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }
  }

  /// Copies a file; the copy is on the disk when this returns.
  ///
  /// @param copy must not be there; what a failure leaves of it has no meaning
  public static void take(Path file, Path copy) throws java.io.IOException {
    try (Connection connection = Database.openForReading(file);
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    } catch (SQLException e) {
      throw Database.failure(file, "copy to " + copy.getParent(), e);
    }
    force(copy);
  }

  /// Reads all of a file and counts its rows.
  ///
  /// @throws StoreException when it cannot be read, is damaged, or was written by a newer Dateline
  public static Content content(Path file) throws StoreException {
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement()) {
      String finding = text(statement, "PRAGMA quick_check(1)");
      if (!finding.equals("ok")) {
        throw new StoreException("cannot read " + file + ". The file is damaged: " + finding + ".");
      }
      int version = Integer.parseInt(text(statement, "PRAGMA user_version"));
      var rows = new TreeMap<String, Long>();
      for (String table : tables(statement)) {
        rows.put(
            table,
            Long.parseLong(
                text(statement, "SELECT count(*) FROM \"" + table.replace("\"", "\"\"") + "\"")));
      }
      return new Content(version, rows);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Makes a copy what runs and servers work with: many read while one writes.
  public static void putToWork(Path file) throws java.io.IOException {
    try (Connection connection = openAsItIs(file);
        Statement statement = connection.createStatement()) {
      text(statement, "PRAGMA user_version");
    } catch (SQLException e) {
      throw Database.failure(file, "open", e);
    }
    force(file);
  }

  /// Lets a file go on counting where another one stopped, so that no number which that one gave is
  /// ever given again to something else.
  public static void continueNumbers(Path file, Path other) throws StoreException {
    Map<String, Long> given = new TreeMap<>();
    try (Connection connection = Database.openForReading(other);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, seq FROM sqlite_sequence")) {
      while (rows.next()) {
        given.put(rows.getString(1), rows.getLong(2));
      }
    } catch (SQLException e) {
      throw Database.failure(other, "read", e);
    }
    try (Connection connection = openAsItIs(file);
        Statement statement = connection.createStatement();
        PreparedStatement raise =
            connection.prepareStatement(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?");
        PreparedStatement begin =
            connection.prepareStatement("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)")) {
      List<String> tables = tables(statement);
      for (Map.Entry<String, Long> table : given.entrySet()) {
        raise.setLong(1, table.getValue());
        raise.setString(2, table.getKey());
        if (raise.executeUpdate() == 0 && tables.contains(table.getKey())) {
          begin.setString(1, table.getKey());
          begin.setLong(2, table.getValue());
          begin.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Opens for writing without bringing the tables up to date, which is for the next run.
  private static Connection openAsItIs(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static List<String> tables(Statement statement) throws SQLException {
    var tables = new ArrayList<String>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static String text(Statement statement, String select) throws SQLException {
    try (ResultSet row = statement.executeQuery(select)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static void force(Path file) throws java.io.IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
