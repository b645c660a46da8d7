package dateline.corpus.store;

import dateline.corpus.store.Arrivals.Lacks;
import dateline.corpus.store.RunRecord.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The runs that a store remembers, in ascending order of their numbers.
public final class Runs {
  private Runs() {}

  /// All runs; none when there is no store yet.
  public static List<RunRecord> of(Path home) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Connection connection = Database.openForReading(file)) {
      return records(connection);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// The runs that ended in good order and are not on hold; none when there is no store yet.
  public static Set<Long> finished(Path home) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    if (!Files.exists(file)) {
      return Set.of();
    }
    try (Connection connection = Database.openForReading(file)) {
      return inState(connection, State.FINISHED);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// How many records the last run that ended could not take; 0 when there was none.
  public static long lastQuarantined(Path home) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    if (!Files.exists(file)) {
      return 0;
    }
    try (Connection connection = Database.openForReading(file)) {
      if (Database.version(connection) < 2) {
        return 0; // a store of an older Dateline, which did not count them
      }
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT quarantined FROM runs WHERE state <> 'open' ORDER BY run DESC LIMIT 1")) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Notes which runs count: those of `counted` are finished, and others that brought versions are
  /// on hold. To be called while no run goes on.
  public static void count(Path home, Set<Long> counted) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    try (Connection connection = ArchiveTables.open(file)) {
      align(connection, counted);
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Throws away what a run on hold brought.
  ///
  /// @return how many versions it had; -1 when no run of this number is on hold
  public static long discard(Path home, long run) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    try (Connection connection = ArchiveTables.open(file)) {
      if (!inState(connection, State.HELD).contains(run)) {
        return -1;
      }
      connection.setAutoCommit(false);
      long versions = drop(connection, run);
      connection.commit();
      return versions;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// A run that was killed after it had published lacks only the note of its end; a generation that
  /// was rolled back takes its runs with it.
  static void align(Connection connection, Set<Long> counted) throws SQLException {
    for (RunRecord.State state : List.of(State.OPEN, State.HELD)) {
      for (long run : inState(connection, state)) {
        if (counted.contains(run)) {
          set(connection, run, State.FINISHED);
        }
      }
    }
    for (long run : inState(connection, State.FINISHED)) {
      if (!counted.contains(run) && hasVersions(connection, run)) {
        set(connection, run, State.HELD);
      }
    }
  }

  static Set<Long> inState(Connection connection, State state) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT run FROM runs WHERE state = ?")) {
      select.setString(1, word(state));
      var runs = new TreeSet<Long>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          runs.add(rows.getLong(1));
        }
      }
      return runs;
    }
  }

  static long open(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO runs(started, state) VALUES (?, ?) RETURNING run")) {
      insert.setString(1, now.toString());
      insert.setString(2, word(State.OPEN));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void set(Connection connection, long run, State state) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE runs SET state = ? WHERE run = ?")) {
      update.setString(1, word(state));
      update.setLong(2, run);
      update.executeUpdate();
    }
  }

  /// @return how many versions went with it
  static long drop(Connection connection, long run) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long versions = statement.executeUpdate("DELETE FROM versions WHERE run = " + run);
      statement.executeUpdate("DELETE FROM quarantine WHERE run = " + run);
      statement.executeUpdate("DELETE FROM arrivals WHERE run = " + run);
      statement.executeUpdate("DELETE FROM runs WHERE run = " + run);
      return versions;
    }
  }

  /// Notes what a run was given, in place of an earlier note.
  static void note(
      Connection connection, long run, long read, long quarantined, List<Arrivals> arrivals)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO arrivals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.executeUpdate("DELETE FROM arrivals WHERE run = " + run);
      statement.executeUpdate(
          "UPDATE runs SET read = %d, quarantined = %d WHERE run = %d"
              .formatted(read, quarantined, run));
      for (Arrivals of : arrivals) {
        insert.setLong(1, run);
        insert.setString(2, of.source());
        insert.setString(3, of.day() == null ? null : of.day().toString());
        long[] counts = {
          of.added(),
          of.changed(),
          of.unchanged(),
          of.withdrawn(),
          of.without().headline(),
          of.without().body(),
          of.without().date(),
          of.without().byline(),
          of.lost().headline(),
          of.lost().body(),
          of.lost().date(),
          of.lost().byline(),
          of.moved()
        };
        for (int i = 0; i < counts.length; i++) {
          insert.setLong(4 + i, counts[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static List<RunRecord> records(Connection connection) throws SQLException {
    if (Database.version(connection) < 2) {
      return List.of(); // a store of an older Dateline, which did not count arrivals
    }
    Map<Long, List<Arrivals>> arrivals = arrivals(connection);
    var records = new ArrayList<RunRecord>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT run, started, state, read, quarantined FROM runs ORDER BY run")) {
      while (rows.next()) {
        records.add(
            new RunRecord(
                rows.getLong(1),
                Instant.parse(rows.getString(2)),
                State.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                rows.getLong(4),
                rows.getLong(5),
                arrivals.getOrDefault(rows.getLong(1), List.of())));
      }
    }
    return records;
  }

  private static Map<Long, List<Arrivals>> arrivals(Connection connection) throws SQLException {
    var arrivals = new HashMap<Long, List<Arrivals>>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM arrivals ORDER BY run, source, day")) {
      while (row.next()) {
        String day = row.getString("day");
        arrivals
            .computeIfAbsent(row.getLong("run"), _ -> new ArrayList<>())
            .add(
                new Arrivals(
                    row.getString("source"),
                    day == null ? null : LocalDate.parse(day),
                    row.getLong("added"),
                    row.getLong("changed"),
                    row.getLong("unchanged"),
                    row.getLong("withdrawn"),
                    lacks(row, "no"),
                    lacks(row, "lost"),
                    row.getLong("moved")));
      }
    }
    return arrivals;
  }

  private static Lacks lacks(ResultSet row, String prefix) throws SQLException {
    return new Lacks(
        row.getLong(prefix + "_headline"),
        row.getLong(prefix + "_body"),
        row.getLong(prefix + "_date"),
        row.getLong(prefix + "_byline"));
  }

  private static boolean hasVersions(Connection connection, long run) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT 1 FROM versions WHERE run = " + run + " LIMIT 1")) {
      return row.next();
    }
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
