package dateline.corpus.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The notices in `desk.db` that are still to be sent. What is in it stays until it was delivered,
/// or was tried in vain for so long that its sender gives up; nothing is dropped. For use by one
/// thread.
public final class Outbox implements Closeable {
  private final Path file;
  private final Connection connection;

  private Outbox(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static Outbox open(Path home) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    return new Outbox(file, Database.openForWriting(file, Desk.TABLES));
  }

  /// A notice to be sent.
  ///
  /// @param attempts so far
  /// @param tried when it was tried first; the moment at which it is taken when it was not yet
  public record Parcel(Notice notice, int attempts, Instant tried) {}

  /// Whether anything is to be sent now. Cheap enough to ask each second.
  public static boolean isDue(Path home, Instant now) throws StoreException {
    return Desk.read(
        home,
        "alert_notices",
        false,
        statement -> {
          try (ResultSet row =
              statement.executeQuery(
                  "SELECT 1 FROM alert_notices WHERE due <= " + now.toEpochMilli() + " LIMIT 1")) {
            return row.next();
          }
        });
  }

  /// What is to be sent now, in the order in which it was recorded. Of one article nothing is sent
  /// before what was recorded of it earlier is delivered or given up; of a search that is paused
  /// nothing is sent at all.
  ///
  /// @param most of each search
  public List<Parcel> due(Instant now, int most) throws StoreException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT * FROM (
              SELECT n.*, row_number() OVER (PARTITION BY n.search ORDER BY n.number) AS place
              FROM alert_notices n JOIN alert_searches s ON s.id = n.search
              WHERE n.due <= ? AND s.paused = 0 AND s.removed IS NULL AND NOT EXISTS (
                SELECT 1 FROM alert_notices e WHERE e.search = n.search AND e.article = n.article
                  AND e.number < n.number AND e.due IS NOT NULL))
            WHERE place <= ? ORDER BY number
            """)) {
      select.setLong(1, now.toEpochMilli());
      select.setInt(2, most);
      var parcels = new ArrayList<Parcel>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Instant tried = Notices.instant(rows, "tried");
          parcels.add(
              new Parcel(
                  Notices.notice(rows), rows.getInt("attempts"), tried == null ? now : tried));
        }
      }
      return parcels;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  public void delivered(Parcel parcel, Instant at) throws StoreException {
    update(
        """
        UPDATE alert_notices SET due = NULL, delivered = %d, attempts = attempts + 1, trouble = NULL
        WHERE number = %d
        """
            .formatted(at.toEpochMilli(), parcel.notice().number()),
        null);
  }

  /// Notes an attempt in vain, after which another one is made.
  public void postponed(Parcel parcel, Instant next, String trouble) throws StoreException {
    update(
        """
        UPDATE alert_notices SET due = %d, attempts = attempts + 1, tried = %d, trouble = ?
        WHERE number = %d
        """
            .formatted(
                next.toEpochMilli(), parcel.tried().toEpochMilli(), parcel.notice().number()),
        trouble);
  }

  /// Notes the last attempt in vain.
  public void failed(Parcel parcel, String trouble) throws StoreException {
    update(
        """
        UPDATE alert_notices SET due = NULL, attempts = attempts + 1, tried = %d, trouble = ?
        WHERE number = %d
        """
            .formatted(parcel.tried().toEpochMilli(), parcel.notice().number()),
        trouble);
  }

  /// Makes what a search could not deliver due again, as if it had not been tried yet.
  ///
  /// @return how many
  public int retry(String search, Instant now) throws StoreException {
    return update(
        """
        UPDATE alert_notices SET due = %d, attempts = 0, tried = NULL
        WHERE delivered IS NULL AND attempts > 0 AND search = ?
        """
            .formatted(now.toEpochMilli()),
        search);
  }

  private int update(String statement, @Nullable String text) throws StoreException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      if (text != null) {
        update.setString(1, text);
      }
      return update.executeUpdate();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }
}
