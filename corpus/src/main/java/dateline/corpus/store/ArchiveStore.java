package dateline.corpus.store;

import dateline.corpus.Article;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The writing side of `archive.db`: versions, quarantine and runs. One run at a time owns it, from
/// one thread. [ArchiveTables] tells the tables.
///
/// A run sees the versions of the runs it was told to build on and its own. What other runs brought
/// is there but does not count.
public final class ArchiveStore implements Closeable {
  public static final String FILE = "archive.db";

  /// Versions in one transaction: few enough to keep the log small, many enough to make a commit
  /// cheap.
  private static final int BATCH = 1000;

  private static final String COUNTED = " run IN (SELECT run FROM counted) ";

  private static final String[] TEMPORARY = {
    "CREATE TEMP TABLE counted(run INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE delivered(article TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE carried(sequence INTEGER PRIMARY KEY, article TEXT NOT NULL, hash BLOB NOT NULL)",
    "CREATE INDEX temp.carried_article ON carried(article)"
  };

  /// How a run begins.
  public enum Opening {
    /// What an earlier run left when it was killed is thrown away.
    FRESH,
    /// A killed run goes on under its number, with what it had stored.
    RESUMED,
    /// Nothing that this run does stays.
    TRIAL
  }

  /// What became of an article that was given to the store.
  public sealed interface Outcome {
    record Added() implements Outcome {}

    /// @param before the version that was the latest one
    record Replaced(Article before) implements Outcome {}

    /// The archive has this very version already; be it the latest one or an older one.
    record Unchanged() implements Outcome {}

    /// The id belongs to an article of another source; nothing was stored.
    record IdTaken(String owner) implements Outcome {}
  }

  private final Path file;
  private final Connection connection;
  private final Opening opening;
  private final PreparedStatement latest;
  private final PreparedStatement insert;
  private final PreparedStatement insertRejected;
  private final PreparedStatement deliver;
  private final long run;
  private final boolean isResumed;
  private long carried;
  private int uncommitted;

  private ArchiveStore(
      Path file,
      Connection connection,
      Set<Long> builtOn,
      Set<Long> takenIn,
      Opening opening,
      Instant now)
      throws SQLException {
    this.file = file;
    this.connection = connection;
    this.opening = opening;
    connection.setAutoCommit(false);
    Runs.align(connection, builtOn);
    long killed = discardKilled();
    isResumed = killed > 0;
    run = isResumed ? killed : Runs.open(connection, now);
    try (Statement statement = connection.createStatement()) {
      for (String definition : TEMPORARY) {
        statement.execute(definition);
      }
    }
    count(builtOn);
    count(takenIn);
    count(Set.of(run));
    carried = isResumed ? carryOver() : 0;
    commitUnlessTrial();
    latest =
        connection.prepareStatement(
            "SELECT sequence, hash, source FROM versions WHERE article = ? AND"
                + COUNTED
                + "ORDER BY sequence DESC LIMIT 1");
    insert =
        connection.prepareStatement(
            "INSERT INTO versions(article, source, run, hash, content, embargo) VALUES (?, ?, ?, ?, ?, ?)");
    insertRejected =
        connection.prepareStatement(
            "INSERT INTO quarantine(run, file, line, reason, bytes) VALUES (?, ?, ?, ?, ?)");
    deliver = connection.prepareStatement("INSERT OR IGNORE INTO delivered VALUES (?)");
  }

  /// Opens the store for a run.
  ///
  /// @param builtOn the runs that count
  public static ArchiveStore open(Path home, Set<Long> builtOn, Opening opening, Instant now)
      throws StoreException {
    return open(home, builtOn, Set.of(), opening, now);
  }

  /// As [#open(Path, Set, Opening, Instant)], seeing runs on hold too. They count when this run is
  /// [#published].
  public static ArchiveStore open(
      Path home, Set<Long> builtOn, Set<Long> takenIn, Opening opening, Instant now)
      throws StoreException {
    Path file = home.resolve(FILE);
    Connection connection = ArchiveTables.open(file);
    try {
      return new ArchiveStore(file, connection, builtOn, takenIn, opening, now);
    } catch (SQLException e) {
      try {
        connection.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw Database.failure(file, "open", e);
    }
  }

  /// The number of this run.
  public long run() {
    return run;
  }

  /// Whether this run goes on where a killed one ended.
  public boolean isResumed() {
    return isResumed;
  }

  public Outcome add(Article article) throws StoreException {
    try {
      byte[] json = ArticleCodec.encode(article);
      byte[] hash = ArticleCodec.hash(json);
      String id = article.id().value();
      deliver.setString(1, id);
      deliver.executeUpdate();
      Optional<Long> stored = carried > 0 ? stored(id, hash) : Optional.empty();
      if (stored.isPresent()) {
        return outcome(before(id, stored.get()));
      }
      long before;
      latest.setString(1, id);
      try (ResultSet row = latest.executeQuery()) {
        boolean isKnown = row.next();
        before = isKnown ? row.getLong(1) : 0;
        if (isKnown && !row.getString(3).equals(article.source())) {
          return new Outcome.IdTaken(row.getString(3));
        }
        if (isKnown && Arrays.equals(row.getBytes(2), hash)) {
          return new Outcome.Unchanged();
        }
      }
      if (before > 0 && isOlderVersion(id, hash) && !version(before).article().isAbsent()) {
        return new Outcome.Unchanged(); // an old file delivered once more takes nothing back
      }
      insert(article, json, hash);
      return outcome(before);
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Keeps a record that could not be read, or whose id is taken.
  public void quarantine(String source, long line, String reason, byte[] bytes)
      throws StoreException {
    try {
      insertRejected.setLong(1, run);
      insertRejected.setString(2, source);
      insertRejected.setLong(3, line);
      insertRejected.setString(4, reason);
      insertRejected.setBytes(5, ArticleCodec.compress(bytes));
      insertRejected.executeUpdate();
      commitNowAndThen();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Withdraws every article that this run was not given. What its publisher took back already
  /// stays as it is.
  ///
  /// @param consumer is told of each article, as it was
  public void withdrawUndelivered(VersionConsumer consumer) throws IOException {
    try (Statement statement = connection.createStatement()) {
      // what a killed run had stored, and this one was not given again
      statement.executeUpdate(
          "DELETE FROM versions WHERE sequence IN (SELECT sequence FROM carried)");
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT max(sequence), content FROM versions WHERE"
                  + COUNTED
                  + "AND article NOT IN (SELECT article FROM delivered) GROUP BY article ORDER BY 1")) {
        while (rows.next()) {
          Article article = ArticleCodec.decode(ArticleCodec.decompress(rows.getBytes(2)));
          if (!article.isWithdrawn()) {
            consumer.accept(new StoredVersion(rows.getLong(1), article));
            byte[] json = ArticleCodec.encode(article.absent());
            insert(article.absent(), json, ArticleCodec.hash(json));
          }
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Takes each latest version, in the order in which the versions arrived.
  public interface VersionConsumer {
    void accept(StoredVersion version) throws IOException;
  }

  /// Reads the latest version of every article that this run sees.
  public void forEachLatest(VersionConsumer consumer) throws IOException {
    try (Statement statement = connection.createStatement()) {
      commit();
      statement.setFetchSize(100);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT sequence, content FROM versions WHERE sequence IN (SELECT max(sequence) FROM versions WHERE"
                  + COUNTED
                  + "GROUP BY article) ORDER BY sequence")) {
        while (rows.next()) {
          Article article = ArticleCodec.decode(ArticleCodec.decompress(rows.getBytes(2)));
          consumer.accept(new StoredVersion(rows.getLong(1), article));
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Ids of the articles of which runs that are not among `runs` brought versions.
  public List<String> touchedSince(Set<Long> runs) throws StoreException {
    String older = String.join(",", runs.stream().map(String::valueOf).toList());
    return ids(
        "SELECT DISTINCT article FROM versions WHERE" + COUNTED + "AND run NOT IN (" + older + ")");
  }

  /// Ids of articles with a version whose embargo ends after one moment and not after another.
  public List<String> dueBetween(Instant after, Instant upTo) throws StoreException {
    return ids(
        "SELECT DISTINCT article FROM versions WHERE embargo > %d AND embargo <= %d"
            .formatted(after.getEpochSecond(), upTo.getEpochSecond()));
  }

  /// Numbers of the latest versions of some articles that this run sees, ascending.
  public List<Long> latestOf(Collection<String> ids) throws StoreException {
    var numbers = new ArrayList<Long>();
    try {
      for (String id : ids) {
        latest.setString(1, id);
        try (ResultSet row = latest.executeQuery()) {
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

  /// The version with this number, which must be there.
  public StoredVersion version(long sequence) throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT content FROM versions WHERE sequence = " + sequence)) {
      row.next();
      return new StoredVersion(
          sequence, ArticleCodec.decode(ArticleCodec.decompress(row.getBytes(1))));
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Makes everything so far safe on disk.
  public void commit() throws StoreException {
    try {
      commitUnlessTrial();
      uncommitted = 0;
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Notes what the run was given, and makes it safe on disk.
  ///
  /// @param read records, quarantined ones included
  public void note(long read, long quarantined, List<Arrivals> arrivals) throws StoreException {
    try {
      Runs.note(connection, run, read, quarantined, arrivals);
      commit();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// All runs, this one included.
  public List<RunRecord> runs() throws StoreException {
    try {
      return Runs.records(connection);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  /// Notes that the run has been published, and which runs count from now on.
  public void published(Set<Long> counted) throws StoreException {
    try {
      Runs.align(connection, counted);
      commit();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Notes how the run has ended. What counts is decided by the manifest; a run without this note
  /// was killed.
  public void end(RunRecord.State state) throws StoreException {
    try {
      Runs.set(connection, run, state);
      commit();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// How many articles this run sees.
  public long countLatest() throws StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(DISTINCT article) FROM versions WHERE" + COUNTED)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    }
  }

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }

  private void insert(Article article, byte[] json, byte[] hash)
      throws SQLException, StoreException {
    insert.setString(1, article.id().value());
    insert.setString(2, article.source());
    insert.setLong(3, run);
    insert.setBytes(4, hash);
    insert.setBytes(5, ArticleCodec.compress(json));
    insert.setObject(6, ArchiveTables.embargo(article));
    insert.executeUpdate();
    commitNowAndThen();
  }

  private boolean isOlderVersion(String id, byte[] hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM versions WHERE article = ? AND hash = ? AND" + COUNTED)) {
      select.setString(1, id);
      select.setBytes(2, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// @param before number of the version that was the latest one; 0 for none
  private Outcome outcome(long before) throws StoreException {
    if (before == 0) {
      return new Outcome.Added();
    }
    return new Outcome.Replaced(version(before).article());
  }

  /// What the killed run had stored already, each version once.
  private Optional<Long> stored(String id, byte[] hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            DELETE FROM carried WHERE sequence =
              (SELECT min(sequence) FROM carried WHERE article = ? AND hash = ?) RETURNING sequence
            """)) {
      select.setString(1, id);
      select.setBytes(2, hash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        carried--;
        return Optional.of(row.getLong(1));
      }
    }
  }

  private long before(String id, long sequence) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT max(sequence) FROM versions WHERE article = ? AND"
                + COUNTED
                + "AND sequence < ?")) {
      select.setString(1, id);
      select.setLong(2, sequence);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /// @return the run to go on with; 0 for none
  private long discardKilled() throws SQLException {
    var killed = new TreeSet<>(Runs.inState(connection, RunRecord.State.OPEN));
    long last = opening == Opening.RESUMED && !killed.isEmpty() ? killed.last() : 0;
    for (long number : killed) {
      if (number != last) {
        Runs.drop(connection, number);
      }
    }
    return last;
  }

  private long carryOver() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM quarantine WHERE run = " + run); // it is met again
      return statement.executeUpdate(
          "INSERT INTO carried SELECT sequence, article, hash FROM versions WHERE run = " + run);
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

  private void count(Set<Long> runs) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR IGNORE INTO counted(run) VALUES (?)")) {
      for (long number : runs) {
        statement.setLong(1, number);
        statement.executeUpdate();
      }
    }
  }

  private void commitNowAndThen() throws StoreException {
    if (++uncommitted >= BATCH) {
      commit();
    }
  }

  private void commitUnlessTrial() throws SQLException {
    if (opening != Opening.TRIAL) {
      connection.commit();
    }
  }
}
