package dateline.corpus.store;

import dateline.corpus.Article;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Removes the texts of withdrawn articles from `archive.db`, from its log and from its free pages.
/// To be called while no run goes on.
public final class StorePurge {
  private StorePurge() {}

  /// What was removed.
  ///
  /// @param versions of articles
  /// @param rejected records in quarantine that held text of them
  public record Removed(long versions, long rejected) {}

  /// All versions of some articles, whatever run brought them; none when there is no store.
  public static List<Article> versions(Path home, Collection<String> ids) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    var versions = new ArrayList<Article>();
    if (!Files.exists(file)) {
      return versions;
    }
    try (Connection connection = Database.openForReading(file);
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT content FROM versions WHERE article = ? ORDER BY sequence")) {
      for (String id : ids) {
        select.setString(1, id);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            versions.add(ArticleCodec.decode(ArticleCodec.decompress(rows.getBytes(1))));
          }
        }
      }
      return versions;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Removes all versions of some articles and every record in quarantine that tells of them.
  ///
  /// @param texts of the articles, as [#versions] gives them
  /// @throws StoreException also when others read for so long that the log cannot be emptied; then
  ///   it can be called again
  public static Removed remove(Path home, Collection<String> ids, List<Article> texts)
      throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    if (!Files.exists(file)) {
      return new Removed(0, 0);
    }
    try (Connection connection = ArchiveTables.open(file)) {
      connection.setAutoCommit(false);
      long versions = removeVersions(connection, ids);
      long rejected = removeRejected(connection, new Traces(ids, texts));
      connection.commit();
      connection.setAutoCommit(true);
      emptyLog(connection);
      return new Removed(versions, rejected);
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Whether a record in quarantine bears one of some ids.
  public static boolean isInQuarantine(Path home, Collection<String> ids) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    try (Connection connection = Database.openForReading(file)) {
      return !rejected(connection, new Traces(ids, List.of())).isEmpty();
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  private static long removeVersions(Connection connection, Collection<String> ids)
      throws SQLException {
    long removed = 0;
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM versions WHERE article = ?")) {
      for (String id : ids) {
        delete.setString(1, id);
        removed += delete.executeUpdate();
      }
    }
    return removed;
  }

  private static long removeRejected(Connection connection, Traces traces) throws SQLException {
    List<Long> entries = rejected(connection, traces);
    try (Statement statement = connection.createStatement()) {
      for (long entry : entries) {
        statement.executeUpdate("DELETE FROM quarantine WHERE entry = " + entry);
      }
    }
    return entries.size();
  }

  private static List<Long> rejected(Connection connection, Traces traces) throws SQLException {
    var entries = new ArrayList<Long>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT entry, reason, bytes FROM quarantine")) {
      while (rows.next()) {
        byte[] bytes = ArticleCodec.decompress(rows.getBytes(3));
        String record = rows.getString(2) + "\n" + new String(bytes, StandardCharsets.UTF_8);
        if (traces.isIn(record)) {
          entries.add(rows.getLong(1));
        }
      }
    }
    return entries;
  }

  /// Brings the log into the file and empties it.
  static void emptyLog(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (row.next() && row.getInt(1) != 0) {
        throw new SQLException("others read the log", "", 5);
      }
    }
  }
}
