package dateline.search.http;

import dateline.search.access.AccessRules;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where the server listens, under which address it is known, and what it lets callers do.
///
/// @param port 0 for any free one
/// @param publicUrl what links in answers start with, without a path; null for links without a host
/// @param hasMetrics whether `/metrics` is there
/// @param accessLog is told of every request; null for none
public record HttpOptions(
    String host,
    int port,
    @Nullable URI publicUrl,
    AccessRules access,
    boolean hasMetrics,
    @Nullable AccessLog accessLog) {
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

  /// With metrics and without access log.
  public HttpOptions(String host, int port, @Nullable URI publicUrl, AccessRules access) {
    this(host, port, publicUrl, access, true, null);
  }

  /// As the other, open to everybody.
  public HttpOptions(String host, int port, @Nullable URI publicUrl) {
    this(host, port, publicUrl, AccessRules.OPEN);
  }

  /// The same without `/metrics`.
  public HttpOptions withoutMetrics() {
    return new HttpOptions(host, port, publicUrl, access, false, accessLog);
  }

  /// The same with a log of requests. It stays the caller's to close, after the server.
  public HttpOptions logging(AccessLog log) {
    return new HttpOptions(host, port, publicUrl, access, hasMetrics, log);
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
