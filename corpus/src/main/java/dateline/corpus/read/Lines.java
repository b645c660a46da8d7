package dateline.corpus.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into lines of bounded length. A line ends at `\n`; a `\r` before it belongs to the
/// line end.
final class Lines {
  private static final int CHUNK_BYTES = 1 << 16;

  private final InputStream content;
  private final int lengthMax;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int filled;
  private long number;
  private boolean isTooLong;

  /// @param lengthMax bytes of a line that are kept; the rest of a longer one is skipped
  Lines(InputStream content, int lengthMax) {
    this.content = content;
    this.lengthMax = lengthMax;
  }

  /// Goes to the next line; false at the end of the stream.
  boolean advance() throws IOException {
    line.reset();
    isTooLong = false;
    if (position == filled && !fill()) {
      return false;
    }
    do {
      int start = position;
      while (position < filled && chunk[position] != '\n') {
        position++;
      }
      keep(start, position);
    } while (position == filled && fill());
    position = Math.min(position + 1, filled); // over the \n
    number++;
    return true;
  }

  /// Counted from 1.
  long number() {
    return number;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  byte[] bytes() {
    byte[] bytes = line.toByteArray();
    if (bytes.length > 0 && bytes[bytes.length - 1] == '\r') {
      return Arrays.copyOf(bytes, bytes.length - 1);
    }
    return bytes;
  }

  private void keep(int start, int end) {
    int room = lengthMax - line.size();
    line.write(chunk, start, Math.min(end - start, room));
    isTooLong |= end - start > room;
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = 0; // stays so when the read fails
    filled = Math.max(content.read(chunk), 0);
    return filled > 0;
  }
}
