package dateline.search.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where the server listens and under which address it is known.
///
/// @param port 0 for any free one
/// @param publicUrl what links in answers start with, without a path; null for links without a host
public record HttpOptions(String host, int port, @Nullable URI publicUrl) {
  public HttpOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
    if (publicUrl != null
        && (publicUrl.getHost() == null || !publicUrl.getScheme().startsWith("http"))) {
      throw new IllegalArgumentException(
          "public URL '" + publicUrl + "' is no web address; write it as https://news.example.org");
    }
  }
}
