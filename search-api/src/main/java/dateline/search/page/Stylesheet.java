package dateline.search.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The style sheet of all pages. Its path names its content, so that it may be kept for ever.
///
/// @param path on this server
public record Stylesheet(String path, String text) {
  private static final int DIGITS = 12;

  static Stylesheet load() {
    try (InputStream css = Stylesheet.class.getResourceAsStream("dateline.css")) {
      if (css == null) {
        throw new IllegalStateException("dateline.css is missing from the class path");
      }
      byte[] bytes = css.readAllBytes();
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new Stylesheet(
          "/static/dateline-" + digest.substring(0, DIGITS) + ".css", new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
