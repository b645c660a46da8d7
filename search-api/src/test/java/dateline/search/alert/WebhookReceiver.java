package dateline.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that takes alerts, on a free port of this machine.
public final class WebhookReceiver implements Closeable {
  private static final Duration WAIT_MAX = Duration.ofMinutes(2);

  private final HttpServer server;
  private final List<Received> received = new ArrayList<>();

  /// What came, and what it was answered.
  public record Received(
      String key, String timestamp, String signature, String body, int answered) {
    public JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    /// Which version of which article is told by which search, and how.
    public String told() {
      JsonNode json = json();
      return String.join(
          " ",
          json.at("/search/id").asString(),
          json.at("/article/id").asString(),
          json.at("/article/version").asString(),
          json.get("kind").asString());
    }
  }

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  /// @param answers the status for each request, by its number from 0
  public static WebhookReceiver start(Function<Integer, Integer> answers) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var receiver = new WebhookReceiver(server);
    server.createContext("/", exchange -> receiver.take(exchange, answers));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return receiver;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/news?desk=1");
  }

  private void take(HttpExchange exchange, Function<Integer, Integer> answers) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      int status;
      synchronized (received) {
        status = answers.apply(received.size());
        received.add(
            new Received(
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Dateline-Timestamp")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Dateline-Signature")),
                body,
                status));
        received.notifyAll();
      }
      if (status / 100 == 3) {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  public List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /// Waits until what came is enough.
  public List<Received> await(Predicate<List<Received>> enough) throws InterruptedException {
    long deadline = System.nanoTime() + WAIT_MAX.toNanos();
    synchronized (received) {
      while (!enough.test(received)) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        assertTrue(left > 0, () -> "only " + received.size() + " messages came");
        received.wait(left);
      }
      return List.copyOf(received);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
