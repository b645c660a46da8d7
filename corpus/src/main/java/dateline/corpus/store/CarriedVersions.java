package dateline.corpus.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a killed run had stored, while the run that goes on is given the delivery once more: each
/// version is met again once, and what is not met again was not delivered.
final class CarriedVersions {
  static final CarriedVersions NONE = new CarriedVersions(null, 0);

  private final @Nullable Connection connection;
  private long count;

  private CarriedVersions(@Nullable Connection connection, long count) {
    this.connection = connection;
    this.count = count;
  }

  static CarriedVersions of(Connection connection, long run) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE carried(sequence INTEGER PRIMARY KEY, article TEXT NOT NULL, hash BLOB NOT NULL)");
      statement.execute("CREATE INDEX temp.carried_article ON carried(article)");
      statement.executeUpdate("DELETE FROM quarantine WHERE run = " + run); // it is met again
      return new CarriedVersions(
          connection,
          statement.executeUpdate(
              "INSERT INTO carried SELECT sequence, article, hash FROM versions WHERE run = "
                  + run));
    }
  }

  /// Takes out a version of an article that was stored already.
  ///
  /// @return its number; empty when there is none
  OptionalLong take(String article, byte[] hash) throws SQLException {
    if (connection == null || count == 0) {
      return OptionalLong.empty();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            DELETE FROM carried WHERE sequence =
              (SELECT min(sequence) FROM carried WHERE article = ? AND hash = ?) RETURNING sequence
            """)) {
      select.setString(1, article);
      select.setBytes(2, hash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return OptionalLong.empty();
        }
        count--;
        return OptionalLong.of(row.getLong(1));
      }
    }
  }

  /// Removes from the store what was not taken out.
  void drop() throws SQLException {
    if (connection != null) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "DELETE FROM versions WHERE sequence IN (SELECT sequence FROM carried)");
      }
    }
  }
}
