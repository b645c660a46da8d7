package dateline.corpus.store;

import dateline.corpus.Article;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What complete deliveries lacked, as a home's store knows it; and what publishers took back under
/// a Dateline that kept no [Tombstone].
public final class Withdrawals {
  private Withdrawals() {}

  /// The articles whose latest version that counts is a withdrawal: those versions, in the order in
  /// which they arrived.
  ///
  /// @param counted the runs that the live generation lists
  public static List<Article> in(Path home, Set<Long> counted) throws StoreException {
    Path file = home.resolve(ArchiveStore.FILE);
    String runs = counted.stream().map(String::valueOf).collect(Collectors.joining(","));
    var withdrawn = new ArrayList<Article>();
    try (Connection connection = Database.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT sequence, content FROM versions WHERE sequence IN
                  (SELECT max(sequence) FROM versions WHERE run IN (%s) GROUP BY article)
                ORDER BY sequence
                """
                    .formatted(runs))) {
      while (rows.next()) {
        Article article = article(file, rows.getLong(1), rows.getBytes(2));
        if (article.isWithdrawn()) {
          withdrawn.add(article);
        }
      }
      return withdrawn;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  private static Article article(Path file, long sequence, byte[] content) throws StoreException {
    try {
      return ArticleCodec.decode(ArticleCodec.decompress(content));
    } catch (RuntimeException e) { // of zstd, JSON or the record: damage has many faces
      throw new StoreException(
          "cannot read version %d in %s. The file is damaged. Restore it from a snapshot."
              .formatted(sequence, file),
          e);
    }
  }
}
