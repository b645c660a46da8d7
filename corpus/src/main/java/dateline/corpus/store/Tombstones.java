package dateline.corpus.store;

import dateline.corpus.ArticleId;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// The withdrawn articles in `desk.db`. They are never on hold: what a refused run took back is
/// taken back. For use by one thread.
public final class Tombstones implements Closeable {
  private static final String TABLE = "tombstones";

  private final Path file;
  private final Connection connection;

  private Tombstones(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static Tombstones open(Path home) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    return new Tombstones(file, Database.openForWriting(file, Desk.TABLES));
  }

  /// Those in force, in the order in which they were set; none before the first.
  public static List<Tombstone> all(Path home) throws StoreException {
    return Desk.read(home, TABLE, List.of(), Tombstones::all);
  }

  /// Changes with every tombstone that is set or lifted. Cheap enough to ask twice a second.
  public static String state(Path home) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        "0",
        statement -> {
          try (ResultSet row =
              statement.executeQuery("SELECT count(*), total(lifted) FROM tombstones")) {
            return row.getLong(1) == 0 ? "0" : row.getLong(1) + "-" + row.getLong(2);
          }
        });
  }

  private static List<Tombstone> all(Statement statement) throws SQLException {
    var all = new ArrayList<Tombstone>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT article, at, by, reason, purged FROM tombstones WHERE lifted = 0 ORDER BY number")) {
      while (rows.next()) {
        all.add(
            new Tombstone(
                new ArticleId(rows.getString(1)),
                Instant.ofEpochSecond(rows.getLong(2)),
                Tombstone.By.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                rows.getString(4),
                rows.getBoolean(5)));
      }
    }
    return all;
  }

  /// Sets tombstones in one transaction. An article that has one keeps it.
  ///
  /// @return those that were set
  public List<Tombstone> add(Collection<Tombstone> tombstones) throws StoreException {
    var added = new ArrayList<Tombstone>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO tombstones(article, at, by, reason) VALUES (?, ?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (Tombstone tombstone : tombstones) {
        insert.setString(1, tombstone.article().value());
        insert.setLong(2, tombstone.at().getEpochSecond());
        insert.setString(3, tombstone.by().name().toLowerCase(Locale.ROOT));
        insert.setString(4, tombstone.reason());
        if (insert.executeUpdate() > 0) {
          added.add(tombstone);
        }
      }
      Journal.withdraw(connection, added);
      connection.commit();
      connection.setAutoCommit(true);
      return added;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Takes a tombstone away. What was purged does not come back; it may be delivered again.
  ///
  /// @return whether there was one
  public boolean lift(ArticleId article, Instant at) throws StoreException {
    try {
      connection.setAutoCommit(false);
      boolean isLifted =
          update("UPDATE tombstones SET lifted = 1 WHERE lifted = 0 AND article = ?", article);
      if (isLifted) {
        Journal.reinstate(connection, article, at);
      }
      connection.commit();
      connection.setAutoCommit(true);
      return isLifted;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Notes that an article's text is gone.
  public void purged(Collection<ArticleId> articles) throws StoreException {
    for (ArticleId article : articles) {
      update("UPDATE tombstones SET purged = 1 WHERE lifted = 0 AND article = ?", article);
    }
  }

  private boolean update(String statement, ArticleId article) throws StoreException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      update.setString(1, article.value());
      return update.executeUpdate() > 0;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }
}
