package dateline.search.http;

import dateline.search.engine.SearchEngine;
import dateline.search.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Says what went wrong: to programs as problem details, to people as a page. A stack trace goes to
/// the log alone.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String ANSWERED = "answered";
  static final String WITHDRAWN = "article.withdrawn";
  static final String EXPIRED = "article.expired";

  private final Pages pages;
  private final JsonMapper json;

  Failures(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  void install(RoutesConfig routes) {
    routes.exception(Refusal.class, (e, context) -> answer(context, e.problem()));
    routes.exception(
        SearchEngine.CursorExpired.class,
        (e, context) ->
            answer(
                context,
                Problem.of(
                    410,
                    "cursor.expired",
                    "The archive has changed since this list began. Search again without cursor.")));
    routes.exception(
        SearchEngine.NoGeneration.class,
        (e, context) ->
            answer(
                context,
                Problem.of(
                    503, "index.none", "No index is open yet. Try again when one is built.")));
    routes.exception(
        SearchEngine.NoVectors.class,
        (e, context) ->
            answer(
                context,
                Problem.of(
                    409,
                    "mode.unavailable",
                    "mode=hybrid cannot be served here: "
                        + e.getMessage()
                        + ". Search with mode=lexical.")));
    routes.exception(
        SearchEngine.SearchTimeout.class,
        (e, context) ->
            answer(
                context,
                Problem.of(
                    503,
                    "search.timeout",
                    "The search took too long and was stopped. Ask for rarer words or fewer"
                        + " wildcards.")));
    routes.exception(HttpResponseException.class, (e, context) -> answer(context, problem(e)));
    routes.exception(Exception.class, (e, context) -> crash(context, e));
    routes.error(404, this::unknownAddress);
  }

  /// Answers a fault of our own, with the id under which it is logged.
  void crash(Context context, Throwable fault) {
    String id = HttpServer.requestId(context);
    LOG.error(
        "request failed id={} method={} path={}", id, context.method(), context.path(), fault);
    answer(
        context,
        Problem.of(500, "server.fault", "The fault is on our side. It was recorded as " + id + ".")
            .loggedAs(id));
  }

  /// Answers what no handler could catch, such as a lack of memory, with as little work as can be.
  void breakdown(HttpServletResponse response, Error fault) {
    String id = response.getHeader(HttpServer.REQUEST_ID);
    LOG.error("request broke down id={}", id, fault);
    response.setStatus(500);
  }

  /// Answers what is no request that a route could see: a malformed line, endless headers.
  boolean unreadable(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Problem problem =
        Problem.of(
            response.getStatus(),
            "request.unreadable",
            "This request cannot be read, or its address or headers are too long.");
    response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem)), callback);
    return true;
  }

  private static Problem problem(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> Problem.of(404, "address.unknown", "Nothing is at this address.");
      case 405 ->
          Problem.of(405, "method.unknown", "This address cannot be used with this method.");
      case 413 ->
          Problem.of(
              413,
              "request.too-large",
              "A request has at most " + Limits.REQUEST_BYTES + " bytes. Shorten the query.");
      default -> Problem.of(400, "request.unreadable", "This request cannot be read.");
    };
  }

  private void unknownAddress(Context context) {
    if (context.attribute(ANSWERED) == null) {
      answer(context, Problem.of(404, "address.unknown", "Nothing is at this address."));
    }
  }

  private void answer(Context context, Problem problem) {
    context.attribute(ANSWERED, true);
    context.status(problem.status()).header("Cache-Control", "no-store");
    if (problem.status() == 401) {
      context.res().addHeader("WWW-Authenticate", "Basic realm=\"Dateline\", charset=\"UTF-8\"");
      context.res().addHeader("WWW-Authenticate", "Bearer realm=\"Dateline\"");
    }
    if (problem.status() == 503) {
      context.header("Retry-After", Long.toString(Limits.RETRY_AFTER.toSeconds()));
    }
    if (isForPrograms(context.path())) {
      context.contentType(Problem.MEDIA_TYPE).result(json.writeValueAsBytes(problem));
    } else {
      context
          .contentType(PageRoutes.HTML)
          .result(
              List.of(WITHDRAWN, EXPIRED).contains(problem.code())
                  ? pages.gone(problem.detail())
                  : pages.failure(problem.status(), problem.reference()));
    }
  }

  private static boolean isForPrograms(String path) {
    return path.equals("/api")
        || path.startsWith("/api/")
        || path.equals("/mcp")
        || path.equals(OaiRoutes.PATH)
        || path.equals(OpenSearchRoutes.SUGGESTIONS)
        || path.equals("/openapi.json")
        || path.equals("/livez")
        || path.equals("/readyz")
        || path.equals("/metrics");
  }
}
