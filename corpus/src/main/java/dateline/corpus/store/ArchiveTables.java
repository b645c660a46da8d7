package dateline.corpus.store;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tables of `archive.db`.
///
/// - `runs(run, started, state, read, quarantined)`: state `open` while the run is going on, then
///   `finished` or `held`; see [RunRecord];
/// - `arrivals`: what a run was given, as [Arrivals] says, a row each;
/// - `versions(sequence, article, source, run, hash, content, embargo, number, modified, expires)`:
///   content as [ArticleCodec] writes it; number and modified tell which version is the later one,
///   as [VersionOrder] says; times in seconds from 1970; embargo and expires null for none;
/// - `quarantine(entry, run, file, line, reason, bytes)`: bytes zstd-compressed.
final class ArchiveTables {
  private static final String[] SCHEMA = {
    """
    CREATE TABLE IF NOT EXISTS runs(run INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL,
      state TEXT NOT NULL, read INTEGER NOT NULL DEFAULT 0, quarantined INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE IF NOT EXISTS arrivals(run INTEGER NOT NULL, source TEXT NOT NULL, day TEXT,
      added INTEGER NOT NULL, changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
      no_headline INTEGER NOT NULL, no_body INTEGER NOT NULL, no_date INTEGER NOT NULL, no_byline INTEGER NOT NULL,
      lost_headline INTEGER NOT NULL, lost_body INTEGER NOT NULL, lost_date INTEGER NOT NULL, lost_byline INTEGER NOT NULL,
      moved INTEGER NOT NULL)
    """,
    "CREATE INDEX IF NOT EXISTS arrivals_run ON arrivals(run)",
    """
    CREATE TABLE IF NOT EXISTS versions(sequence INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL,
      source TEXT NOT NULL, run INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB NOT NULL, embargo INTEGER,
      number INTEGER NOT NULL DEFAULT 0, modified INTEGER NOT NULL DEFAULT -9223372036854775808, expires INTEGER)
    """,
    "CREATE INDEX IF NOT EXISTS versions_article ON versions(article, sequence)",
    "CREATE INDEX IF NOT EXISTS versions_run ON versions(run)",
    """
    CREATE TABLE IF NOT EXISTS quarantine(entry INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL,
      file TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, bytes BLOB NOT NULL)
    """
  };

  private ArchiveTables() {}

  /// Opens or makes the store and brings tables of an older Dateline up to these.
  static Connection open(Path file) throws StoreException {
    Connection connection = Database.openForWriting(file, SCHEMA);
    try {
      upgrade(connection);
      return connection;
    } catch (SQLException e) {
      try {
        connection.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw Database.failure(file, "open", e);
    }
  }

  /// Seconds from 1970; null for null.
  static @Nullable Long seconds(@Nullable Published moment) {
    return moment == null ? null : moment.sortInstant().getEpochSecond();
  }

  private static void upgrade(Connection connection) throws SQLException {
    Set<String> before = columns(connection, "versions");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (!columns(connection, "runs").contains("read")) {
        statement.execute("ALTER TABLE runs ADD COLUMN read INTEGER NOT NULL DEFAULT 0");
        statement.execute("ALTER TABLE runs ADD COLUMN quarantined INTEGER NOT NULL DEFAULT 0");
      }
      if (!before.contains("embargo")) {
        statement.execute("ALTER TABLE versions ADD COLUMN embargo INTEGER");
      }
      if (!before.contains("number")) {
        statement.execute("ALTER TABLE versions ADD COLUMN number INTEGER NOT NULL DEFAULT 0");
        statement.execute(
            "ALTER TABLE versions ADD COLUMN modified INTEGER NOT NULL DEFAULT -9223372036854775808");
        statement.execute("ALTER TABLE versions ADD COLUMN expires INTEGER");
        fillColumns(connection);
      }
      statement.execute(
          "CREATE INDEX IF NOT EXISTS versions_embargo ON versions(embargo) WHERE embargo IS NOT NULL");
      statement.execute(
          "CREATE INDEX IF NOT EXISTS versions_expires ON versions(expires) WHERE expires IS NOT NULL");
      connection.commit();
    } finally {
      connection.rollback(); // nothing is left to roll back after a commit
      connection.setAutoCommit(true);
    }
    if (!before.contains("number")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("VACUUM"); // older Datelines left deleted texts in free pages
      }
    }
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    var columns = new HashSet<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  /// What the columns say, as if the versions arrived now in the order in which they did.
  private static void fillColumns(Connection connection) throws SQLException {
    var latest = new HashMap<String, VersionOrder>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT sequence, content FROM versions ORDER BY sequence");
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE versions SET embargo = ?, expires = ?, number = ?, modified = ? WHERE sequence = ?")) {
      while (rows.next()) {
        Article article = ArticleCodec.decode(ArticleCodec.decompress(rows.getBytes(2)));
        VersionOrder before = latest.getOrDefault(article.id().value(), VersionOrder.NONE);
        VersionOrder order = VersionOrder.of(article, before);
        if (order.compareTo(before) > 0) {
          latest.put(article.id().value(), order);
        }
        update.setObject(1, seconds(article.embargo()));
        update.setObject(2, seconds(article.expires()));
        update.setLong(3, order.number());
        update.setLong(4, order.modified());
        update.setLong(5, rows.getLong(1));
        update.executeUpdate();
      }
    }
  }
}
