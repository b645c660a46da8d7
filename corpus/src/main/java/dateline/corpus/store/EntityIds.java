package dateline.corpus.store;

import dateline.corpus.EntityKind;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The ids of entities that no gazetteer knows, in `desk.db`. An id is minted once and never used
/// again for anything else; a better label does not change it. For use by one thread.
///
/// Table `entities(kind, id, key, label)`: the key is what recognition calls the entity in every
/// article. An id is the label in lower-case ASCII letters and digits joined by hyphens, with a
/// number where that is taken.
public final class EntityIds implements Closeable {
  public static final String FILE = "desk.db";
  private static final int SLUG_LENGTH_MAX = 80;

  /// An entity with its name for people.
  public record Entity(EntityKind kind, String id, String label) {}

  private record Minted(String id, String label) {}

  private final Path file;
  private final Connection connection;
  private final Map<EntityKind, Map<String, Minted>> byKey = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Set<String>> taken = new EnumMap<>(EntityKind.class);
  private final List<Object[]> unsaved = new ArrayList<>();

  private EntityIds(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    for (EntityKind kind : EntityKind.values()) {
      byKey.put(kind, new HashMap<>());
      taken.put(kind, new HashSet<>());
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT kind, id, key, label FROM entities")) {
      while (rows.next()) {
        EntityKind kind = EntityKind.valueOf(rows.getString(1));
        of(byKey, kind).put(rows.getString(3), new Minted(rows.getString(2), rows.getString(4)));
        of(taken, kind).add(rows.getString(2));
      }
    }
  }

  public static EntityIds open(Path home) throws StoreException {
    Path file = home.resolve(FILE);
    Connection connection = Database.openForWriting(file, Desk.TABLES);
    try {
      return new EntityIds(file, connection);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Reads all entities, for a server. Empty when nothing was ever minted.
  public static List<Entity> all(Path home) throws StoreException {
    Path file = home.resolve(FILE);
    var entities = new ArrayList<Entity>();
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT kind, id, label FROM entities")) {
      while (rows.next()) {
        entities.add(
            new Entity(
                EntityKind.valueOf(rows.getString(1)), rows.getString(2), rows.getString(3)));
      }
      return entities;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Forgets entities whose names must not be known any more. Their ids may be minted again.
  public static void forget(Path home, Collection<Entity> entities) throws StoreException {
    Path file = home.resolve(FILE);
    try (Connection connection = Database.openForWriting(file, Desk.TABLES);
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM entities WHERE kind = ? AND id = ?")) {
      connection.setAutoCommit(false);
      for (Entity entity : entities) {
        delete.setString(1, entity.kind().name());
        delete.setString(2, entity.id());
        delete.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
      StorePurge.emptyLog(connection);
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// The id of the entity with this key, minted now if it has none. Call [#save] before the id is
  /// published.
  public String idOf(EntityKind kind, String key, String label) {
    Map<String, Minted> known = of(byKey, kind);
    Minted minted = known.get(key);
    if (minted == null) {
      minted = new Minted(freeId(kind, label), label);
    } else if (isBetter(label, minted.label())) {
      minted = new Minted(minted.id(), label);
    } else {
      return minted.id();
    }
    known.put(key, minted);
    unsaved.add(new Object[] {kind.name(), minted.id(), key, minted.label()});
    return minted.id();
  }

  /// Whether an entity of a kind was ever given this id.
  public boolean isMinted(EntityKind kind, String id) {
    return of(taken, kind).contains(id);
  }

  public String labelOf(EntityKind kind, String key) {
    Minted minted = of(byKey, kind).get(key);
    if (minted == null) {
      throw new IllegalStateException("no id was minted for " + kind + " " + key);
    }
    return minted.label();
  }

  /// Writes new ids and labels in one short transaction.
  public void save() throws StoreException {
    if (unsaved.isEmpty()) {
      return;
    }
    try {
      connection.setAutoCommit(false);
      try (PreparedStatement upsert =
          connection.prepareStatement(
              """
              INSERT INTO entities(kind, id, key, label) VALUES (?, ?, ?, ?)
              ON CONFLICT(kind, key) DO UPDATE SET label = excluded.label
              """)) {
        for (Object[] row : unsaved) {
          for (int i = 0; i < row.length; i++) {
            upsert.setObject(i + 1, row[i]);
          }
          upsert.addBatch();
        }
        upsert.executeBatch();
      }
      connection.commit();
      unsaved.clear();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }

  private String freeId(EntityKind kind, String label) {
    return free(kind, label, id -> !of(taken, kind).add(id));
  }

  /// The label in lower-case ASCII letters and digits, with a number where that is taken.
  static <E extends Exception> String free(EntityKind kind, String label, Taken<E> taken) throws E {
    String slug =
        Normalizer.normalize(label, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+|['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    slug =
        slug.isEmpty()
            ? kind.name().toLowerCase(Locale.ROOT)
            : slug.substring(0, Math.min(slug.length(), SLUG_LENGTH_MAX));
    String id = slug;
    for (int number = 2; taken.isTaken(id); number++) {
      id = slug + "-" + number;
    }
    return id;
  }

  /// Whether an id belongs to an entity already.
  interface Taken<E extends Exception> {
    boolean isTaken(String id) throws E;
  }

  /// Mixed case beats capitals, then the longer name wins.
  private static boolean isBetter(String label, String than) {
    boolean isCapitals = label.equals(label.toUpperCase(Locale.ROOT));
    boolean thanIsCapitals = than.equals(than.toUpperCase(Locale.ROOT));
    return isCapitals == thanIsCapitals ? label.length() > than.length() : thanIsCapitals;
  }

  private static <V> V of(Map<EntityKind, V> map, EntityKind kind) {
    return java.util.Objects.requireNonNull(map.get(kind));
  }
}
