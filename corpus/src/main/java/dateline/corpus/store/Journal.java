package dateline.corpus.store;

import dateline.corpus.ArticleId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// In which order readers came to see what an archive holds, so that whoever keeps a copy of it can
/// be told what is new since he last asked. In `desk.db`.
///
/// A row of the table `journal` is `published` (subject: the generation), `withdrawn` or
/// `reinstated` (subject: the article), or `publishing`: a generation that is about to be the live
/// one. That note stands before the pointer moves, since readers may look in that very moment, and
/// it becomes `published` afterwards. Where a kill came in between, it holds if the pointer names
/// its generation; the next publication removes it otherwise. `before` (subject: a generation)
/// names the runs that were published when nobody kept a journal yet.
///
/// Of runs a row names those that the generation shows and the one before it did not (`brought`),
/// and those that it shows no more (`dropped`), as ranges: `1-5,7`.
public final class Journal {
  private static final String TABLE = "journal";

  private static final String INSERT =
      """
      INSERT INTO journal(at, what, subject, as_of, brought, dropped)
        VALUES (max(?, (SELECT ifnull(max(at), 0) FROM journal)), ?, ?, ?, ?, ?)
      """;

  /// What was about to be published longer ago is so no more: its run was killed.
  private static final long PUBLISHING_SECONDS_MAX = 60;

  private final Path home;

  public Journal(Path home) {
    this.home = home;
  }

  /// What the journal says.
  ///
  /// @param before runs that were published before there was a journal
  /// @param beforeAsOf the moment by which embargoes were judged then
  /// @param entries in order
  /// @param withheld later ones, which readers are told as soon as the next generation answers
  public record Content(
      SortedSet<Long> before,
      Instant beforeAsOf,
      List<JournalEntry> entries,
      List<JournalEntry> withheld) {
    public static final Content EMPTY =
        new Content(new TreeSet<>(), Instant.MAX, List.of(), List.of());

    public Content {
      before = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(before));
      entries = List.copyOf(entries);
      withheld = List.copyOf(withheld);
    }
  }

  /// A generation as it is noted.
  ///
  /// @param asOf the moment by which embargoes were judged
  public record Note(String generation, Instant asOf, SortedSet<Long> runs) {
    public Note {
      runs = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(runs));
    }
  }

  /// Moves the pointer.
  public interface Move {
    void make() throws java.io.IOException;
  }

  /// Notes that a generation becomes the live one, and makes it so.
  ///
  /// @param live the one that is live now; null for none
  public void publish(@Nullable Note live, Note next, Instant now, Move move)
      throws java.io.IOException {
    Path file = home.resolve(EntityIds.FILE);
    try (Connection connection = Database.openForWriting(file, Desk.TABLES)) {
      connection.setAutoCommit(false);
      settle(connection, live);
      insert(
          connection,
          "publishing",
          next,
          live == null ? next.runs : without(next.runs, live.runs),
          live == null ? new TreeSet<>() : without(live.runs, next.runs),
          now);
      connection.commit();
      move.make();
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE journal SET what = 'published' WHERE what = 'publishing'");
      }
      connection.commit();
    } catch (SQLException e) {
      throw Database.failure(file, "write to", e);
    }
  }

  /// Decides about the note of a killed run, and begins the journal.
  private static void settle(Connection connection, @Nullable Note live) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement settle =
            connection.prepareStatement(
                "UPDATE journal SET what = 'published' WHERE what = 'publishing' AND subject = ?")) {
      if (live != null) {
        settle.setString(1, live.generation);
        settle.executeUpdate();
      }
      statement.executeUpdate("DELETE FROM journal WHERE what = 'publishing'");
      boolean isNew;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT 1 FROM journal WHERE what NOT IN ('withdrawn', 'reinstated') LIMIT 1")) {
        isNew = !row.next();
      }
      if (isNew && live != null) {
        insert(connection, "before", live, live.runs, new TreeSet<>(), Instant.EPOCH);
      }
    }
  }

  /// Notes articles that are being taken back, in the caller's transaction.
  static void withdraw(Connection connection, Collection<Tombstone> tombstones)
      throws SQLException {
    for (Tombstone tombstone : tombstones) {
      insert(connection, "withdrawn", tombstone.article(), tombstone.at());
    }
  }

  /// Notes an article that is taken back no more, in the caller's transaction.
  static void reinstate(Connection connection, ArticleId article, Instant at) throws SQLException {
    insert(connection, "reinstated", article, at);
  }

  private static void insert(Connection connection, String what, ArticleId article, Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, at.getEpochSecond());
      insert.setString(2, what);
      insert.setString(3, article.value());
      insert.executeUpdate();
    }
  }

  private static void insert(
      Connection connection,
      String what,
      Note note,
      SortedSet<Long> brought,
      SortedSet<Long> dropped,
      Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, at.getEpochSecond());
      insert.setString(2, what);
      insert.setString(3, note.generation);
      insert.setLong(4, note.asOf.getEpochSecond());
      insert.setString(5, ranges(brought));
      insert.setString(6, ranges(dropped));
      insert.executeUpdate();
    }
  }

  private static SortedSet<Long> without(SortedSet<Long> runs, SortedSet<Long> others) {
    var left = new TreeSet<>(runs);
    left.removeAll(others);
    return left;
  }

  /// Changes with every entry. Cheap enough to be asked for each answer.
  public String state(Instant now) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        "0",
        statement -> {
          try (ResultSet row =
              statement.executeQuery(
                  "SELECT max(number), (SELECT max(at) FROM journal WHERE what = 'publishing') FROM journal")) {
            long publishing = row.getLong(2);
            return row.getLong(1)
                + (publishing == 0 ? "" : isGoingOn(publishing, now) ? "-publishing" : "-killed");
          }
        });
  }

  /// When a generation became the live one last; empty where nobody noted it.
  public Optional<Instant> published(String generation) throws StoreException {
    return Desk.read(
        home,
        TABLE,
        Optional.empty(),
        statement -> {
          try (PreparedStatement select =
              statement
                  .getConnection()
                  .prepareStatement(
                      "SELECT at FROM journal WHERE what IN ('publishing', 'published') AND subject = ? ORDER BY number DESC LIMIT 1")) {
            select.setString(1, generation);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(Instant.ofEpochSecond(row.getLong(1)))
                  : Optional.empty();
            }
          }
        });
  }

  /// All that readers of a generation may be told: nothing from the moment on in which another one
  /// took, or takes, its place.
  ///
  /// @param generation the one that answers
  public Content upTo(String generation, Instant now) throws StoreException {
    return Desk.read(home, TABLE, Content.EMPTY, statement -> read(statement, generation, now));
  }

  private static Content read(Statement statement, String generation, Instant now)
      throws SQLException {
    var before = new TreeSet<Long>();
    Instant beforeAsOf = Instant.EPOCH;
    var entries = new ArrayList<JournalEntry>();
    int told = -1;
    int pending = -1;
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT number, at, what, subject, as_of, brought, dropped FROM journal ORDER BY number")) {
      while (rows.next()) {
        long number = rows.getLong(1);
        Instant at = Instant.ofEpochSecond(rows.getLong(2));
        String what = rows.getString(3);
        String subject = rows.getString(4);
        switch (what) {
          case "withdrawn" ->
              entries.add(new JournalEntry.Withdrawn(number, at, new ArticleId(subject)));
          case "reinstated" ->
              entries.add(new JournalEntry.Reinstated(number, at, new ArticleId(subject)));
          case "before" -> {
            before.addAll(runs(rows.getString(6)));
            beforeAsOf = Instant.ofEpochSecond(rows.getLong(5));
            if (subject.equals(generation)) {
              told = 0;
              pending = -1;
            }
          }
          default -> {
            boolean isTold = subject.equals(generation);
            boolean isGoingOn = what.equals("published") || isGoingOn(rows.getLong(2), now);
            if (isTold) {
              told = entries.size() + 1;
              pending = -1;
            } else if (isGoingOn && pending < 0) {
              pending = entries.size();
            }
            if (isTold || isGoingOn) {
              entries.add(
                  new JournalEntry.Published(
                      number,
                      at,
                      subject,
                      Instant.ofEpochSecond(rows.getLong(5)),
                      runs(rows.getString(6)),
                      runs(rows.getString(7))));
            }
          }
        }
      }
    }
    int end = told >= 0 && pending >= told ? pending : entries.size();
    return new Content(
        before, beforeAsOf, entries.subList(0, end), entries.subList(end, entries.size()));
  }

  private static boolean isGoingOn(long at, Instant now) {
    return at + PUBLISHING_SECONDS_MAX > now.getEpochSecond();
  }

  private static String ranges(SortedSet<Long> runs) {
    var text = new StringBuilder();
    long first = -1;
    long last = -1;
    for (long run : runs) {
      if (first >= 0 && run == last + 1) {
        last = run;
        continue;
      }
      append(first, last, text);
      first = run;
      last = run;
    }
    append(first, last, text);
    return text.toString();
  }

  private static void append(long first, long last, StringBuilder text) {
    if (first >= 0) {
      text.append(text.isEmpty() ? "" : ",").append(first);
      if (last > first) {
        text.append('-').append(last);
      }
    }
  }

  private static SortedSet<Long> runs(@Nullable String ranges) {
    var runs = new TreeSet<Long>();
    if (ranges != null && !ranges.isEmpty()) {
      for (String range : ranges.split(",", -1)) {
        int dash = range.indexOf('-');
        long first = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
        long last = Long.parseLong(range.substring(dash + 1));
        for (long run = first; run <= last; run++) {
          runs.add(run);
        }
      }
    }
    return runs;
  }
}
