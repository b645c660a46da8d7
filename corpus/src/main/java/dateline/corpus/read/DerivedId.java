package dateline.corpus.read;

import dateline.corpus.ArticleId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Ids for articles whose publisher gives none. The same article gets the same id on every machine.
final class DerivedId {
  private DerivedId() {}

  /// The canonical form of an absolute web address: scheme and host in lower case, without fragment
  /// and without `utm_` parameters. Empty when `url` is no such address or too long for an id.
  static Optional<String> ofUrl(String url) {
    try {
      URI address = new URI(url.strip());
      if (address.getScheme() == null || address.getRawAuthority() == null) {
        return Optional.empty();
      }
      String canonical =
          (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT)
              + address.getRawPath()
              + query(address);
      return Optional.of(canonical).filter(id -> id.length() <= ArticleId.LENGTH_MAX);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The first 32 hexadecimal digits of the SHA-256 of `parts` in UTF-8, each followed by a zero
  /// byte.
  static String ofContent(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static String query(URI address) {
    if (address.getRawQuery() == null) {
      return "";
    }
    String kept =
        Arrays.stream(address.getRawQuery().split("&"))
            .filter(parameter -> !parameter.startsWith("utm_"))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
