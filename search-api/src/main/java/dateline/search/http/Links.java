package dateline.search.http;

import io.javalin.http.Context;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Makes links for answers: absolute when the server knows its public address. What a request says
/// in its `Host` header never counts.
final class Links {
  private final String prefix;

  Links(@Nullable URI publicUrl) {
    prefix = publicUrl == null ? "" : publicUrl.toString().replaceFirst("/+$", "");
  }

  /// What addresses start with that must be whole: the public address, else the one at which the
  /// request arrived.
  String base(Context context) {
    if (!prefix.isEmpty()) {
      return prefix;
    }
    String host = context.req().getLocalAddr();
    return "http://%s:%d"
        .formatted(host.contains(":") ? "[" + host + "]" : host, context.req().getLocalPort());
  }

  /// @param path of this server, with its query string
  String to(String path) {
    return prefix + path;
  }
}
