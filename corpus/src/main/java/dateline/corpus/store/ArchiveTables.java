package dateline.corpus.store;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tables of `archive.db`.
///
/// - `runs(run, started, state, read, quarantined)`: state `open` while the run is going on, then
///   `finished` or `held`; see [RunRecord];
/// - `arrivals`: what a run was given, as [Arrivals] says, a row each;
/// - `versions(sequence, article, source, run, hash, content, embargo)`: content as [ArticleCodec]
///   writes it; embargo in seconds from 1970, null for none;
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
      source TEXT NOT NULL, run INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB NOT NULL, embargo INTEGER)
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

  /// Seconds from 1970 until which nobody may see the article; null when anybody may at once.
  static @Nullable Long embargo(Article article) {
    Published embargo = article.embargo();
    return embargo == null ? null : embargo.sortInstant().getEpochSecond();
  }

  private static void upgrade(Connection connection) throws SQLException {
    boolean isWithoutEmbargo = !columns(connection, "versions").contains("embargo");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (!columns(connection, "runs").contains("read")) {
        statement.execute("ALTER TABLE runs ADD COLUMN read INTEGER NOT NULL DEFAULT 0");
        statement.execute("ALTER TABLE runs ADD COLUMN quarantined INTEGER NOT NULL DEFAULT 0");
      }
      if (isWithoutEmbargo) {
        statement.execute("ALTER TABLE versions ADD COLUMN embargo INTEGER");
        fillEmbargoes(connection);
      }
      statement.execute(
          "CREATE INDEX IF NOT EXISTS versions_embargo ON versions(embargo) WHERE embargo IS NOT NULL");
      connection.commit();
    } finally {
      connection.rollback(); // nothing is left to roll back after a commit
      connection.setAutoCommit(true);
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

  private static void fillEmbargoes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sequence, content FROM versions");
        PreparedStatement update =
            connection.prepareStatement("UPDATE versions SET embargo = ? WHERE sequence = ?")) {
      while (rows.next()) {
        Long embargo = embargo(ArticleCodec.decode(ArticleCodec.decompress(rows.getBytes(2))));
        if (embargo != null) {
          update.setLong(1, embargo);
          update.setLong(2, rows.getLong(1));
          update.executeUpdate();
        }
      }
    }
  }
}
