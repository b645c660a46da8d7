package dateline.search.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// What is noted of one request while it is answered. Written by the thread that answers it, read
/// when it has ended.
final class Observation {
  /// What stands for an address that no route has, so that nobody can invent routes.
  static final String NO_ROUTE = "none";

  private static final String FILES = "/static/";
  private static final String ATTRIBUTE = Observation.class.getName();

  private volatile String route = NO_ROUTE;
  private volatile String id = "";
  private volatile long searchNanos = -1;

  /// Under which name a request carries it.
  static String attribute() {
    return ATTRIBUTE;
  }

  private static @Nullable Observation of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Observation noted ? noted : null;
  }

  /// Notes which route has answered.
  static void routed(Context context) {
    Observation noted = of(context.req());
    if (noted != null) {
      Endpoint matched = context.endpoints().lastHttpEndpoint();
      noted.route = matched == null ? NO_ROUTE : template(matched.path);
      noted.id = HttpServer.requestId(context);
    }
  }

  /// The names of files change with their content.
  private static String template(String path) {
    return path.startsWith(FILES) ? FILES + "{file}" : path;
  }

  /// Notes that the engine was asked, once or once more.
  static void searched(Context context, long nanos) {
    Observation noted = of(context.req());
    if (noted != null) {
      noted.searchNanos = Math.max(0, noted.searchNanos) + nanos;
    }
  }

  /// Template of the address, as `/a/{id}`.
  String route() {
    return route;
  }

  String id() {
    return id;
  }

  /// How long the engine took; negative when it was not asked.
  long searchNanos() {
    return searchNanos;
  }
}
