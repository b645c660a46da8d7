package dateline.corpus.store;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads texts out of `archive.db` while runs write to it. Safe for use by many threads.
///
/// Keeps as many connections as there were readers at one time; the server's limit of searches
/// bounds them. Where another file has taken the store's place, as after a restore, it reads that
/// one from then on.
public final class ArchiveReader implements Closeable {
  private final Path file;
  private final Deque<Opened> idle = new ArrayDeque<>();
  private boolean isClosed;

  /// @param fileKey of the file that was in the store's place when this was opened; null when there
  ///   was none, or the file system does not tell
  private record Opened(Connection connection, @Nullable Object fileKey) {}

  public ArchiveReader(Path home) {
    file = home.resolve(ArchiveStore.FILE);
  }

  /// Reads a row, so that a store that is absent, damaged or not to be read shows at once.
  public void check() throws StoreException {
    Opened opened = take();
    boolean isSound = false;
    try (PreparedStatement select =
        opened.connection().prepareStatement("SELECT sequence FROM versions LIMIT 1")) {
      select.executeQuery().close();
      isSound = true;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    } finally {
      giveBack(opened, isSound);
    }
  }

  /// The version with this number; empty when the store has it no more.
  public Optional<Article> version(long sequence) throws StoreException {
    Opened opened = take();
    boolean isSound = false;
    try (PreparedStatement select =
        opened.connection().prepareStatement("SELECT content FROM versions WHERE sequence = ?")) {
      select.setLong(1, sequence);
      Optional<Article> found;
      try (ResultSet row = select.executeQuery()) {
        found =
            row.next()
                ? Optional.of(ArticleCodec.decode(ArticleCodec.decompress(row.getBytes(1))))
                : Optional.empty();
      }
      isSound = true;
      return found;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    } finally {
      giveBack(opened, isSound);
    }
  }

  /// The numbers of an article's versions that count and that anybody may see, earliest first. What
  /// its publisher took back, and what came twice, is among them.
  ///
  /// @param runs those that count
  /// @param now versions under embargo after this moment are left out
  public List<Long> versions(ArticleId id, Set<Long> runs, Instant now) throws StoreException {
    Opened opened = take();
    boolean isSound = false;
    try (PreparedStatement select =
        opened
            .connection()
            .prepareStatement(
                """
                SELECT sequence, run FROM versions WHERE article = ? AND (embargo IS NULL OR embargo <= ?)
                ORDER BY
                """
                    + order(opened.connection()))) {
      select.setString(1, id.value());
      select.setLong(2, now.getEpochSecond());
      var numbers = new ArrayList<Long>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (runs.contains(rows.getLong(2))) {
            numbers.add(rows.getLong(1));
          }
        }
      }
      isSound = true;
      return numbers;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    } finally {
      giveBack(opened, isSound);
    }
  }

  /// A store that no run of this Dateline has brought up to date knows the order of arrival alone.
  private static String order(Connection connection) throws SQLException {
    return Database.version(connection) < Database.VERSION
        ? " sequence"
        : VersionOrder.EARLIEST_FIRST;
  }

  @Override
  public void close() throws StoreException {
    synchronized (idle) {
      isClosed = true;
      while (!idle.isEmpty()) {
        close(idle.pop());
      }
    }
  }

  private Opened take() throws StoreException {
    Object fileKey = fileKey();
    synchronized (idle) {
      if (isClosed) {
        throw new IllegalStateException("the archive's reader is closed");
      }
      while (!idle.isEmpty()) {
        Opened opened = idle.pop();
        if (fileKey == null || fileKey.equals(opened.fileKey())) {
          return opened;
        }
        close(opened);
      }
    }
    return new Opened(Database.openForReading(file), fileKey);
  }

  /// Null also in the moment in which a restored store takes the place: the old one goes on.
  private @Nullable Object fileKey() {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException _) { // whoever opens the file tells what is wrong with it
      return null;
    }
  }

  private void giveBack(Opened opened, boolean isSound) throws StoreException {
    synchronized (idle) {
      if (isSound && !isClosed) {
        idle.push(opened);
        return;
      }
    }
    close(opened);
  }

  private void close(Opened opened) throws StoreException {
    Database.close(opened.connection(), file);
  }
}
