package dateline.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports of whole archives: what they cost, and clients who read slowly or go away.
final class ExportLoadTest {
  private static final int ARTICLES =
      "long".equals(System.getProperty("test.counts")) ? 100_000 : 6_000;
  private static final int EXPORTS_AT_ONE_TIME = 4;
  private static final long GROWTH_MAX = 50_000_000;

  /// With texts, so that no buffer of the system holds the whole file.
  private static final String EXPORT =
      "/api/v1/search.jsonl?fields=id,headline,body,people,places,issues,lead,keywords,url";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Server server;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() throws Exception {
    var home = IndexedHome.at(folder.resolve("home"));
    home.index(GeneratedArticles.write(folder.resolve("made.jsonl"), 0, ARTICLES, 7));
    server = home.serve();
  }

  @AfterAll
  static void close() throws Exception {
    CLIENT.close();
    server.close();
  }

  @Test
  void aFileOfAllArticlesNeedsNoMoreMemoryThanOneOfSome() throws Exception {
    long before = heapInUse();
    long most = 0;
    long rows = 0;
    HttpResponse<InputStream> file = CLIENT.send(request(EXPORT), BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(file.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        assertTrue(line.startsWith("{\"id\":\"made-"), line);
        rows++;
        if (rows % (ARTICLES / 4) == 0) {
          most = Math.max(most, heapInUse());
        }
      }
    }

    assertEquals(ARTICLES, rows);
    assertEquals(ARTICLES, file.headers().firstValueAsLong("X-Total-Count").orElseThrow());
    long growth = most - before;
    assertTrue(growth < GROWTH_MAX, () -> "heap grew by " + growth + " bytes");
  }

  @Test
  void whoReadsSlowlyOrGoesAwayHarmsNobody() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < EXPORTS_AT_ONE_TIME; i++) {
        slow.add(begun());
      }
      assertEquals(503, get(EXPORT).statusCode());
      assertEquals(200, get("/api/v1/search?q=trade").statusCode());
      assertEquals(200, get("/search?q=trade").statusCode());
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }

    HttpResponse<String> next = get(EXPORT);
    while (next.statusCode() == 503) { // until the server has noticed
      Thread.onSpinWait();
      next = get(EXPORT);
    }

    assertEquals(ARTICLES, next.body().lines().count());
  }

  /// A client who has read the head of a file and reads no more.
  private static Socket begun() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(server.address().getHost(), server.address().getPort()));
    socket
        .getOutputStream()
        .write(("GET " + EXPORT + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
    byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    assertEquals("HTTP/1.1 200", new String(head, US_ASCII));
    return socket;
  }

  private static long heapInUse() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path), BodyHandlers.ofString());
  }

  private static HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).build();
  }
}
