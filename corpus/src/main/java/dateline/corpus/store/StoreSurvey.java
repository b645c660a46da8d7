package dateline.corpus.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What `archive.db` holds as a whole. Looks into its indexes and reads no text, so that it takes
/// seconds for millions of versions. For use by one thread.
public final class StoreSurvey implements Closeable {
  private final Path file;
  private final Connection connection;

  private StoreSurvey(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static StoreSurvey open(Path home) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    return new StoreSurvey(file, Database.openForReading(file));
  }

  /// Takes ids of articles.
  public interface Consumer {
    void accept(String article) throws IOException;
  }

  /// The runs by the number of the first version that each brought. One run at a time brings
  /// versions, so those of a run have all numbers up to the first one of the next.
  public NavigableMap<Long, Long> runs() throws StoreException {
    var runs = new TreeMap<Long, Long>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT min(sequence), run FROM versions GROUP BY run")) {
      while (rows.next()) {
        runs.put(rows.getLong(1), rows.getLong(2));
      }
      return runs;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// When each run began.
  public Map<Long, Instant> starts() throws StoreException {
    var starts = new HashMap<Long, Instant>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT run, started FROM runs")) {
      while (rows.next()) {
        starts.put(rows.getLong(1), Instant.parse(rows.getString(2)));
      }
      return starts;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// The ends of embargoes, by the numbers of the versions that had one.
  public Map<Long, Instant> embargoes() throws StoreException {
    var embargoes = new HashMap<Long, Instant>();
    try (Statement statement = connection.createStatement()) {
      if (Database.version(connection) < Database.VERSION) {
        return embargoes; // a store of an older Dateline; the next run brings it up to date
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT sequence, embargo FROM versions WHERE embargo IS NOT NULL")) {
        while (rows.next()) {
          embargoes.put(rows.getLong(1), Instant.ofEpochSecond(rows.getLong(2)));
        }
      }
      return embargoes;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Tells every article of which there is a version, whether it may be shown or not.
  public void forEachArticle(Consumer consumer) throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT DISTINCT article FROM versions")) {
      while (rows.next()) {
        consumer.accept(rows.getString(1));
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// The articles of which some runs brought versions.
  public Set<String> touchedBy(Collection<Long> runs) throws StoreException {
    var articles = new HashSet<String>();
    String numbers = runs.stream().map(String::valueOf).collect(Collectors.joining(","));
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT article FROM versions WHERE run IN (" + numbers + ")")) {
      while (rows.next()) {
        articles.add(rows.getString(1));
      }
      return articles;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }
}
