package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stream whose first bytes can be looked at before they are read.
///
/// A failure behind the first bytes is thrown when reading arrives there, so that a damaged file
/// still gives what lies before the damage.
final class PeekStream extends InputStream {
  private static final int HEAD_BYTES = 8192;

  private final InputStream rest;
  private final byte[] head;
  private int position;
  private @Nullable IOException failure;

  PeekStream(InputStream rest) {
    this.rest = rest;
    this.head = readHead();
  }

  /// Up to 8 KiB from the present position; fewer only at the end or before a failure.
  byte[] peek() {
    return Arrays.copyOfRange(head, position, head.length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position < head.length) {
      int count = Math.min(length, head.length - position);
      System.arraycopy(head, position, target, offset, count);
      position += count;
      return count;
    }
    if (failure != null) {
      throw failure;
    }
    return rest.read(target, offset, length);
  }

  /// Counts what lies behind the head too: the gzip reader takes zero for the end of the file.
  @Override
  public int available() throws IOException {
    return head.length - position + (failure == null ? rest.available() : 0);
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }

  private byte[] readHead() {
    byte[] bytes = new byte[HEAD_BYTES];
    int count = 0;
    try {
      while (count < bytes.length) {
        int read = rest.read(bytes, count, bytes.length - count);
        if (read < 0) {
          break;
        }
        count += read;
      }
    } catch (IOException e) {
      failure = e;
    }
    return Arrays.copyOf(bytes, count);
  }
}
