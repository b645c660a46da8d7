package dateline.corpus.store;

import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The saved searches in `desk.db`. One begins with a pass, [AlertPass#added]. For use by one
/// thread.
public final class SavedSearches implements Closeable {
  private static final String TABLE = "alert_searches";

  /// Of one home: each is asked at each pass.
  public static final int MOST = 1_000;

  /// Without signs that look like another one.
  private static final String ID_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int ID_LENGTH = 8;

  private final Path file;
  private final Connection connection;

  private SavedSearches(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static SavedSearches open(Path home) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    return new SavedSearches(file, Database.openForWriting(file, Desk.TABLES));
  }

  /// All of them, the oldest first; none before the first.
  public static List<SavedSearch> all(Path home) throws StoreException {
    return Desk.read(home, TABLE, List.of(), SavedSearches::all);
  }

  public static Optional<SavedSearch> find(Path home, String id) throws StoreException {
    return all(home).stream().filter(search -> search.id().equals(id)).findFirst();
  }

  /// Whether there is any. Cheap enough to ask each second.
  public static boolean areThere(Path home) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        false,
        statement -> {
          try (ResultSet row =
              statement.executeQuery(
                  "SELECT 1 FROM alert_searches WHERE removed IS NULL LIMIT 1")) {
            return row.next();
          }
        });
  }

  static List<SavedSearch> all(Statement statement) throws SQLException {
    var all = new ArrayList<SavedSearch>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT id, name, query, at, paused, webhook, secret, mail, trouble
            FROM alert_searches WHERE removed IS NULL ORDER BY at, rowid
            """)) {
      while (rows.next()) {
        all.add(
            new SavedSearch(
                rows.getString("id"),
                rows.getString("name"),
                rows.getString("query"),
                Instant.ofEpochMilli(rows.getLong("at")),
                rows.getBoolean("paused"),
                destination(rows),
                rows.getString("trouble")));
      }
    }
    return all;
  }

  private static Destination destination(ResultSet row) throws SQLException {
    String webhook = row.getString("webhook");
    String mail = row.getString("mail");
    if (webhook != null) {
      return new Destination.Webhook(URI.create(webhook), row.getString("secret"));
    }
    return mail != null ? new Destination.Mail(mail) : new Destination.Feed();
  }

  /// An id that no search has or had. Drawn, not counted: a restored home must not give an id anew
  /// that receivers know from before.
  public String freshId(RandomGenerator random) throws StoreException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM alert_searches WHERE id = ?")) {
      while (true) {
        var id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
          id.append(ID_SIGNS.charAt(random.nextInt(ID_SIGNS.length())));
        }
        select.setString(1, id.toString());
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return id.toString();
          }
        }
      }
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  static void insert(SavedSearch search, Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO alert_searches(id, name, query, at, paused, webhook, secret, mail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, search.id());
      insert.setString(2, search.name());
      insert.setString(3, search.query());
      insert.setLong(4, search.created().toEpochMilli());
      insert.setBoolean(5, search.isPaused());
      switch (search.destination()) {
        case Destination.Feed _ -> {} // the columns are null
        case Destination.Webhook(var address, var secret) -> {
          insert.setString(6, address.toString());
          insert.setString(7, secret);
        }
        case Destination.Mail(var address) -> insert.setString(8, address);
      }
      insert.executeUpdate();
    }
  }

  /// @return whether there is such a search
  public boolean pause(String id) throws StoreException {
    return update("UPDATE alert_searches SET paused = 1 WHERE removed IS NULL AND id = ?", id);
  }

  /// @return whether there is such a search
  public boolean resume(String id) throws StoreException {
    return update("UPDATE alert_searches SET paused = 0 WHERE removed IS NULL AND id = ?", id);
  }

  /// Forgets a search with all that it told and had still to tell. Only its id stays, so that no
  /// other one gets it.
  ///
  /// @return whether there was such a search
  public boolean remove(String id, Instant at) throws StoreException {
    try {
      connection.setAutoCommit(false);
      try {
        boolean isRemoved =
            update(
                "UPDATE alert_searches SET removed = "
                    + at.toEpochMilli()
                    + ", name = '', query = '', webhook = NULL, secret = NULL, mail = NULL, trouble = NULL"
                    + " WHERE removed IS NULL AND id = ?",
                id);
        update("DELETE FROM alert_notices WHERE search = ?", id);
        update("DELETE FROM alert_missed WHERE search = ?", id);
        connection.commit();
        return isRemoved;
      } finally {
        connection.rollback(); // nothing is left to roll back after a commit
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure("write to", e);
    }
  }

  private boolean update(String statement, String id) throws StoreException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      update.setString(1, id);
      return update.executeUpdate() > 0;
    } catch (SQLException e) {
      throw failure("write to", e);
    }
  }

  private StoreException failure(String verb, SQLException e) {
    return Database.failure(file, verb, e);
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }
}
