package dateline.corpus.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The mark at the start of a text that names its charset (the Unicode Standard, section 23.8).
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8),
  UTF_32LE(StandardCharsets.UTF_32LE), // before UTF-16, whose mark it begins with
  UTF_32BE(StandardCharsets.UTF_32BE),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

  private final Charset charset;

  ByteOrderMark(Charset charset) {
    this.charset = charset;
  }

  /// The mark that `head` opens with.
  static Optional<ByteOrderMark> of(byte[] head) {
    return Arrays.stream(values()).filter(mark -> mark.opens(head)).findFirst();
  }

  Charset charset() {
    return charset;
  }

  byte[] bytes() {
    return "\uFEFF".getBytes(charset);
  }

  private boolean opens(byte[] head) {
    byte[] mark = bytes();
    return head.length >= mark.length
        && Arrays.mismatch(head, 0, mark.length, mark, 0, mark.length) < 0;
  }
}
