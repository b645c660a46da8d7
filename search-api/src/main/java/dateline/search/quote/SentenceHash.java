package dateline.search.quote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a sentence is known by wherever it is printed: who kept the hash of a sentence they quoted
/// can tell later whether it still stands there.
///
/// The first 16 bytes of the SHA-256 of its UTF-8, in hexadecimal digits; before that, white space
/// is one blank, and of quotation marks, apostrophes and dashes that printers choose between each
/// is the ASCII one (NFC).
public final class SentenceHash {
  private static final int BYTES = 16;

  private SentenceHash() {}

  public static String of(String sentence) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(PrintedText.of(sentence).plain().strip().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
