package dateline.corpus.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What runs could not take in.
public final class Quarantine {
  private Quarantine() {}

  /// @param entry its number, never used twice
  /// @param line counted from 1; 0 for a whole file
  public record Entry(long entry, long run, String file, long line, String reason) {}

  /// The latest entries, latest first; none when there is no store yet.
  public static List<Entry> latest(Path home, int limit) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    var entries = new ArrayList<Entry>();
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT entry, run, file, line, reason FROM quarantine ORDER BY entry DESC LIMIT "
                    + limit)) {
      while (rows.next()) {
        entries.add(
            new Entry(
                rows.getLong(1),
                rows.getLong(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getString(5)));
      }
      return entries;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// A record as it was rejected.
  ///
  /// @param bytes at most as many as were kept of it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Kept(Entry entry, byte[] bytes) {}

  /// Entries with what was rejected, in the order of their numbers.
  ///
  /// @param entries their numbers; empty for all
  public static List<Kept> kept(Path home, Collection<Long> entries) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    var kept = new ArrayList<Kept>();
    if (!Files.exists(file)) {
      return kept;
    }
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT entry, run, file, line, reason, bytes FROM quarantine "
                    + (entries.isEmpty() ? "" : "WHERE entry IN (" + list(entries) + ")")
                    + " ORDER BY entry")) {
      while (rows.next()) {
        var entry =
            new Entry(
                rows.getLong(1),
                rows.getLong(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getString(5));
        kept.add(new Kept(entry, ArticleCodec.decompress(rows.getBytes(6))));
      }
      return kept;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Forgets entries. To be called while no run goes on.
  ///
  /// @return how many there were
  public static long drop(Path home, Collection<Long> entries) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    try (Connection connection = ArchiveTables.open(file);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
          "DELETE FROM quarantine WHERE entry IN (" + list(entries) + ")");
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  private static String list(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
