package dateline.corpus.store;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Notice.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/// How far saved searches have come, in `desk.db`.
///
/// A version that was seen once is never told as new, to any search. A pass is recorded in one
/// transaction: what it told and what it saw, so that whatever ends a program, nothing is told
/// twice and nothing is lost. For use by one thread.
public final class AlertPasses implements Closeable {
  private final Path file;
  private final Connection connection;

  private AlertPasses(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static AlertPasses open(Path home) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    return new AlertPasses(file, Database.openForWriting(file, Desk.TABLES));
  }

  /// What a saved search told last of an article.
  public record Told(long version, Kind kind) {}

  /// The number of the last pass; 0 before the first. To be asked before all else: what another
  /// program records meanwhile is found out by [#record].
  public long last() throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(number) FROM alert_passes")) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  /// Whether a version was seen by the passes so far.
  public LongPredicate seen() throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT version FROM alert_seen ORDER BY version")) {
      long[] versions = new long[1024];
      int count = 0;
      while (rows.next()) {
        if (count == versions.length) {
          versions = Arrays.copyOf(versions, 2 * count);
        }
        versions[count++] = rows.getLong(1);
      }
      long[] seen = Arrays.copyOf(versions, count);
      return version -> Arrays.binarySearch(seen, version) >= 0;
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  /// The saved searches, paused ones among them.
  public List<SavedSearch> searches() throws StoreException {
    try (Statement statement = connection.createStatement()) {
      return SavedSearches.all(statement);
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  /// Versions that a search could not be asked of, and that must be made up for.
  public Set<Long> missed(String search) throws StoreException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version FROM alert_missed WHERE search = ?")) {
      select.setString(1, search);
      var missed = new HashSet<Long>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          missed.add(rows.getLong(1));
        }
      }
      return missed;
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  /// What is done with each of many articles.
  public interface Visitor {
    void visit(ArticleId article) throws IOException;
  }

  /// Names every article that any search told, once each.
  public void visitTold(Visitor visitor) throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT DISTINCT article FROM alert_notices ORDER BY article")) {
      while (rows.next()) {
        visitor.visit(new ArticleId(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  /// What each search that told an article told last of it, by the id of the search.
  public Map<String, Told> told(ArticleId article) throws StoreException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT search, version, kind FROM alert_notices WHERE article = ? ORDER BY number")) {
      select.setString(1, article.value());
      var told = new HashMap<String, Told>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          told.put(rows.getString(1), new Told(rows.getLong(2), Kind.of(rows.getString(3))));
        }
      }
      return told;
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  /// Records a pass as a whole. What is told by a search that is sent somewhere is due at once.
  ///
  /// @return false when another program recorded one since [#last] was asked; then nothing was
  ///   recorded, and the pass has to be made again
  public boolean record(AlertPass pass) throws StoreException {
    try {
      connection.setAutoCommit(false);
      try {
        boolean isNext = number(pass);
        if (isNext) {
          see(pass.seen());
          tell(pass);
          note(pass);
          if (pass.added() != null) {
            SavedSearches.insert(pass.added(), connection);
          }
          connection.commit();
        }
        return isNext;
      } finally {
        connection.rollback(); // nothing is left to roll back after a commit
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure("write to", e);
    }
  }

  /// Comes first, since a transaction that begins by writing waits for another writer.
  private boolean number(AlertPass pass) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO alert_passes(number, generation, at)
            SELECT ?1, ?2, ?3 WHERE ?1 = 1 + (SELECT coalesce(max(number), 0) FROM alert_passes)
            """)) {
      insert.setLong(1, pass.number());
      insert.setString(2, pass.generation());
      insert.setLong(3, pass.at().toEpochMilli());
      return insert.executeUpdate() > 0;
    }
  }

  private void see(List<Long> versions) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO alert_seen(version) VALUES (?)")) {
      for (long version : versions) {
        insert.setLong(1, version);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// A search that was removed meanwhile tells nothing any more.
  private void tell(AlertPass pass) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT OR IGNORE INTO alert_notices(search, article, version, kind, pass, at, due)
            SELECT id, ?, ?, ?, ?, ?, iif(webhook IS NULL AND mail IS NULL, NULL, ?)
            FROM alert_searches WHERE id = ? AND removed IS NULL
            """)) {
      for (AlertPass.Found found : pass.found()) {
        insert.setString(1, found.article().value());
        insert.setLong(2, found.version());
        insert.setString(3, found.kind().word());
        insert.setLong(4, pass.number());
        insert.setLong(5, pass.at().toEpochMilli());
        insert.setLong(6, pass.at().toEpochMilli());
        insert.setString(7, found.search());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void note(AlertPass pass) throws SQLException {
    try (Statement clear = connection.createStatement();
        PreparedStatement trouble =
            connection.prepareStatement("UPDATE alert_searches SET trouble = ? WHERE id = ?");
        PreparedStatement missed =
            connection.prepareStatement(
                "INSERT INTO alert_missed(search, version) VALUES (?, ?)")) {
      clear.executeUpdate("UPDATE alert_searches SET trouble = NULL WHERE paused = 0");
      clear.executeUpdate("DELETE FROM alert_missed");
      for (Map.Entry<String, String> each : pass.troubles().entrySet()) {
        trouble.setString(1, each.getValue());
        trouble.setString(2, each.getKey());
        trouble.addBatch();
      }
      trouble.executeBatch();
      for (Map.Entry<String, Set<Long>> each : pass.missed().entrySet()) {
        for (long version : each.getValue()) {
          missed.setString(1, each.getKey());
          missed.setLong(2, version);
          missed.addBatch();
        }
      }
      missed.executeBatch();
    }
  }

  /// When the last pass was made, and over what; empty before the first.
  public static Optional<Made> latest(Path home) throws StoreException {
    return Desk.read(
        home,
        "alert_passes",
        Optional.empty(),
        statement -> {
          try (ResultSet row =
              statement.executeQuery(
                  "SELECT number, generation, at FROM alert_passes ORDER BY number DESC LIMIT 1")) {
            return row.next()
                ? Optional.of(
                    new Made(
                        row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                : Optional.empty();
          }
        });
  }

  /// A pass that was recorded.
  public record Made(long number, String generation, Instant at) {}

  private StoreException failure(String verb, SQLException e) {
    return Database.failure(file, verb, e);
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }
}
