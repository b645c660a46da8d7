package dateline.corpus.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables of `desk.db`.
final class Desk {
  static final String[] TABLES = {
    """
    CREATE TABLE IF NOT EXISTS entities(kind TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL,
      PRIMARY KEY (kind, id), UNIQUE (kind, key))
    """,
    """
    CREATE TABLE IF NOT EXISTS entity_edits(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
      line TEXT NOT NULL, undone INTEGER NOT NULL)
    """,
    """
    CREATE TABLE IF NOT EXISTS tombstones(number INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL,
      at INTEGER NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, lifted INTEGER NOT NULL DEFAULT 0,
      purged INTEGER NOT NULL DEFAULT 0)
    """,
    "CREATE UNIQUE INDEX IF NOT EXISTS tombstones_article ON tombstones(article) WHERE lifted = 0",
    """
    CREATE TABLE IF NOT EXISTS snapshots(folder TEXT PRIMARY KEY, at INTEGER NOT NULL)
    """,
    """
    CREATE TABLE IF NOT EXISTS access_keys(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
      hash TEXT NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL, rate TEXT NOT NULL, created INTEGER NOT NULL,
      expires INTEGER, revoked INTEGER)
    """,
    """
    CREATE TABLE IF NOT EXISTS journal(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, what TEXT NOT NULL,
      subject TEXT NOT NULL, as_of INTEGER, brought TEXT, dropped TEXT)
    """,
    // times of alerts are in milliseconds; a search that was removed keeps its id alone
    """
    CREATE TABLE IF NOT EXISTS alert_searches(id TEXT PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL,
      at INTEGER NOT NULL, paused INTEGER NOT NULL DEFAULT 0, webhook TEXT, secret TEXT, mail TEXT, trouble TEXT,
      removed INTEGER)
    """,
    """
    CREATE TABLE IF NOT EXISTS alert_passes(number INTEGER PRIMARY KEY, generation TEXT NOT NULL,
      at INTEGER NOT NULL)
    """,
    "CREATE TABLE IF NOT EXISTS alert_seen(version INTEGER PRIMARY KEY)",
    """
    CREATE TABLE IF NOT EXISTS alert_missed(search TEXT NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (search, version)) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS alert_notices(number INTEGER PRIMARY KEY AUTOINCREMENT, search TEXT NOT NULL,
      article TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, pass INTEGER NOT NULL, at INTEGER NOT NULL,
      due INTEGER, attempts INTEGER NOT NULL DEFAULT 0, tried INTEGER, delivered INTEGER, trouble TEXT,
      UNIQUE (search, article, version, kind))
    """,
    "CREATE INDEX IF NOT EXISTS alert_notices_search ON alert_notices(search, number)",
    "CREATE INDEX IF NOT EXISTS alert_notices_article ON alert_notices(article, number)",
    "CREATE INDEX IF NOT EXISTS alert_notices_due ON alert_notices(due) WHERE due IS NOT NULL",
    """
    CREATE TABLE IF NOT EXISTS alert_lease(one INTEGER PRIMARY KEY CHECK (one = 1), owner TEXT NOT NULL,
      until INTEGER NOT NULL)
    """
  };

  private Desk() {}

  /// What is read of a table.
  interface Reading<T> {
    T of(Statement statement) throws SQLException, StoreException;
  }

  /// Reads a table of a home.
  ///
  /// @param absent what stands for a table that nothing was written to yet: a `desk.db` of an older
  ///   Dateline lacks the later ones
  static <T> T read(Path home, String table, T absent, Reading<T> reading) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    if (!Files.exists(file)) {
      return absent;
    }
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement()) {
      return has(statement, table) ? reading.of(statement) : absent;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  private static boolean has(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'")) {
      return row.next();
    }
  }
}
