package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dateline.search.GivenUp;
import dateline.search.IndexedHome;
import dateline.search.access.KeyRing;
import dateline.search.alert.SearchKeeper;
import dateline.search.lucene.LuceneEngine;
import dateline.search.page.Pages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators are told of requests, and what they are not.
final class ObservabilityTest {
  /// A word that is in no article and in no address but those that search for it.
  private static final String MARKER = "zanzimarker";

  private static final Pattern COUNTED =
      Pattern.compile(
          "dateline_(?:.*_seconds_count|generations_open|index_articles|last_run_rejected|swaps_total)");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  @SuppressWarnings("NullAway.Init")
  private LuceneEngine engine;

  @SuppressWarnings("NullAway.Init")
  private AccessLog log;

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    home.index(
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id":"a","headline":"Harbour opens","body":"The harbour opened. More is to come in spring.","published":"2020-01-01","source":"Wire"}
            {"id":"b","headline":"Harbour sold","body":"It was sold.","published":"2021-01-01","source":"Wire"}
            broken
            """));
    engine = home.open();
    log = AccessLog.in(folder.resolve("access.jsonl"), TestClient.CLOCK);
    server =
        HttpServer.start(
            new HttpOptions("127.0.0.1", 0, null).logging(log),
            engine,
            engine,
            new SearchKeeper(home.path(), engine, engine, engine::hold, TestClient.CLOCK),
            new KeyRing(TestClient.CLOCK),
            TestClient.CLOCK);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    engine.close();
    log.close();
  }

  @Test
  void countsRequestsByRouteAndSearchesByDoor() throws Exception {
    get("/search?q=harbour");
    get("/a/a");
    get("/a/b");
    get("/a/nobody");
    get("/nowhere/at/all");
    get("/api/v1/search?q=harbour");
    get("/api/v1/search.csv?q=harbour");
    get("/api/v1/search.atom?q=harbour");
    get("/oai?verb=Identify");
    get(new Pages().assets().icon().path());
    awaitLines(10);

    Map<String, Double> figures = figures();

    assertEquals(
        """
        dateline_generations_open 1.0
        dateline_http_requests_seconds_count{method="GET",route="/a/{id}",status="2xx"} 2.0
        dateline_http_requests_seconds_count{method="GET",route="/a/{id}",status="4xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="/api/v1/search",status="2xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="/api/v1/search.atom",status="2xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="/api/v1/search.csv",status="2xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="/oai",status="2xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="/search",status="2xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="/static/{file}",status="2xx"} 1.0
        dateline_http_requests_seconds_count{method="GET",route="none",status="4xx"} 1.0
        dateline_index_articles 2.0
        dateline_last_run_rejected 1.0
        dateline_searches_seconds_count{door="api"} 1.0
        dateline_searches_seconds_count{door="export"} 1.0
        dateline_searches_seconds_count{door="feed"} 1.0
        dateline_searches_seconds_count{door="harvest"} 1.0
        dateline_searches_seconds_count{door="page"} 3.0
        dateline_swaps_total 0.0
        """,
        figures.entrySet().stream()
            .filter(each -> COUNTED.matcher(each.getKey()).lookingAt())
            .map(each -> each.getKey() + " " + each.getValue() + "\n")
            .collect(Collectors.joining()));
    assertTrue(
        figures.keySet().stream()
            .anyMatch(name ->
                name.startsWith("dateline_http_requests_seconds_bucket")
                    && name.contains("le=\"0.1\"")),
        figures::toString);
    assertTrue(figures.getOrDefault("jvm_heap_used_bytes", 0.0) > 0, figures::toString);
    assertTrue(figures.getOrDefault("jvm_threads", 0.0) > 0, figures::toString);
    String name = engine.status().generation();
    assertEquals(1.0, figures.getOrDefault("dateline_generation{name=\"" + name + "\"}", -1.0));
  }

  @Test
  void tellsOfMessagesThatWereGivenUp() throws Exception {
    GivenUp.leave(home.path());

    Map<String, Double> figures = figures();

    assertEquals(1.0, figures.getOrDefault("dateline_alerts_undelivered{state=\"failed\"}", -1.0));
    assertEquals(0.0, figures.getOrDefault("dateline_alerts_undelivered{state=\"waiting\"}", -1.0));
  }

  @Test
  void tellsOfTheGenerationThatTookThePlace() throws Exception {
    String before = engine.status().generation();
    home.index(
        Files.writeString(
            folder.resolve("c.jsonl"), "{\"id\":\"c\",\"headline\":\"Budget\",\"body\":\"x\"}"));
    engine.refresh();

    Map<String, Double> figures = figures();

    assertEquals(1.0, figures.getOrDefault("dateline_swaps_total", -1.0));
    assertEquals(2.0, figures.getOrDefault("dateline_generations_open", -1.0));
    assertEquals(0.0, figures.getOrDefault("dateline_last_run_rejected", -1.0));
    assertEquals(3.0, figures.getOrDefault("dateline_index_articles", -1.0));
    assertFalse(figures.containsKey("dateline_generation{name=\"" + before + "\"}"));
  }

  @Test
  void logsALineOfJsonForEachRequest() throws Exception {
    HttpResponse<String> answer = get("/a/a?search=q%3Dharbour");
    JsonNode line = awaitLines(1).getFirst();

    assertEquals(
        List.of(
            "2026-11-23T12:00:00Z",
            answer.headers().firstValue("X-Request-Id").orElseThrow(),
            "GET",
            "/a/{id}",
            "/a/a",
            "200",
            Integer.toString(
                answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length),
            "127.0.0.1"),
        List.of(
            line.get("time").asString(),
            line.get("id").asString(),
            line.get("method").asString(),
            line.get("route").asString(),
            line.get("path").asString(),
            line.get("status").asString(),
            line.get("bytes").asString(),
            line.get("client").asString()));
    assertTrue(line.get("millis").asDouble() > 0, line::toString);
    assertTrue(line.get("user_agent").asString().startsWith("Java"), line::toString);
  }

  @Test
  void whatPeopleSearchForIsWrittenNowhere() throws Exception {
    var events = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("dateline");
    Level before = ours.getLevel();
    events.start();
    root.addAppender(events);
    ours.setLevel(Level.INFO);
    try {
      List<String> paths =
          List.of(
              "/search?q=" + MARKER,
              "/search?q=%22" + MARKER,
              "/a/a?search=q%3D" + MARKER,
              "/api/v1/search?q=" + MARKER,
              "/api/v1/search?q=%22" + MARKER,
              "/api/v1/search?" + MARKER + "=1",
              "/api/v1/search?mode=hybrid&q=" + MARKER,
              "/api/v1/search?cursor=" + MARKER,
              "/api/v1/search.csv?q=" + MARKER,
              "/api/v1/search.atom?q=" + MARKER,
              "/api/v1/count?q=" + MARKER,
              "/api/v1/timeline?q=" + MARKER,
              "/api/v1/facets/person?prefix=" + MARKER,
              "/api/v1/suggest?q=" + MARKER,
              "/api/v1/explain?id=a&q=" + MARKER,
              "/api/v1/parse?q=" + MARKER,
              "/api/v1/analyze?field=body&text=" + MARKER,
              "/suggest.json?q=" + MARKER,
              "/compare?q=trade&q=" + MARKER,
              "/api/v1/compare?q=trade&q=" + MARKER,
              "/coverage?source=" + MARKER,
              "/api/v1/coverage?source=" + MARKER,
              "/api/v1/changes?source=" + MARKER,
              "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=source:" + MARKER,
              "/api/v1/quote?text=the+" + MARKER + "+opened+in+spring");
      for (String path : paths) {
        get(path);
      }
      post("/api/v1/search", "{\"q\":\"%s\"}".formatted(MARKER));
      post("/api/v1/search", MARKER);
      post(
          "/mcp",
          """
          {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"%s"}}}
          """
              .formatted(MARKER));
      awaitLines(paths.size() + 3);

      String metrics = get("/metrics").body();
      String logged =
          String.join("\n", events.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
      assertFalse(metrics.contains(MARKER), metrics);
      assertFalse(Files.readString(folder.resolve("access.jsonl")).contains(MARKER));
      assertFalse(logged.contains(MARKER), logged);
    } finally {
      ours.setLevel(before);
      root.detachAppender(events);
    }
  }

  @Test
  void metricsCanBeTurnedOff() throws Exception {
    try (var without =
        HttpServer.start(
            new HttpOptions("127.0.0.1", 0, null).withoutMetrics(),
            engine,
            engine,
            TestClient.CLOCK)) {
      assertEquals(404, get(without, "/metrics").statusCode());
      assertEquals(200, get(without, "/livez").statusCode());
    }
    assertEquals(Metrics.MEDIA_TYPE, get("/metrics").headers().firstValue("Content-Type").get());
  }

  /// Lines are written when the last byte is out, which a client may see before.
  private List<JsonNode> awaitLines(int count) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> lines = Files.readAllLines(folder.resolve("access.jsonl"));
    while (lines.size() < count && System.nanoTime() < end) {
      Thread.onSpinWait();
      lines = Files.readAllLines(folder.resolve("access.jsonl"));
    }
    assertEquals(count, lines.size(), lines::toString);
    var read = new ArrayList<JsonNode>();
    for (String line : lines) {
      read.add(JsonMapper.shared().readTree(line));
    }
    return read;
  }

  private Map<String, Double> figures() throws Exception {
    var figures = new TreeMap<String, Double>();
    for (String line : get("/metrics").body().split("\n")) {
      Matcher sample =
          Pattern.compile("(?<name>[^# ][^ {]*(\\{.*})?) (?<value>\\S+)").matcher(line);
      if (sample.matches()) {
        figures.put(sample.group("name"), Double.parseDouble(sample.group("value")));
      }
    }
    return figures;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(server, path);
  }

  private HttpResponse<String> get(HttpServer from, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(from.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void post(String path, String body) throws Exception {
    client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
