package dateline.corpus.store;

import dateline.corpus.Article;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// The writing side of `archive.db`: versions, quarantine and runs. One run at a time owns it, from
/// one thread.
///
/// Tables:
/// - `runs(run, started, state)`: state `open` while the run is going on, then `finished`;
/// - `versions(sequence, article, source, run, hash, content)`: content as [ArticleCodec] writes
///   it;
/// - `quarantine(entry, run, file, line, reason, bytes)`: bytes zstd-compressed.
///
/// A run sees the versions of the runs it was told to build on and its own. What other runs brought
/// is there but does not count.
public final class ArchiveStore implements Closeable {
  public static final String FILE = "archive.db";

  /// Versions in one transaction: few enough to keep the log small, many enough to make a commit
  /// cheap.
  private static final int BATCH = 1000;

  private static final String[] SCHEMA = {
    "CREATE TABLE IF NOT EXISTS runs(run INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL, state TEXT NOT NULL)",
    """
    CREATE TABLE IF NOT EXISTS versions(sequence INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL,
      source TEXT NOT NULL, run INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB NOT NULL)
    """,
    "CREATE INDEX IF NOT EXISTS versions_article ON versions(article, sequence)",
    "CREATE INDEX IF NOT EXISTS versions_run ON versions(run)",
    """
    CREATE TABLE IF NOT EXISTS quarantine(entry INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL,
      file TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, bytes BLOB NOT NULL)
    """,
    "CREATE TEMP TABLE counted(run INTEGER PRIMARY KEY)"
  };

  /// What became of an article that was given to the store.
  public sealed interface Outcome {
    record Added() implements Outcome {}

    record Replaced() implements Outcome {}

    record Unchanged() implements Outcome {}

    /// The id belongs to an article of another source; nothing was stored.
    record IdTaken(String owner) implements Outcome {}
  }

  private final Path file;
  private final Connection connection;
  private final PreparedStatement latest;
  private final PreparedStatement insert;
  private final PreparedStatement insertRejected;
  private final long run;
  private int uncommitted;

  private ArchiveStore(Path file, Connection connection, Set<Long> builtOn, Instant now)
      throws SQLException {
    this.file = file;
    this.connection = connection;
    connection.setAutoCommit(false);
    discardUnfinished(builtOn);
    run = openRun(now);
    count(builtOn);
    latest =
        connection.prepareStatement(
            """
            SELECT hash, source FROM versions WHERE article = ? AND run IN (SELECT run FROM counted)
            ORDER BY sequence DESC LIMIT 1
            """);
    insert =
        connection.prepareStatement(
            "INSERT INTO versions(article, source, run, hash, content) VALUES (?, ?, ?, ?, ?)");
    insertRejected =
        connection.prepareStatement(
            "INSERT INTO quarantine(run, file, line, reason, bytes) VALUES (?, ?, ?, ?, ?)");
  }

  /// Opens the store for a new run and throws away what an earlier run left when it was killed.
  ///
  /// @param builtOn the runs that the live generation lists
  public static ArchiveStore open(Path home, Set<Long> builtOn, Instant now) throws StoreException {
    Path file = home.resolve(FILE);
    Connection connection = Database.openForWriting(file, SCHEMA);
    try {
      return new ArchiveStore(file, connection, builtOn, now);
    } catch (SQLException e) {
      try {
        connection.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw Database.failure(file, "open", e);
    }
  }

  /// The runs that ended in good order; none when there is no store yet.
  public static Set<Long> finishedRuns(Path home) throws StoreException {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return Set.of();
    }
    try (Connection connection = Database.openForReading(file)) {
      return runs(connection, "finished");
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// The number of this run.
  public long run() {
    return run;
  }

  public Outcome add(Article article) throws StoreException {
    try {
      byte[] json = ArticleCodec.encode(article);
      byte[] hash = ArticleCodec.hash(json);
      latest.setString(1, article.id().value());
      boolean isKnown;
      try (ResultSet row = latest.executeQuery()) {
        isKnown = row.next();
        if (isKnown && !row.getString(2).equals(article.source())) {
          return new Outcome.IdTaken(row.getString(2));
        }
        if (isKnown && Arrays.equals(row.getBytes(1), hash)) {
          return new Outcome.Unchanged();
        }
      }
      insert.setString(1, article.id().value());
      insert.setString(2, article.source());
      insert.setLong(3, run);
      insert.setBytes(4, hash);
      insert.setBytes(5, ArticleCodec.compress(json));
      insert.executeUpdate();
      commitNowAndThen();
      return isKnown ? new Outcome.Replaced() : new Outcome.Added();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Keeps a record that could not be read, or whose id is taken.
  public void quarantine(String source, long line, String reason, byte[] bytes)
      throws StoreException {
    try {
      insertRejected.setLong(1, run);
      insertRejected.setString(2, source);
      insertRejected.setLong(3, line);
      insertRejected.setString(4, reason);
      insertRejected.setBytes(5, ArticleCodec.compress(bytes));
      insertRejected.executeUpdate();
      commitNowAndThen();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Takes each latest version, in the order in which the versions arrived.
  public interface VersionConsumer {
    void accept(StoredVersion version) throws java.io.IOException;
  }

  /// Reads the latest version of every article that this run sees.
  public void forEachLatest(VersionConsumer consumer) throws java.io.IOException {
    try (Statement statement = connection.createStatement()) {
      commit();
      statement.setFetchSize(100);
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT sequence, content FROM versions WHERE sequence IN
                (SELECT max(sequence) FROM versions WHERE run IN (SELECT run FROM counted) GROUP BY article)
              ORDER BY sequence
              """)) {
        while (rows.next()) {
          Article article = ArticleCodec.decode(ArticleCodec.decompress(rows.getBytes(2)));
          consumer.accept(new StoredVersion(rows.getLong(1), article));
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Makes everything so far safe on disk.
  public void commit() throws StoreException {
    try {
      connection.commit();
      uncommitted = 0;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Notes that the run has ended in good order, published or with nothing to publish. What counts
  /// is decided by the manifest; a run without this note was killed.
  public void markFinished() throws StoreException {
    try {
      finish(run);
      commit();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// How many articles this run sees.
  public long countLatest() throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(DISTINCT article) FROM versions WHERE run IN (SELECT run FROM counted)")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }

  /// A run that was killed after it had published lacks only the note of its end.
  private void discardUnfinished(Set<Long> builtOn) throws SQLException {
    for (long unfinished : runs(connection, "open")) {
      if (builtOn.contains(unfinished)) {
        finish(unfinished);
      } else {
        drop(unfinished);
      }
    }
    connection.commit();
  }

  private static Set<Long> runs(Connection connection, String state) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT run FROM runs WHERE state = ?")) {
      select.setString(1, state);
      var runs = new TreeSet<Long>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          runs.add(rows.getLong(1));
        }
      }
      return runs;
    }
  }

  private void finish(long which) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE runs SET state = 'finished' WHERE run = " + which);
    }
  }

  private void drop(long which) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM versions WHERE run = " + which);
      statement.executeUpdate("DELETE FROM quarantine WHERE run = " + which);
      statement.executeUpdate("DELETE FROM runs WHERE run = " + which);
    }
  }

  private long openRun(Instant now) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO runs(started, state) VALUES (?, 'open') RETURNING run")) {
      statement.setString(1, now.toString());
      long number;
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        number = row.getLong(1);
      }
      connection.commit();
      return number;
    }
  }

  private void count(Set<Long> builtOn) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO counted(run) VALUES (?)")) {
      var counted = new TreeSet<>(builtOn);
      counted.add(run);
      for (long number : counted) {
        statement.setLong(1, number);
        statement.executeUpdate();
      }
    }
    connection.commit();
  }

  private void commitNowAndThen() throws StoreException {
    if (++uncommitted >= BATCH) {
      commit();
    }
  }
}
