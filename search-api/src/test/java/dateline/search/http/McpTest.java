package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The sample archive as tools for assistants, over HTTP.
final class McpTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STATELESS = "2026-07-28";
  private static final String ID = "2021-09-24-quad-leaders-summit";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static TestClient client;

  @BeforeAll
  static void open() throws Exception {
    client = TestClient.ofSample(folder);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Test
  void tellsWhatItCan() throws Exception {
    JsonNode found = stateless("server/discover", JSON.createObjectNode()).get("result");
    JsonNode tools = stateless("tools/list", JSON.createObjectNode()).get("result");

    assertEquals(
        "[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"]",
        found.get("supportedVersions").toString());
    assertEquals("complete", found.get("resultType").asString());
    assertEquals(
        "dateline",
        found.get("_meta").get("io.modelcontextprotocol/serverInfo").get("name").asString());
    assertEquals(
        List.of(
            "search",
            "fetch",
            "suggest_entities",
            "count",
            "timeline",
            "facets",
            "similar",
            "verify_quote"),
        tools.get("tools").valueStream().map(tool -> tool.get("name").asString()).toList());
    for (JsonNode tool : tools.get("tools")) {
      assertTrue(tool.get("annotations").get("readOnlyHint").booleanValue());
      assertFalse(tool.get("inputSchema").get("additionalProperties").booleanValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-11-25, 2025-11-25", "2025-06-18, 2025-06-18", "2024-11-05, 2025-11-25"})
  void shakesHandsWithOlderClients(String asked, String agreed) throws Exception {
    HttpResponse<String> hands =
        post(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                + asked
                + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}",
            Map.of());
    HttpResponse<String> told =
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", Map.of());
    HttpResponse<String> called =
        post(
            "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/call\",\"params\":{\"name\":\"count\",\"arguments\":{}}}",
            Map.of("MCP-Protocol-Version", agreed));

    assertEquals(
        agreed, JSON.readTree(hands.body()).get("result").get("protocolVersion").asString());
    assertEquals(202, told.statusCode());
    assertEquals("", told.body());
    JsonNode result = JSON.readTree(called.body()).get("result");
    assertEquals(284, result.get("structuredContent").get("total").asInt());
    assertFalse(result.has("resultType"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                        | 400 | -32700
          []                                              | 400 | -32600
          {"jsonrpc":"2.0","id":1}                        | 400 | -32600
          {"jsonrpc":"2.0","id":null,"method":"ping"}     | 400 | -32600
          {"jsonrpc":"2.0","id":1,"method":"no/such"}     | 200 | -32601
          {"jsonrpc":"2.0","id":1,"method":"tools/call"}  | 200 | -32602
          {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"1999-01-01","io.modelcontextprotocol/clientCapabilities":{}}}} | 400 | -32022
          """)
  void refusesWhatItCannotRead(String message, int status, int code) throws Exception {
    HttpResponse<String> answer = post(message, Map.of());

    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, JSON.readTree(answer.body()).get("error").get("code").asInt());
  }

  @Test
  void headersSayWhatTheMessageSays() throws Exception {
    String list = message("tools/list", JSON.createObjectNode());
    Map<String, String> right =
        Map.of("MCP-Protocol-Version", STATELESS, "Mcp-Method", "tools/list");
    Map<String, String> wrong =
        Map.of("MCP-Protocol-Version", STATELESS, "Mcp-Method", "tools/call");
    String unknown = message("no/such", JSON.createObjectNode());

    assertEquals(200, post(list, right).statusCode());
    assertEquals(400, post(list, wrong).statusCode());
    assertTrue(post(list, wrong).body().contains("-32020"));
    assertTrue(post(list, Map.of()).body().contains("-32020"));
    assertEquals(
        404,
        post(unknown, Map.of("MCP-Protocol-Version", STATELESS, "Mcp-Method", "no/such"))
            .statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, 403",
    "null, 403",
    "http://localhost:6274, 200",
    "http://127.0.0.1:8080, 200"
  })
  void pagesOfOtherSitesAreRefused(String origin, int status) throws Exception {
    assertEquals(
        status,
        post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", Map.of("Origin", origin))
            .statusCode());
  }

  @Test
  void thereIsNoStreamToRead() throws Exception {
    assertEquals(405, client.get("/mcp").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          search           | {"query":"indo-pacific security","detail":"full","limit":20}
          search           | {"query":"trade","sort":"newest","place":["JP"],"from":"1980"}
          fetch            | {"id":"2021-09-24-quad-leaders-summit"}
          suggest_entities | {"text":"ja"}
          count            | {"query":"security"}
          timeline         | {"interval":"month"}
          facets           | {"field":"person","limit":50}
          similar          | {"id":"2021-09-24-quad-leaders-summit","limit":20}
          verify_quote     | {"text":"free and open Indo-Pacific"}
          """)
  void answersFitTheirSchemaAndTheirBudget(String tool, String arguments) throws Exception {
    JsonNode schema =
        stateless("tools/list", JSON.createObjectNode())
            .get("result")
            .get("tools")
            .valueStream()
            .filter(each -> each.get("name").asString().equals(tool))
            .findFirst()
            .orElseThrow();
    for (int most : new int[] {1000, 1500, 3000, 100_000}) {
      ObjectNode asked = (ObjectNode) JSON.readTree(arguments);
      if (schema.get("inputSchema").get("properties").has("max_chars")) {
        asked.put("max_chars", most);
      }
      JsonNode result = call(tool, asked);
      String text = result.get("content").get(0).get("text").asString();

      assertFalse(result.get("isError").booleanValue(), text);
      assertEquals(result.get("structuredContent"), JSON.readTree(text));
      assertTrue(text.length() <= most, () -> text.length() + " of " + most + ": " + text);
      new SchemaCheck(schema)
          .check(result.get("structuredContent"), schema.get("outputSchema"), tool);
    }
  }

  @Test
  void aLongListGoesOnBehindWhatFitted() throws Exception {
    var ids = new ArrayList<String>();
    String cursor = null;
    do {
      ObjectNode asked =
          JSON.createObjectNode().put("query", "security").put("limit", 20).put("max_chars", 2000);
      if (cursor != null) {
        asked.put("cursor", cursor);
      }
      JsonNode page = call("search", asked).get("structuredContent");
      page.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
      cursor = page.get("next_cursor").stringValue(null);
    } while (cursor != null);
    var listed = new ArrayList<String>();
    JSON.readTree(client.get("/api/v1/search?q=security&limit=100&facet=none").body())
        .get("hits")
        .forEach(hit -> listed.add(hit.get("id").asString()));

    assertEquals(listed, ids);
  }

  @Test
  void aLongArticleIsReadInPieces() throws Exception {
    JsonNode stored = JSON.readTree(client.get("/api/v1/articles/" + ID).body());
    var text = new StringBuilder();
    int start = 0;
    do {
      JsonNode piece =
          call(
                  "fetch",
                  JSON.createObjectNode().put("id", ID).put("start", start).put("max_chars", 1000))
              .get("structuredContent");
      text.append(piece.get("text").asString().replaceAll("^<article>\n|\n</article>$", ""));
      start = piece.get("next_start").intValue(0);
    } while (start > 0);

    assertTrue(text.toString().endsWith(stored.get("body").asString()), text::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          search       | {"query":"(open"}           | bracket
          search       | {"qery":"x"}                | was query meant?
          search       | {"limit":0}                 | not between 1 and 50
          search       | {"limit":"5"}               | is no whole number
          search       | {"person":"abe"}            | is no list of texts
          search       | {"from":"soon"}             | soon
          search       | {"cursor":"x"}              | cursor
          fetch        | {}                          | id is missing
          fetch        | {"id":"nobody"}             | no article has the id nobody
          facets       | {"field":"colour"}          | not one of
          verify_quote | {"text":"too short"}        | 3 words
          """)
  void aModelIsToldWhatToMend(String tool, String arguments, String words) throws Exception {
    JsonNode result = call(tool, (ObjectNode) JSON.readTree(arguments));

    assertTrue(result.get("isError").booleanValue(), result::toString);
    assertTrue(
        result.get("content").get(0).get("text").asString().contains(words), result::toString);
  }

  @Test
  void quotationsAreCheckedForPrograms() throws Exception {
    JsonNode verdict =
        JSON.readTree(
            client
                .get("/api/v1/quote?id=" + ID + "&text=Free+and+open+Indo-Pacific+at+first")
                .body());

    assertEquals("altered", verdict.get("verdict").asString(), verdict::toString);
    assertEquals("headline", verdict.get("places").get(0).get("field").asString());
    String body = JSON.readTree(client.get("/api/v1/articles/" + ID).body()).get("body").asString();
    String opening = body.substring(0, body.indexOf(' ', 60));
    JsonNode printed =
        JSON.readTree(
            client
                .post(
                    "/api/v1/quote",
                    "application/json",
                    JSON.writeValueAsString(Map.of("text", opening, "id", ID)))
                .body());
    assertEquals("verbatim", printed.get("verdict").asString(), printed::toString);
    assertEquals("/a/" + ID + "#s0", printed.get("places").get(0).get("url").asString());
    assertTrue(client.get("/a/" + ID).body().contains("<span id=\"s0\"></span>"));
    assertEquals(400, client.get("/api/v1/quote?text=short").statusCode());
    assertEquals(400, client.get("/api/v1/quote?txt=some+words+of+it").statusCode());
    assertEquals(404, client.get("/api/v1/quote?id=nobody&text=some+words+of+it").statusCode());
  }

  private static JsonNode call(String tool, ObjectNode arguments) throws Exception {
    ObjectNode parameters = JSON.createObjectNode().put("name", tool);
    parameters.set("arguments", arguments);
    return stateless("tools/call", parameters).get("result");
  }

  private static JsonNode stateless(String method, ObjectNode parameters) throws Exception {
    var headers =
        new java.util.HashMap<>(Map.of("MCP-Protocol-Version", STATELESS, "Mcp-Method", method));
    if (parameters.has("name")) {
      headers.put("Mcp-Name", parameters.get("name").asString());
    }
    HttpResponse<String> answer = post(message(method, parameters), headers);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static String message(String method, ObjectNode parameters) {
    parameters
        .putObject("_meta")
        .put("io.modelcontextprotocol/protocolVersion", STATELESS)
        .putObject("io.modelcontextprotocol/clientCapabilities");
    ObjectNode message =
        JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    message.set("params", parameters);
    return JSON.writeValueAsString(message);
  }

  private static HttpResponse<String> post(String message, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        client
            .request("/mcp")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    headers.forEach(request::header);
    return client.send(request);
  }
}
