package dateline.search.http;

import dateline.search.access.AccessRules;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where the server listens, under which address it is known, and what it lets callers do.
///
/// @param port 0 for any free one
/// @param publicUrl what links in answers start with, without a path; null for links without a host
public record HttpOptions(String host, int port, @Nullable URI publicUrl, AccessRules access) {
  /// Open to everybody.
  public HttpOptions(String host, int port, @Nullable URI publicUrl) {
    this(host, port, publicUrl, AccessRules.OPEN);
  }

  public HttpOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
    if (publicUrl != null && !isWebAddress(publicUrl)) {
      throw new IllegalArgumentException(
          "public URL '"
              + publicUrl
              + "' is no web address without path; write it as https://news.example.org");
    }
  }

  private static boolean isWebAddress(URI url) {
    return url.getHost() != null
        && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && (url.getPath().isEmpty() || url.getPath().equals("/"))
        && url.getQuery() == null
        && url.getFragment() == null
        && url.getUserInfo() == null;
  }
}
