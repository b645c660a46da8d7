package dateline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.search.Server;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The protocol's inspector and its SDK for JavaScript run every tool.
///
/// Both come by `npm install --no-package-lock --prefix search-api/clients`; without them the tests
/// are skipped with that reason.
final class NpmToolsTest {
  private static final Path CLIENTS =
      Path.of(System.getProperty("dateline.root"), "search-api", "clients");

  /// Connects, lists the tools and makes the calls, then prints what it got.
  private static final String SCRIPT =
      """
      import { Client } from '@modelcontextprotocol/sdk/client/index.js';
      import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(new StreamableHTTPClientTransport(new URL(process.argv[2])));
      const { tools } = await client.listTools(); // with output schemas, to which answers are held
      const answers = {};
      for (const [name, args] of Object.entries(JSON.parse(process.argv[3]))) {
        answers[name] = await client.callTool({ name, arguments: args });
      }
      await client.close();
      console.log(JSON.stringify({ tools: tools.map(tool => tool.name), answers }));
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @Test
  void theInspectorRunsEveryTool() throws Exception {
    Path inspector = installed("node_modules/.bin/mcp-inspector");
    try (Server server = SampleServer.start(folder.resolve("home"))) {
      assertEquals(
          ToolCalls.ALL.keySet(),
          names(inspected(inspector, server.address(), "tools/list").get("tools")));
      for (Map.Entry<String, Map<String, Object>> call : ToolCalls.ALL.entrySet()) {
        var arguments = new ArrayList<>(List.of("--tool-name", call.getKey()));
        call.getValue()
            .forEach((name, value) -> {
              arguments.add("--tool-arg");
              arguments.add(name + "=" + value);
            });

        check(
            call.getKey(),
            inspected(inspector, server.address(), "tools/call", arguments.toArray(String[]::new)));
      }
    }
  }

  @Test
  void theSdkRunsEveryTool() throws Exception {
    installed("node_modules/@modelcontextprotocol/sdk");
    Path script = Files.createTempFile(CLIENTS.resolve("node_modules"), "tools", ".mjs");
    try (Server server = SampleServer.start(folder.resolve("home"))) {
      Files.writeString(script, SCRIPT);

      JsonNode told =
          run(
              "node",
              script.toString(),
              server.address().resolve("/mcp").toString(),
              JsonMapper.shared().writeValueAsString(ToolCalls.ALL));

      Set<String> listed = new HashSet<>();
      told.get("tools").forEach(name -> listed.add(name.asString()));
      assertEquals(ToolCalls.ALL.keySet(), listed);
      ToolCalls.ALL.keySet().forEach(tool -> check(tool, told.get("answers").get(tool)));
    } finally {
      Files.delete(script);
    }
  }

  private static void check(String tool, JsonNode answer) {
    assertFalse(answer.path("isError").asBoolean(false), () -> tool + ": " + answer);
    assertTrue(answer.path("structuredContent").isObject(), () -> tool + ": " + answer);
  }

  private static Set<String> names(JsonNode tools) {
    Set<String> names = new HashSet<>();
    tools.forEach(tool -> names.add(tool.get("name").asString()));
    return names;
  }

  private static Path installed(String file) {
    Path path = CLIENTS.resolve(file);
    assumeTrue(
        Files.exists(path),
        path + " is not there: npm install --no-package-lock --prefix " + CLIENTS);
    return path;
  }

  private JsonNode inspected(Path inspector, URI server, String method, String... arguments)
      throws Exception {
    var command = new ArrayList<String>();
    command.addAll(List.of(inspector.toString(), "--cli", server.resolve("/mcp").toString()));
    command.addAll(List.of("--transport", "http", "--method", method));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private JsonNode run(String... command) throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> List.of(command) + ": " + read(errors) + told);
    return JsonMapper.shared().readTree(told);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
