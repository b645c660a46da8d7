package dateline.corpus.store;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Notice.Kind;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What saved searches told, as readers of `desk.db` see it.
public final class Notices {
  private static final String TABLE = "alert_notices";

  private Notices() {}

  /// How far the sending of a notice has come.
  public enum State {
    /// It is not sent, but read in a feed.
    FEED,
    WAITING,
    DELIVERED,
    /// It was tried in vain for as long as anything is tried.
    FAILED
  }

  /// A notice and what became of it.
  ///
  /// @param attempts so far, since it was made or tried anew
  /// @param due when it is tried next; null unless it is waiting
  /// @param trouble of the last attempt; null when there was none
  public record Listed(
      Notice notice,
      State state,
      int attempts,
      @Nullable Instant due,
      @Nullable Instant delivered,
      @Nullable String trouble) {}

  /// How many notices of a search are in which state.
  ///
  /// @param told all of them
  /// @param latest when the last one was recorded; null before the first
  public record Counts(long told, long waiting, long failed, @Nullable Instant latest) {
    public static final Counts NONE = new Counts(0, 0, 0, null);
  }

  /// What a search told, the latest first.
  public static List<Listed> of(Path home, String search, int most) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        List.of(),
        statement ->
            listed(statement, "WHERE search = ? ORDER BY number DESC LIMIT " + most, search));
  }

  /// What a search told last of each article, the latest first.
  public static List<Listed> latest(Path home, String search, int most) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        List.of(),
        statement ->
            listed(
                statement,
                """
                WHERE search = ? AND NOT EXISTS (SELECT 1 FROM alert_notices l
                  WHERE l.search = n.search AND l.article = n.article AND l.number > n.number)
                ORDER BY number DESC LIMIT %d
                """
                    .formatted(most),
                search));
  }

  /// By the id of each search that told anything.
  public static Map<String, Counts> counts(Path home) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        Map.of(),
        statement -> {
          var counts = new HashMap<String, Counts>();
          try (ResultSet rows =
              statement.executeQuery(
                  """
                  SELECT search, count(*), count(due),
                    total(due IS NULL AND delivered IS NULL AND attempts > 0), max(at)
                  FROM alert_notices GROUP BY search
                  """)) {
            while (rows.next()) {
              counts.put(
                  rows.getString(1),
                  new Counts(
                      rows.getLong(2),
                      rows.getLong(3),
                      rows.getLong(4),
                      Instant.ofEpochMilli(rows.getLong(5))));
            }
          }
          return counts;
        });
  }

  private static List<Listed> listed(Statement statement, String condition, String search)
      throws SQLException {
    var listed = new ArrayList<Listed>();
    try (PreparedStatement select =
        statement
            .getConnection()
            .prepareStatement(
                "SELECT number, search, article, version, kind, pass, at, due, attempts, delivered, trouble FROM alert_notices n "
                    + condition)) {
      select.setString(1, search);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          listed.add(listed(rows));
        }
      }
    }
    return listed;
  }

  private static Listed listed(ResultSet row) throws SQLException {
    Instant due = instant(row, "due");
    Instant delivered = instant(row, "delivered");
    int attempts = row.getInt("attempts");
    State state =
        delivered != null
            ? State.DELIVERED
            : due != null ? State.WAITING : attempts > 0 ? State.FAILED : State.FEED;
    return new Listed(notice(row), state, attempts, due, delivered, row.getString("trouble"));
  }

  static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong("number"),
        row.getString("search"),
        new ArticleId(row.getString("article")),
        row.getLong("version"),
        Kind.of(row.getString("kind")),
        row.getLong("pass"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
