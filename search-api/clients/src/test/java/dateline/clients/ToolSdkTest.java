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
          ToolCalls.ALL.keySet(),
          client.listTools().tools().stream()
              .map(McpSchema.Tool::name)
              .collect(Collectors.toSet()));
      for (Map.Entry<String, Map<String, Object>> call : ToolCalls.ALL.entrySet()) {
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
