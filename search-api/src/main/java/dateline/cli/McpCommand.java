package dateline.cli;

import dateline.search.http.Program;
import dateline.search.lucene.LuceneEngine;
import dateline.search.mcp.McpServer;
import dateline.search.page.Addresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "mcp",
    sortOptions = false,
    description = {
      "Give an assistant on this machine the archive as tools: Model Context Protocol, a message a line, on standard input and"
          + " output. It ends with its input. A server offers the same at POST /mcp."
    },
    footer = {"", "Example, as an assistant starts it:", "  dateline mcp --index archive/"})
final class McpCommand implements Callable<Integer> {
  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What links to articles start with, where a server shows them.")
  private @Nullable URI publicUrl;

  @Override
  public Integer call() throws IOException {
    folder.live();
    String prefix = publicUrl == null ? "" : publicUrl.toString().replaceFirst("/+$", "");
    try (LuceneEngine engine = folder.engine()) {
      var server =
          new McpServer(
              engine,
              engine,
              id -> prefix + Addresses.article(id),
              Clock.systemUTC(),
              Program.version());
      answer(server, engine);
    }
    return ExitCode.DONE;
  }

  /// Standard output carries messages alone.
  private static void answer(McpServer server, LuceneEngine engine) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = System.out;
    for (String line; (line = in.readLine()) != null; ) {
      if (line.isBlank()) {
        continue;
      }
      engine.refresh(); // a run may have published since the last message
      String body = server.answer(line.getBytes(StandardCharsets.UTF_8), null).body();
      if (body != null) {
        out.write((body + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }
}
