package dateline.corpus.read;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/// Unpacks zstd (RFC 8878), frame after frame, and fails with the same exceptions as the gzip
/// reader: [EOFException] where the file ends inside a frame, [ZipException] where it is damaged.
///
/// Frames that need a window of more than 128 MiB, the decoder's own limit, are not unpacked.
final class ZstdStream extends InputStream {
  private static final int FRAME = 0xFD2FB528;
  private static final int SKIPPABLE_FRAME = 0x184D2A50; // to 0x184D2A5F

  private final Packed packed;
  private final InputStream unpacked;

  ZstdStream(InputStream packed) throws IOException {
    this.packed = new Packed(packed);
    this.unpacked = new ZstdInputStream(this.packed);
  }

  /// Whether a file begins with a frame, or with one that decoders skip, as parallel packers write.
  static boolean isOpenedBy(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int magic = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return magic == FRAME || (magic & 0xFFFFFFF0) == SKIPPABLE_FRAME;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return unpacked.read(target, offset, length);
    } catch (ZstdIOException e) {
      throw inPlainWords(e);
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  private IOException inPlainWords(ZstdIOException failure) {
    if (packed.isAtEnd) {
      return new EOFException();
    }
    if (failure.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
      return new IOException(
          "unpacking the file would take over 128 MiB of memory. Pack it again without --long");
    }
    if (failure.getErrorCode() == Zstd.errDictionaryWrong()) {
      return new IOException(
          "the file is packed with a dictionary that lies elsewhere. Pack it again without one");
    }
    return new ZipException();
  }

  /// Remembers that the end was met, which tells a cut from other damage.
  private static final class Packed extends FilterInputStream {
    private boolean isAtEnd;

    private Packed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      isAtEnd |= count < 0;
      return count;
    }
  }
}
