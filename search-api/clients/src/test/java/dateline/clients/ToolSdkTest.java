package dateline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.Server;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client of the protocol's own SDK runs every tool. It checks the answers against the tools'
/// output schemas itself.
final class ToolSdkTest {
  private static final Map<String, Map<String, Object>> CALLS =
      Map.of(
          "search", Map.of("query", "indo-pacific security", "detail", "full"),
          "fetch", Map.of("id", SampleServer.ARTICLE),
          "suggest_entities", Map.of("text", "abe"),
          "count", Map.of("query", "security"),
          "timeline", Map.of("query", "security", "interval", "year"),
          "facets", Map.of("field", "person"),
          "similar", Map.of("id", SampleServer.ARTICLE),
          "verify_quote", Map.of("text", "free and open Indo-Pacific"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @Test
  void runsEveryTool() throws Exception {
    try (Server server = SampleServer.start(folder.resolve("home"));
        McpSyncClient client =
            McpClient.sync(
                    HttpClientStreamableHttpTransport.builder(server.address().toString())
                        .endpoint("/mcp")
                        .build())
                .build()) {
      McpSchema.InitializeResult begun = client.initialize();
      assertEquals("dateline", begun.serverInfo().name());

      assertEquals(
          CALLS.keySet(),
          client.listTools().tools().stream()
              .map(McpSchema.Tool::name)
              .collect(Collectors.toSet()));
      for (Map.Entry<String, Map<String, Object>> call : CALLS.entrySet()) {
        McpSchema.CallToolResult answer =
            client.callTool(
                McpSchema.CallToolRequest.builder(call.getKey())
                    .arguments(call.getValue())
                    .build());
        assertFalse(Boolean.TRUE.equals(answer.isError()), () -> call + ": " + answer.content());
        assertTrue(answer.structuredContent() != null, call::toString);
      }
      McpSchema.CallToolResult wrong =
          client.callTool(
              McpSchema.CallToolRequest.builder("fetch").arguments(Map.of("id", "x")).build());
      assertEquals(true, wrong.isError());
    }
  }
}
