package dateline.search.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Makes links for answers: absolute when the server knows its public address. What a request says
/// in its `Host` header never counts.
final class Links {
  private final String prefix;

  Links(@Nullable URI publicUrl) {
    prefix = publicUrl == null ? "" : publicUrl.toString().replaceFirst("/+$", "");
  }

  /// @param path of this server, with its query string
  String to(String path) {
    return prefix + path;
  }
}
