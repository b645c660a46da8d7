package dateline.corpus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/// Which of the servers over a home records and sends alerts: the one that holds the row in
/// `desk.db` until a moment, and renews it before. When it does not, any other one takes it.
public final class AlertLease {
  private AlertLease() {}

  /// Takes or renews the lease.
  ///
  /// @param owner tells one server from all others, also from itself after a restart
  /// @return false while another one holds it
  public static boolean take(Path home, String owner, Instant now, Instant until)
      throws StoreException {
    return change(
        home,
        """
        INSERT INTO alert_lease(one, owner, until) VALUES (1, ?1, %d)
        ON CONFLICT (one) DO UPDATE SET owner = excluded.owner, until = excluded.until
        WHERE owner = ?1 OR until <= %d
        """
            .formatted(until.toEpochMilli(), now.toEpochMilli()),
        owner);
  }

  /// Gives the lease up, so that another server need not wait for its end.
  public static void giveUp(Path home, String owner) throws StoreException {
    change(home, "DELETE FROM alert_lease WHERE owner = ?1", owner);
  }

  private static boolean change(Path home, String statement, String owner) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    try (Connection connection = Database.openForWriting(file, Desk.TABLES);
        PreparedStatement change = connection.prepareStatement(statement)) {
      change.setString(1, owner);
      return change.executeUpdate() > 0;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }
}
