package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.corpus.store.AccessKey.Role;
import dateline.corpus.store.AccessKeys;
import dateline.search.IndexedHome;
import dateline.search.Server;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs every example of `.github/EXAMPLES.md` against a server over the sample archive.
final class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("dateline.root"), ".github", "EXAMPLES.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:8080[^\"\\s]*");
  private static final Pattern GAP = Pattern.compile("\\s*…\\s*");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Server server;

  @SuppressWarnings("NullAway.Init") // given out before all
  private static String key;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() throws Exception {
    var home = IndexedHome.at(folder.resolve("archive"));
    home.index(IndexedHome.sampleArticles());
    key =
        AccessKeys.add(home.path(), "Examples", Role.READ, "", "", Instant.EPOCH, null)
            .told()
            .toString();
    server = home.serve();
  }

  @AfterAll
  static void close() throws Exception {
    CLIENT.close();
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> everyExampleWorks() throws Exception {
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(EXAMPLES)).results().toList();
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < blocks.size(); i++) {
      String kind = blocks.get(i).group(1);
      String example = blocks.get(i).group(2);
      String output = i + 1 < blocks.size() ? blocks.get(i + 1).group(2) : "";
      String name = kind + ": " + example.lines().findFirst().orElse("");
      switch (kind) {
        case "sh" -> tests.add(DynamicTest.dynamicTest(name, () -> run("bash", example, output)));
        case "python" ->
            tests.add(DynamicTest.dynamicTest(name, () -> run("python3", example, output)));
        case "js" -> tests.add(DynamicTest.dynamicTest(name, () -> run("node", example, output)));
        case "formula" -> tests.add(DynamicTest.dynamicTest(name, () -> fetchTable(example)));
        case "feed" -> tests.add(DynamicTest.dynamicTest(name, () -> fetchFeed(example)));
        case "json" -> tests.add(DynamicTest.dynamicTest(name, () -> ask(example)));
        case "output" -> {} // of the block before
        default -> throw new IllegalStateException("nobody tries examples in " + kind);
      }
    }
    assertTrue(tests.size() >= 12, "the form of the examples has changed");
    return tests.stream();
  }

  private static String here(String example) {
    return example.replace("http://127.0.0.1:8080", server.address().toString());
  }

  private static void run(String program, String example, String output) throws Exception {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    assumeTrue(isThere || Boolean.getBoolean("require.tools"), "no " + program + " on the PATH");
    Path file =
        Files.writeString(
            Files.createTempFile(folder, "example", program.equals("node") ? ".mjs" : ""),
            here(example));
    var builder = new ProcessBuilder(program, file.toString()).redirectErrorStream(true);
    builder.environment().put("DATELINE_KEY", key);
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");

    assertEquals(0, process.waitFor(), told);
    String pattern =
        GAP.splitAsStream(output.strip()).map(Pattern::quote).collect(Collectors.joining(".*"));
    assertTrue(
        Pattern.compile(pattern + (output.strip().endsWith("…") ? ".*" : ""), Pattern.DOTALL)
            .matcher(told.strip())
            .matches(),
        () -> example + "printed:\n" + told);
  }

  private static HttpResponse<String> fetch(String example) throws Exception {
    MatchResult address = ADDRESS.matcher(example).results().findFirst().orElseThrow();
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(here(address.group()))).build(),
            BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer;
  }

  private static void fetchTable(String example) throws Exception {
    List<String> rows = fetch(example).body().lines().toList();
    assertEquals("published,source,headline,url", rows.getFirst());
    assertTrue(rows.size() > 1, rows::toString);
  }

  private static void fetchFeed(String example) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    var feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(fetch(example).body().getBytes(UTF_8)));
    assertEquals("feed", feed.getDocumentElement().getLocalName());
    assertTrue(feed.getElementsByTagName("entry").getLength() > 0);
  }

  /// Starts what a configuration names and asks for its tools, both ways.
  private static void ask(String example) throws Exception {
    String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    JsonNode servers = JsonMapper.shared().readTree(here(example)).get("mcpServers");
    var words = new ArrayList<Object>();
    servers.at("/dateline/args").forEach(word -> words.add(word.asString()));
    Process process = Told.process(List.of(), words.toArray()).directory(folder.toFile()).start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write(message + "\n");
    }
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor());
    HttpResponse<String> served =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(servers.at("/dateline-server/url").asString()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build(),
            BodyHandlers.ofString());
    assertEquals(
        JsonMapper.shared().readTree(told).at("/result/tools"),
        JsonMapper.shared().readTree(served.body()).at("/result/tools"));
  }
}
