package dateline.corpus.store;

import dateline.corpus.Article;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Reads texts out of `archive.db` while runs write to it. Safe for use by many threads.
///
/// Keeps as many connections as there were readers at one time; the server's limit of searches
/// bounds them.
public final class ArchiveReader implements Closeable {
  private final Path file;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean isClosed;

  public ArchiveReader(Path home) {
    file = home.resolve(ArchiveStore.FILE);
  }

  /// Reads a row, so that a store that is absent, damaged or not to be read shows at once.
  public void check() throws StoreException {
    Connection connection = take();
    boolean isSound = false;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT sequence FROM versions LIMIT 1")) {
      select.executeQuery().close();
      isSound = true;
    } catch (SQLException e) {
      throw Database.failure(file, "read", e);
    } finally {
      giveBack(connection, isSound);
    }
  }

  /// The version with this number; empty when the store has it no more.
  public Optional<Article> version(long sequence) throws StoreException {
    Connection connection = take();
    boolean isSound = false;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT content FROM versions WHERE sequence = ?")) {
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
      giveBack(connection, isSound);
    }
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

  private Connection take() throws StoreException {
    synchronized (idle) {
      if (isClosed) {
        throw new IllegalStateException("the archive's reader is closed");
      }
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return Database.openForReading(file);
  }

  private void giveBack(Connection connection, boolean isSound) throws StoreException {
    synchronized (idle) {
      if (isSound && !isClosed) {
        idle.push(connection);
        return;
      }
    }
    close(connection);
  }

  private void close(Connection connection) throws StoreException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.failure(file, "close", e);
    }
  }
}
