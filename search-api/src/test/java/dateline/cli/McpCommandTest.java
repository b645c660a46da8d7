package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An assistant that starts Dateline as a process of its own.
final class McpCommandTest {
  private static final String CALL =
      """
      {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"count","arguments":{"query":"%s"}}}\
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void answersALineWithALineAndSeesWhatIsPublished() throws Exception {
    var home = IndexedHome.at(folder.resolve("home"));
    home.index(articles("a", "The harbour burnt."));
    Process process =
        Told.process(List.of(), "mcp", "--index", home.path())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      JsonNode hands =
          ask(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\"}}",
              in,
              out);
      send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", in);
      JsonNode before = ask(CALL.formatted(2, "harbour"), in, out);
      home.index(articles("b", "The harbour was built anew."));
      JsonNode after = ask(CALL.formatted(3, "harbour"), in, out);
      JsonNode broken = ask("no message", in, out);

      assertEquals("2025-06-18", hands.at("/result/protocolVersion").asString());
      assertEquals(2, before.get("id").asInt());
      assertEquals(1, before.at("/result/structuredContent/total").asInt());
      assertEquals(2, after.at("/result/structuredContent/total").asInt());
      assertEquals(-32700, broken.at("/error/code").asInt());
    }
    assertEquals(0, process.waitFor(), () -> told(folder.resolve("err")));
  }

  @Test
  void needsAnIndex() {
    Told told = Told.by("mcp", "--index", folder).ended(1);

    assertTrue(told.err().contains("no index in"), told::toString);
    assertEquals("", told.out());
  }

  private Path articles(String id, String body) throws IOException {
    return Files.writeString(
        folder.resolve(id + ".jsonl"), "{\"id\":\"%s\",\"body\":\"%s\"}\n".formatted(id, body));
  }

  private static JsonNode ask(String message, BufferedWriter in, BufferedReader out)
      throws IOException {
    send(message, in);
    return JsonMapper.shared().readTree(String.valueOf(out.readLine()));
  }

  private static void send(String message, BufferedWriter in) throws IOException {
    in.write(message + "\n");
    in.flush();
  }

  private static String told(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
