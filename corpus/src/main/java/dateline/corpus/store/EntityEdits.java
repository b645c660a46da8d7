package dateline.corpus.store;

import dateline.corpus.EntityKind;
import java.io.Closeable;
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

/// The editors' repairs in `desk.db`, in the order in which they were made. An edit is never
/// removed, only marked as undone. For use by one thread.
public final class EntityEdits implements Closeable {
  private static final String TABLE = "entity_edits";

  private final Path file;
  private final Connection connection;

  /// @param number by which it can be undone
  public record Made(long number, Instant at, EntityEdit edit, boolean isUndone) {}

  private EntityEdits(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static EntityEdits open(Path home) throws StoreException {
    Path file = home.resolve(EntityIds.FILE);
    return new EntityEdits(file, Database.openForWriting(file, Desk.TABLES));
  }

  /// All edits, also undone ones; empty before the first.
  public static List<Made> all(Path home) throws StoreException {
    return Desk.read(home, TABLE, List.of(), EntityEdits::all);
  }

  /// The edits in force.
  public static EntityOverlay overlay(Path home) throws StoreException {
    return EntityOverlay.of(
        all(home).stream().filter(made -> !made.isUndone()).map(Made::edit).toList());
  }

  /// Changes with every edit and every undoing. Cheap enough to ask twice a second.
  public static String state(Path home) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        "0",
        statement -> {
          try (ResultSet row =
              statement.executeQuery("SELECT count(*), total(undone) FROM entity_edits")) {
            return row.getLong(1) == 0 ? "0" : row.getLong(1) + "-" + row.getLong(2);
          }
        });
  }

  private static List<Made> all(Statement statement) throws SQLException, StoreException {
    var all = new ArrayList<Made>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT number, at, line, undone FROM entity_edits ORDER BY number")) {
      while (rows.next()) {
        try {
          all.add(
              new Made(
                  rows.getLong(1),
                  Instant.ofEpochSecond(rows.getLong(2)),
                  EditLine.parse(rows.getString(3)),
                  rows.getBoolean(4)));
        } catch (EditLine.Malformed e) {
          throw new StoreException(
              "entity edit %d in desk.db cannot be read: %s. Restore the file from a snapshot."
                  .formatted(rows.getLong(1), e.getMessage()),
              e);
        }
      }
    }
    return all;
  }

  /// Adds edits in one transaction: all or none. A split mints its new id.
  ///
  /// @return the number of the first
  /// @throws StoreException when the new id of a split is an entity's already
  public long add(List<EntityEdit> edits, Instant at) throws StoreException {
    try {
      connection.setAutoCommit(false);
      long first = 0;
      try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO entity_edits(at, line, undone) VALUES (?, ?, 0) RETURNING number");
          PreparedStatement mint =
              connection.prepareStatement(
                  "INSERT OR IGNORE INTO entities(kind, id, key, label) VALUES (?, ?, ?, ?)")) {
        for (EntityEdit edit : edits) {
          insert.setLong(1, at.getEpochSecond());
          insert.setString(2, EditLine.print(edit));
          try (ResultSet row = insert.executeQuery()) {
            first = first == 0 ? row.getLong(1) : first;
          }
          if (edit instanceof EntityEdit.Split split) {
            mint(split, mint);
          }
        }
        connection.commit();
        return first;
      } finally {
        connection.rollback(); // nothing is left to roll back after a commit
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  private static void mint(EntityEdit.Split split, PreparedStatement mint) throws SQLException {
    mint.setString(1, split.kind().name());
    mint.setString(2, split.newId());
    mint.setString(3, "=" + split.newId()); // no recognised name has such a key
    mint.setString(4, split.label());
    mint.executeUpdate();
  }

  /// Undoes the edit with this number, or the last one in force.
  ///
  /// @return empty when there is none, or it is undone already
  public Optional<Made> undo(Optional<Long> number) throws StoreException {
    try (Statement statement = connection.createStatement()) {
      Optional<Made> found =
          all(statement).reversed().stream()
              .filter(made -> !made.isUndone())
              .filter(made -> number.isEmpty() || made.number() == number.get())
              .findFirst();
      if (found.isPresent()) {
        statement.executeUpdate(
            "UPDATE entity_edits SET undone = 1 WHERE number = " + found.get().number());
      }
      return found;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// An id for a new entity that no other one has or had.
  public String freeId(EntityKind kind, String label) throws StoreException {
    return EntityIds.free(kind, label, id -> isMinted(kind, id));
  }

  /// Whether an entity of a kind was ever given this id.
  public boolean isMinted(EntityKind kind, String id) throws StoreException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT 1 FROM entities WHERE kind = ? AND id = ?")) {
      statement.setString(1, kind.name());
      statement.setString(2, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }
}
