package dateline.search.http;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets scripts in pages of other sites ask, as far as the server's owner lets them (Fetch
/// Standard, CORS protocol). Keys are sent as headers of their own, so that nobody's cookies are of
/// use.
final class CrossOrigin {
  private static final String ALL = "*";
  private static final int PREFLIGHT_SECONDS = 86_400;

  private final List<String> origins;

  /// @param origins such as `https://news.example.org`, or `*` for all
  CrossOrigin(List<String> origins) {
    this.origins = List.copyOf(origins);
  }

  boolean isOn() {
    return !origins.isEmpty();
  }

  /// Tells a browser whether it may show a page's script the answer.
  void answer(Context context) {
    if (isOn()) {
      context.res().addHeader("Vary", "Origin");
      String allowed = allowed(context.header("Origin"));
      if (allowed != null) {
        context
            .header("Access-Control-Allow-Origin", allowed)
            .header(
                "Access-Control-Expose-Headers",
                "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Server-Timing,"
                    + " X-Request-Id, X-Total-Count");
      }
    }
  }

  /// Tells a browser what a page's script may send.
  void preflight(Context context) {
    if (allowed(context.header("Origin")) != null) {
      context
          .header("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE")
          .header(
              "Access-Control-Allow-Headers",
              "Authorization, Content-Type, If-None-Match, X-Api-Key, X-Request-Id")
          .header("Access-Control-Max-Age", Integer.toString(PREFLIGHT_SECONDS));
    }
    context.status(204);
  }

  private @Nullable String allowed(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    if (origins.contains(ALL)) {
      return ALL;
    }
    return origins.contains(origin) ? origin : null;
  }
}
