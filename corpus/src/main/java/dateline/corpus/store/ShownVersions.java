package dateline.corpus.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/// Which version of each article a run shows: of those that count, and of articles that were not
/// taken back, the latest one whose embargo is over, else the latest one. For use by the thread of
/// the [ArchiveStore].
public final class ShownVersions {
  private static final String NOT_WITHDRAWN = " article NOT IN (SELECT article FROM withdrawn) ";

  private final Path file;
  private final Connection connection;
  private final String shownFirst;
  private final PreparedStatement ofArticle;
  private final PreparedStatement content;

  /// @param now up to when an embargo is over
  ShownVersions(Path file, Connection connection, Instant now) throws SQLException {
    this.file = file;
    this.connection = connection;
    shownFirst =
        " coalesce(embargo, 0) > " + now.getEpochSecond() + "," + VersionOrder.LATEST_FIRST;
    ofArticle =
        connection.prepareStatement(
            "SELECT sequence FROM versions WHERE article = ? AND"
                + ArchiveStore.COUNTED
                + "AND"
                + NOT_WITHDRAWN
                + "ORDER BY"
                + shownFirst
                + "LIMIT 1");
    content = connection.prepareStatement("SELECT content FROM versions WHERE sequence = ?");
  }

  /// Takes versions in the order in which they arrived.
  public interface Consumer {
    void accept(StoredVersion version) throws IOException;
  }

  public void forEach(Consumer consumer) throws IOException {
    try {
      for (long sequence : sequences("")) {
        consumer.accept(version(sequence));
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// How many articles there are.
  public long count() throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(DISTINCT article) FROM versions WHERE"
                    + ArchiveStore.COUNTED
                    + "AND"
                    + NOT_WITHDRAWN)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Numbers of the versions of some articles, ascending; none of what was taken back.
  public List<Long> of(Collection<String> articles) throws StoreException {
    var numbers = new ArrayList<Long>();
    try {
      for (String article : articles) {
        ofArticle.setString(1, article);
        try (ResultSet row = ofArticle.executeQuery()) {
          if (row.next()) {
            numbers.add(row.getLong(1));
          }
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
    Collections.sort(numbers);
    return numbers;
  }

  /// The version with this number, which must be there, whether it is shown or not.
  public StoredVersion version(long sequence) throws StoreException {
    try {
      content.setLong(1, sequence);
      try (ResultSet row = content.executeQuery()) {
        row.next();
        return new StoredVersion(
            sequence, ArticleCodec.decode(ArticleCodec.decompress(row.getBytes(1))));
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Ids of the articles of which runs that are not among `runs` brought versions.
  public List<String> touchedSince(Set<Long> runs) throws StoreException {
    String older = String.join(",", runs.stream().map(String::valueOf).toList());
    return ids(
        "SELECT DISTINCT article FROM versions WHERE"
            + ArchiveStore.COUNTED
            + "AND run NOT IN ("
            + older
            + ")");
  }

  /// Ids of articles with a version whose embargo ends, or that expires, after one moment and not
  /// after another.
  public List<String> dueBetween(Instant after, Instant upTo) throws StoreException {
    return ids(
        """
        SELECT article FROM versions WHERE embargo > %1$d AND embargo <= %2$d
          UNION SELECT article FROM versions WHERE expires > %1$d AND expires <= %2$d
        """
            .formatted(after.getEpochSecond(), upTo.getEpochSecond()));
  }

  /// Numbers of the versions, ascending.
  ///
  /// @param condition on them, in SQL; empty for none
  long[] sequences(String condition) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sequence FROM (SELECT sequence, row_number() OVER (PARTITION BY article ORDER BY"
                    + shownFirst
                    + ") AS place FROM versions WHERE"
                    + ArchiveStore.COUNTED
                    + "AND"
                    + NOT_WITHDRAWN
                    + condition
                    + ") WHERE place = 1 ORDER BY sequence")) {
      var sequences = LongStream.builder();
      while (rows.next()) {
        sequences.add(rows.getLong(1));
      }
      return sequences.build().toArray();
    }
  }

  private List<String> ids(String select) throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      var ids = new ArrayList<String>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }
}
