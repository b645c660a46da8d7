package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Turns a stream of another charset into UTF-8. What that charset cannot mean becomes U+FFFD.
final class Utf8Stream extends InputStream {
  private final Reader text;
  private final char[] chars = new char[8192];
  private int held;
  private byte[] chunk = {};
  private int position;

  Utf8Stream(InputStream content, Charset charset) {
    this.text = new InputStreamReader(content, charset);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == chunk.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private boolean fill() throws IOException {
    int read = text.read(chars, held, chars.length - held);
    int count = held + Math.max(read, 0);
    held = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
    chunk = new String(chars, 0, count - held).getBytes(StandardCharsets.UTF_8);
    position = 0;
    if (held == 1) {
      chars[0] = chars[count - 1]; // its other half comes with the next read
    }
    return chunk.length > 0 || (read > 0 && fill());
  }
}
