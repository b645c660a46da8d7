package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import dateline.search.Server;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One search has one answer, whichever door it is asked at.
final class ParityTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SEED = Long.getLong("test.seed", 20_261_130);
  private static final int STATES = "long".equals(System.getProperty("test.counts")) ? 500 : 12;
  private static final Pattern ENTRY =
      Pattern.compile("<entry[^>]*>\\s*<id>tag:[^<]*:a/([^<]*)</id>");

  /// Filters that every door has, with values of the sample archive; the last ones find nothing.
  private static final Map<String, List<String>> FILTERS =
      Map.of(
          "person", List.of("shinzo-abe", "donald-trump", "nobody-at-all"),
          "place", List.of("JP", "US", "CN", "XX"),
          "org", List.of("nato", "un", "none-such"),
          "issue", List.of("medtop:04000000", "medtop:11000000", "medtop:20000373"),
          "lang", List.of("en", "ja", "fr"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // made before all
  private static IndexedHome home;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Server server;

  @SuppressWarnings("NullAway.Init") // read before all
  private static List<String> words;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() throws Exception {
    home = IndexedHome.at(folder.resolve("sample"));
    home.index(IndexedHome.sampleArticles());
    server = home.serve();
    words =
        get("/api/v1/search.csv?fields=headline&sort=oldest&collapse=none")
            .lines()
            .flatMap(line -> List.of(line.split("[^\\p{L}'-]+", -1)).stream())
            .filter(word -> word.length() > 2)
            .distinct()
            .toList();
  }

  @AfterAll
  static void close() throws Exception {
    CLIENT.close();
    server.close();
  }

  /// What a door tells of a list: how many articles are found, and the first of them in order.
  private record Told(long total, List<String> ids) {
    Told first(int most) {
      return new Told(total, ids.subList(0, Math.min(most, ids.size())));
    }
  }

  @Test
  void everyDoorListsTheSame() throws Exception {
    var random = new Random(SEED);
    int found = 0;
    int cut = 0;
    for (int i = 0; i < STATES; i++) {
      Map<String, List<String>> state = state(random);
      int limit = 1 + random.nextInt(50);
      Told json = json(state, limit);
      String where = "seed " + SEED + ", search " + query(state) + "&limit=" + limit;

      assertEquals(json, page(state, limit), () -> "page: " + where);
      assertEquals(json, rows(state, "jsonl").first(limit), () -> "jsonl: " + where);
      assertEquals(json, rows(state, "csv").first(limit), () -> "csv: " + where);
      assertEquals(json.ids(), atom(state, limit), () -> "atom: " + where);
      assertEquals(json, command(state, limit), () -> "command: " + where);
      assertEquals(json, tool(state, limit), () -> "tool: " + where);
      assertEquals(
          json.total(),
          JSON.readTree(get("/api/v1/count?" + query(state))).at("/total/value").asLong(),
          () -> "count: " + where);
      found += json.total() > 0 ? 1 : 0;
      cut += json.total() > limit ? 1 : 0;
    }
    assertTrue(found > STATES / 3, "too few searches find anything: " + found);
    assertTrue(cut > STATES / 10, "too few lists go on: " + cut);
  }

  /// What each door does where a search leaves it open.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page    | q=security | relevance | duplicates | 20
          page    | ''         | newest    | duplicates | 20
          json    | q=security | relevance | duplicates | 20
          json    | ''         | newest    | duplicates | 20
          csv     | q=security | relevance | none       | 100000
          csv     | ''         | newest    | none       | 100000
          jsonl   | q=security | relevance | none       | 100000
          atom    | q=security | newest    | none       | 50
          atom    | ''         | newest    | none       | 50
          command | q=security | relevance | duplicates | 20
          tool    | q=security | relevance | duplicates | 10
          tool    | ''         | newest    | duplicates | 10
          """)
  void aDoorFillsInItsOwn(String door, String search, String sort, String collapse, int limit)
      throws Exception {
    Map<String, List<String>> open = new LinkedHashMap<>();
    if (!search.isEmpty()) {
      open.put("q", List.of(search.substring(2)));
    }
    var whole = new LinkedHashMap<>(open);
    whole.put("match", List.of("auto"));
    whole.put("sort", List.of(sort));
    whole.put("collapse", List.of(collapse));
    List<String> expected =
        collapse.equals("none")
            ? rows(whole, "jsonl").first(limit).ids()
            : json(whole, limit).ids();

    List<String> told =
        switch (door) {
          case "page" -> page(open, 0).ids();
          case "json" -> json(open, 0).ids();
          case "atom" -> atom(open, 0);
          case "command" -> command(open, 0).ids();
          case "tool" -> tool(open, 0).ids();
          default -> rows(open, door).ids();
        };

    assertEquals(expected, told);
  }

  private static Map<String, List<String>> state(Random random) {
    Map<String, List<String>> state = new LinkedHashMap<>();
    state.put("match", List.of(oneOf(random, List.of("auto", "all", "any"))));
    state.put("sort", List.of(oneOf(random, List.of("relevance", "newest", "oldest"))));
    state.put("collapse", List.of("none"));
    if (random.nextInt(8) > 0) {
      state.put("q", List.of(words(random)));
    }
    for (String filter : FILTERS.keySet().stream().sorted().toList()) {
      if (random.nextInt(8) == 0) {
        List<String> values = FILTERS.getOrDefault(filter, List.of());
        state.put(
            filter,
            IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(_ -> oneOf(random, values))
                .distinct()
                .toList());
      }
    }
    if (random.nextInt(4) == 0) {
      state.put("from", List.of(Integer.toString(1900 + random.nextInt(110))));
    }
    if (random.nextInt(4) == 0) {
      state.put("to", List.of(Integer.toString(2010 + random.nextInt(16))));
    }
    return state;
  }

  private static String words(Random random) {
    String a = oneOf(random, words);
    String b = oneOf(random, words);
    String c = oneOf(random, words);
    return switch (random.nextInt(9)) {
      case 0 -> a;
      case 1 -> a + " AND NOT " + b;
      case 2 -> a + " OR " + b;
      case 3 -> "headline:" + a + " OR body:" + b;
      case 4 -> "(" + a + " NEAR/20 " + b + ") OR " + c;
      case 5 -> a.substring(0, 3) + "* " + b;
      case 6 -> "\"" + a + "\" " + b + " -" + c;
      default -> a + " " + b + " " + c;
    };
  }

  private static <T> T oneOf(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String query(Map<String, List<String>> state) {
    return state.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream()
                .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
        .collect(Collectors.joining("&"));
  }

  /// @param limit 0 for the door's own
  private static Map<String, List<String>> limited(Map<String, List<String>> state, int limit) {
    var limited = new LinkedHashMap<>(state);
    if (limit > 0) {
      limited.put("limit", List.of(Integer.toString(limit)));
    }
    return limited;
  }

  private static Told json(Map<String, List<String>> state, int limit) throws Exception {
    return told(get("/api/v1/search?" + query(limited(state, limit))));
  }

  private static Told told(String json) {
    JsonNode answer = JSON.readTree(json);
    var ids = new ArrayList<String>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
    return new Told(answer.at("/total/value").asLong(), ids);
  }

  private static Told page(Map<String, List<String>> state, int limit) throws Exception {
    Document page = Jsoup.parse(get("/search?" + query(limited(state, limit))));
    String total = page.select(".total").text().replaceAll("\\D.*", "").replace(",", "");
    return new Told(
        total.isEmpty() ? 0 : Long.parseLong(total),
        page.select("li.hit h3 a").eachAttr("href").stream().map(ParityTest::id).toList());
  }

  private static String id(String href) {
    return URLDecoder.decode(href.replaceFirst("^/a/", "").replaceFirst("[?#].*", ""), UTF_8);
  }

  private static Told rows(Map<String, List<String>> state, String format) throws Exception {
    HttpResponse<String> file = send("/api/v1/search." + format + "?fields=id&" + query(state));
    List<String> ids =
        file.body()
            .lines()
            .skip(format.equals("csv") ? 1 : 0)
            .map(line -> format.equals("csv") ? line : JSON.readTree(line).get("id").asString())
            .toList();
    long total = file.headers().firstValueAsLong("X-Total-Count").orElseThrow();
    assertEquals(total, ids.size(), format);
    return new Told(total, ids);
  }

  private static List<String> atom(Map<String, List<String>> state, int limit) throws Exception {
    return ENTRY
        .matcher(get("/api/v1/search.atom?" + query(limited(state, limit))))
        .results()
        .map(entry -> id(entry.group(1)))
        .toList();
  }

  private static Told command(Map<String, List<String>> state, int limit) {
    var line = new ArrayList<Object>(List.of("search", "--index", home.path(), "--format", "json"));
    limited(state, limit)
        .forEach((name, values) -> values.forEach(value -> line.add("--" + name + "=" + value)));
    return told(dateline.cli.Told.by(line.toArray()).ended(ExitCode.DONE).out());
  }

  private static Told tool(Map<String, List<String>> state, int limit) throws Exception {
    ObjectNode arguments = JSON.createObjectNode();
    arguments.put("max_chars", 100_000);
    if (limit > 0) {
      arguments.put("limit", limit);
    }
    state.forEach((name, values) -> {
      if (FILTERS.containsKey(name)) {
        ArrayNode list = arguments.putArray(name);
        values.forEach(list::add);
      } else {
        arguments.put(name.equals("q") ? "query" : name, values.getFirst());
      }
    });
    ObjectNode call = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
    call.put("method", "tools/call").putObject("params").put("name", "search");
    ((ObjectNode) call.get("params")).set("arguments", arguments);
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(server.address().resolve("/mcp"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(call)))
                .build(),
            BodyHandlers.ofString());
    JsonNode found = JSON.readTree(answer.body()).at("/result/structuredContent");
    var ids = new ArrayList<String>();
    found.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
    return new Told(found.get("total").asLong(), ids);
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> response = send(path);
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  private static HttpResponse<String> send(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        BodyHandlers.ofString());
  }
}
