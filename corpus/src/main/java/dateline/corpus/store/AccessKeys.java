package dateline.corpus.store;

import dateline.corpus.store.AccessKey.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The keys that an archive's owner gave out, in `desk.db`. A number is never given twice.
public final class AccessKeys {
  private static final int SECRET_BYTES = 20;

  private AccessKeys() {}

  /// A new key and what its holder is told, once.
  public record Issued(AccessKey key, AccessKey.Presented told) {}

  /// In the order in which they were given out, ended ones among them.
  public static List<AccessKey> all(Path home) throws StoreException {
    return Desk.read(home, "access_keys", List.of(), AccessKeys::all);
  }

  private static List<AccessKey> all(Statement statement) throws SQLException {
    var all = new ArrayList<AccessKey>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT id, name, hash, role, scope, rate, created, expires, revoked FROM access_keys ORDER BY id")) {
      while (rows.next()) {
        all.add(
            new AccessKey(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                Role.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                rows.getString(5),
                rows.getString(6),
                Instant.ofEpochSecond(rows.getLong(7)),
                instant(rows, 8),
                instant(rows, 9)));
      }
    }
    return List.copyOf(all);
  }

  private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
    long seconds = rows.getLong(column);
    return rows.wasNull() ? null : Instant.ofEpochSecond(seconds);
  }

  /// Gives out a key.
  public static Issued add(
      Path home,
      String name,
      Role role,
      String scope,
      String rate,
      Instant at,
      @Nullable Instant expires)
      throws StoreException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    String hash = AccessKey.hash(secret);
    Path file = home.resolve(EntityIds.FILE);
    try (Connection connection = Database.openForWriting(file, Desk.TABLES);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO access_keys(name, hash, role, scope, rate, created, expires)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, name);
      insert.setString(2, hash);
      insert.setString(3, role.name().toLowerCase(Locale.ROOT));
      insert.setString(4, scope);
      insert.setString(5, rate);
      insert.setLong(6, at.getEpochSecond());
      if (expires == null) {
        insert.setNull(7, Types.INTEGER);
      } else {
        insert.setLong(7, expires.getEpochSecond());
      }
      insert.executeUpdate();
      try (ResultSet numbers = insert.getGeneratedKeys()) {
        long id = numbers.getLong(1);
        var key = new AccessKey(id, name, hash, role, scope, rate, at, expires, null);
        return new Issued(key, new AccessKey.Presented(id, secret));
      }
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Ends a key.
  ///
  /// @return whether there was one of this number that was not ended before
  public static boolean revoke(Path home, long id, Instant at) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    try (Connection connection = Database.openForWriting(file, Desk.TABLES);
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE access_keys SET revoked = ? WHERE id = ? AND revoked IS NULL")) {
      update.setLong(1, at.getEpochSecond());
      update.setLong(2, id);
      return update.executeUpdate() > 0;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }
}
