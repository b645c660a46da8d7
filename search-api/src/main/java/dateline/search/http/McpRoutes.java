package dateline.search.http;

import dateline.search.mcp.McpServer;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tools for assistants, as messages that are posted.
final class McpRoutes {
  private static final Set<String> HEADERS =
      Set.of("mcp-protocol-version", "mcp-method", "mcp-name");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final SearchGate gate;
  private final McpServer server;
  private final @Nullable URI publicUrl;

  McpRoutes(SearchGate gate, McpServer server, @Nullable URI publicUrl) {
    this.gate = gate;
    this.server = server;
    this.publicUrl = publicUrl;
  }

  void post(Context context) throws IOException, Refusal {
    String origin = context.header("Origin");
    if (origin != null && !isOurs(origin)) {
      throw new Refusal(
          Problem.of(
              403,
              "origin.foreign",
              "A page of another site may not use these tools: its origin is " + origin + "."));
    }
    McpServer.Reply reply =
        gate.answer(() -> server.answer(context.bodyAsBytes(), headers(context)), context);
    context.status(reply.status()).header("Cache-Control", "no-store");
    String body = reply.body();
    if (body != null) {
      context.contentType("application/json").result(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private boolean isOurs(String origin) {
    URI asked;
    try {
      asked = URI.create(origin);
    } catch (IllegalArgumentException _) { // such as null
      return false;
    }
    return (publicUrl != null && origin.equals(origin(publicUrl)))
        || (asked.getHost() != null && THIS_MACHINE.contains(asked.getHost()));
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private static Map<String, String> headers(Context context) {
    var headers = new HashMap<String, String>();
    for (String name : HEADERS) {
      String value = context.header(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }
}
