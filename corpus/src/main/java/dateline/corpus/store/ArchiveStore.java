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
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  static final String COUNTED = " run IN (SELECT run FROM counted) ";

  private static final String[] TEMPORARY = {
    "CREATE TEMP TABLE counted(run INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE delivered(article TEXT, hash BLOB, PRIMARY KEY (article, hash)) WITHOUT ROWID",
    "CREATE TEMP TABLE withdrawn(article TEXT PRIMARY KEY) WITHOUT ROWID"
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

    /// The archive has a later version. This one is kept beside it.
    record Superseded() implements Outcome {}

    /// The run was given this very version before.
    record Repeated() implements Outcome {}

    /// Its publisher takes the article back.
    ///
    /// @param before the version that was the latest one; null when the archive had none
    record TakenBack(@Nullable Article before) implements Outcome {}

    /// The article was taken back before; nothing was stored.
    record Withdrawn() implements Outcome {}

    /// The id belongs to an article of another source; nothing was stored.
    record IdTaken(String owner) implements Outcome {}
  }

  private final Path file;
  private final Connection connection;
  private final Opening opening;
  private final Set<String> withdrawn = new HashSet<>();
  private final CarriedVersions carried;
  private final PreparedStatement latest;
  private final PreparedStatement insert;
  private final ShownVersions shown;
  private final PreparedStatement insertRejected;
  private final PreparedStatement deliver;
  private final long run;
  private final boolean isResumed;
  private int uncommitted;

  private ArchiveStore(
      Path file,
      Connection connection,
      Set<Long> builtOn,
      Set<Long> takenIn,
      Collection<Tombstone> tombstones,
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
    for (Tombstone tombstone : tombstones) {
      withdraw(tombstone.article().value());
    }
    carried = isResumed ? CarriedVersions.of(connection, run) : CarriedVersions.NONE;
    commitUnlessTrial();
    latest =
        connection.prepareStatement(
            "SELECT sequence, hash, source, number, modified FROM versions WHERE article = ? AND sequence < ? AND"
                + COUNTED
                + "ORDER BY"
                + VersionOrder.LATEST_FIRST
                + "LIMIT 1");
    shown = new ShownVersions(file, connection, now);
    insert =
        connection.prepareStatement(
            """
            INSERT INTO versions(article, source, run, hash, content, embargo, expires, number, modified)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    insertRejected =
        connection.prepareStatement(
            "INSERT INTO quarantine(run, file, line, reason, bytes) VALUES (?, ?, ?, ?, ?)");
    deliver = connection.prepareStatement("INSERT OR IGNORE INTO delivered VALUES (?, ?)");
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
    List<Tombstone> tombstones = Tombstones.all(home);
    Connection connection = ArchiveTables.open(file);
    try {
      return new ArchiveStore(file, connection, builtOn, takenIn, tombstones, opening, now);
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

  /// Takes a version in. One that takes its article back is not kept: whoever gave it sets a
  /// [Tombstone].
  public Outcome add(Article article) throws StoreException {
    try {
      String id = article.id().value();
      byte[] json = ArticleCodec.encode(article);
      byte[] hash = ArticleCodec.hash(json);
      deliver.setString(1, id);
      deliver.setBytes(2, hash);
      boolean isFirst = deliver.executeUpdate() > 0;
      OptionalLong stored = carried.take(id, hash);
      if (stored.isPresent()) {
        return replacing(latest(id, stored.getAsLong()));
      }
      Latest latest = latest(id, Long.MAX_VALUE);
      if (latest != null && !latest.source.equals(article.source())) {
        return new Outcome.IdTaken(latest.source);
      }
      if (withdrawn.contains(id)) {
        return article.isWithdrawn() ? new Outcome.Unchanged() : new Outcome.Withdrawn();
      }
      if (article.isWithdrawn() && !article.isAbsent()) {
        withdraw(id);
        return new Outcome.TakenBack(
            latest == null ? null : shown.version(latest.sequence).article());
      }
      boolean isLatest = latest != null && Arrays.equals(latest.hash, hash);
      if (isLatest || (latest != null && isOlderVersion(id, hash) && !isAbsent(latest))) {
        // an old file delivered once more takes nothing back
        return isFirst ? new Outcome.Unchanged() : new Outcome.Repeated();
      }
      VersionOrder before = latest == null ? VersionOrder.NONE : latest.order();
      VersionOrder order = VersionOrder.of(article, before);
      insert(article, json, hash, order);
      return order.compareTo(before) < 0 ? new Outcome.Superseded() : replacing(latest);
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
  public void withdrawUndelivered(ShownVersions.Consumer consumer) throws IOException {
    try {
      carried.drop(); // what a killed run had stored, and this one was not given again
      for (long sequence : shown.sequences("AND article NOT IN (SELECT article FROM delivered)")) {
        StoredVersion version = shown.version(sequence);
        if (!version.article().isWithdrawn()) {
          consumer.accept(version);
          Article absent = version.article().absent();
          byte[] json = ArticleCodec.encode(absent);
          insert(absent, json, ArticleCodec.hash(json), order(absent.id().value()));
        }
      }
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// What this run sees of the archive. Its methods see all that was added, committed or not.
  public ShownVersions shown() {
    return shown;
  }

  /// Ids of the articles that were taken back, by this run or before.
  public Set<String> withdrawn() {
    return Collections.unmodifiableSet(withdrawn);
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

  @Override
  public void close() throws StoreException {
    Database.close(connection, file);
  }

  private void insert(Article article, byte[] json, byte[] hash, VersionOrder order)
      throws SQLException, StoreException {
    insert.setString(1, article.id().value());
    insert.setString(2, article.source());
    insert.setLong(3, run);
    insert.setBytes(4, hash);
    insert.setBytes(5, ArticleCodec.compress(json));
    insert.setObject(6, ArchiveTables.seconds(article.embargo()));
    insert.setObject(7, ArchiveTables.seconds(article.expires()));
    insert.setLong(8, order.number());
    insert.setLong(9, order.modified());
    insert.executeUpdate();
    commitNowAndThen();
  }

  private void withdraw(String id) throws SQLException {
    if (withdrawn.add(id)) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO withdrawn VALUES (?)")) {
        insert.setString(1, id);
        insert.executeUpdate();
      }
    }
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

  private boolean isAbsent(Latest latest) throws StoreException {
    return shown.version(latest.sequence).article().isAbsent();
  }

  private Outcome replacing(@Nullable Latest before) throws StoreException {
    return before == null
        ? new Outcome.Added()
        : new Outcome.Replaced(shown.version(before.sequence).article());
  }

  /// The latest version that the archive has of an article.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Latest(long sequence, byte[] hash, String source, long number, long modified) {
    VersionOrder order() {
      return new VersionOrder(number, modified, sequence);
    }
  }

  /// @param below only versions with a lower number than this
  /// @return null for none
  private @Nullable Latest latest(String id, long below) throws SQLException {
    latest.setString(1, id);
    latest.setLong(2, below);
    try (ResultSet row = latest.executeQuery()) {
      return row.next()
          ? new Latest(
              row.getLong(1), row.getBytes(2), row.getString(3), row.getLong(4), row.getLong(5))
          : null;
    }
  }

  private VersionOrder order(String id) throws SQLException {
    Latest latest = latest(id, Long.MAX_VALUE);
    return latest == null ? VersionOrder.NONE : latest.order();
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
