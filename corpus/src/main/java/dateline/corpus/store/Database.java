package dateline.corpus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/// Opens SQLite files the way Dateline wants them.
final class Database {
  /// A writer of `desk.db` waits so long for another one's short transaction.
  private static final int BUSY_MILLIS = 10_000;

  /// Of the tables in both files. A file of an older Dateline, whose number is 0 or lower than
  /// this, is brought up to it when it is opened for writing.
  static final int VERSION = 3;

  private Database() {}

  /// Opens or makes a database for writing. Every commit reaches the disk: a generation that was
  /// published must find its articles after a power cut.
  static Connection openForWriting(Path file, String... schema) throws StoreException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return open(
        file,
        config,
        "open",
        statement -> {
          // what is deleted is overwritten, so that a withdrawn text is not left in a free page
          statement.execute("PRAGMA secure_delete = ON");
          for (String definition : schema) {
            statement.execute(definition);
          }
          statement.execute("PRAGMA user_version = " + VERSION);
        });
  }

  static Connection openForReading(Path file) throws StoreException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, config, "read", _ -> {});
  }

  /// What a connection does first.
  private interface Beginning {
    void of(Statement statement) throws SQLException;
  }

  private static Connection open(Path file, SQLiteConfig config, String verb, Beginning beginning)
      throws StoreException {
    config.setBusyTimeout(BUSY_MILLIS);
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
      try (Statement statement = connection.createStatement()) {
        checkVersion(file, statement);
        beginning.of(statement);
        return connection;
      } catch (SQLException | StoreException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(file, verb, e);
    }
  }

  static void close(Connection connection, Path file) throws StoreException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(file, "close", e);
    }
  }

  private static void checkVersion(Path file, Statement statement)
      throws SQLException, StoreException {
    int version = version(statement);
    if (version > VERSION) {
      throw new StoreException(
          "cannot open %s. It was written by a newer Dateline (store version %d, this one knows %d). Use that one."
              .formatted(file, version, VERSION));
    }
  }

  /// Of the tables in an open file.
  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return version(statement);
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  static StoreException failure(Path file, String verb, SQLException cause) {
    String next =
        switch (cause.getErrorCode() & 0xff) {
          case 13 -> "The disk is full. Free some space and run again; nothing published is lost.";
          case 5, 6 -> "Another process is writing to it. Wait for it to end.";
          case 8, 3, 23 ->
              "Permission denied. Check that this user may write to the file and its folder.";
          case 11, 26 -> "The file is damaged or not a Dateline store. Restore it from a snapshot.";
          case 14 ->
              "The file cannot be opened. Check that its folder exists and that this user may use it.";
          default -> "SQLite says: " + cause.getMessage();
        };
    return new StoreException("cannot " + verb + " " + file + ". " + next, cause);
  }
}
