package dateline.search.http;

import dateline.search.access.TrustedProxies;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Tells metrics and access log of every request when its last byte has been sent. Stands
/// outermost, so that bytes are counted as they went over the wire.
final class ObservedRequests extends Handler.Wrapper {
  private final @Nullable Metrics metrics;
  private final @Nullable AccessLog log;
  private final TrustedProxies proxies;

  ObservedRequests(
      @Nullable Metrics metrics, @Nullable AccessLog log, TrustedProxies proxies, Handler next) {
    super(next);
    this.proxies = proxies;
    this.metrics = metrics;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var noted = new Observation();
    request.setAttribute(Observation.attribute(), noted);
    Request.addCompletionListener(request, _ -> ended(request, response, noted));
    return super.handle(request, response, callback);
  }

  private void ended(Request request, Response response, Observation noted) {
    var took = Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    if (metrics != null) {
      metrics.answered(noted, request.getMethod(), response.getStatus(), took);
    }
    if (log != null) {
      log.write(
          new AccessLog.Entry(
              noted.id(),
              request.getMethod(),
              noted.route(),
              request.getHttpURI().getPath(),
              response.getStatus(),
              Response.getContentBytesWritten(response),
              took,
              proxies.clientOf(
                  Request.getRemoteAddr(request), request.getHeaders().get("X-Forwarded-For")),
              request.getHeaders().get("User-Agent")));
    }
  }
}
