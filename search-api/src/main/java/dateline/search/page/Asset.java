package dateline.search.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file that pages need. Its path names its content, so that it may be kept for ever.
///
/// @param path on this server
public record Asset(String path, String mediaType, String text) {
  private static final int DIGITS = 12;

  /// @param name of the file, `timeline.js`
  static Asset load(String name, String mediaType) {
    return of(name, mediaType, read(name));
  }

  /// A style sheet without comments and indentation, which are for those who work on it.
  ///
  /// @param name of the file, `dateline.css`
  static Asset style(String name) {
    String text = read(name).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s+", "");
    return of(name, "text/css;charset=utf-8", text);
  }

  private static String read(String name) {
    try (InputStream file = Asset.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset of(String name, String mediaType, String text) {
    int dot = name.lastIndexOf('.');
    try {
      String digest =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
      return new Asset(
          "/static/"
              + name.substring(0, dot)
              + "-"
              + digest.substring(0, DIGITS)
              + name.substring(dot),
          mediaType,
          text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
