package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.schema.IndexNames;
import dateline.search.access.AccessRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "demo",
    sortOptions = false,
    description = "Index the sample archive, if that is not done yet, and serve it.",
    footer = {
      "",
      "Examples:",
      "  dateline demo --open         and show it in the browser",
      "  dateline demo --port 8081    where another program has port 8080",
      "",
      "For an archive of your own see dateline help index and dateline help serve."
    })
final class DemoCommand implements Callable<Integer> {
  /// Options that people look for here, and the command that has them.
  static final Map<String, String> ELSEWHERE = Map.of("--index", "serve", "--source", "index");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ListenOptions listen = new ListenOptions();

  @Option(names = "--open", description = "Show the page in the web browser once it is served.")
  private boolean isOpened;

  @Override
  public Integer call() throws Exception {
    var command = Objects.requireNonNull(spec).commandLine();
    listen.checkFree(command);
    Path root = root();
    Path articles = root.resolve("corpus").resolve("articles");
    if (!Files.isDirectory(articles)) {
      throw new IOException(
          "the sample archive "
              + articles
              + " is not there. Fetch Dateline again, with all its files.");
    }
    Path home = home(root);
    try {
      index(articles, home, command.getErr());
      return listen.serve(
          home,
          listen.options(null, AccessRules.OPEN, command),
          null,
          command,
          isOpened ? page -> Browser.show(page, command.getErr()) : _ -> {});
    } catch (IOException e) {
      String trouble = Words.of(e);
      throw trouble.contains(home.toString())
          ? new IOException(trouble + "\nRemove " + home + ", and the demo makes it anew.", e)
          : e;
    }
  }

  /// Beside the program in a clone; an installed program may lie where nobody writes.
  private static Path home(Path root) {
    if (!Files.isDirectory(root.resolve("lib"))) {
      return root.resolve(".demo");
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    return (cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache))
        .resolve("dateline-demo");
  }

  private static void index(Path articles, Path home, PrintWriter err)
      throws IOException, IndexRun.RunInProgress {
    Gazetteer gazetteer = Gazetteer.builtIn();
    if (isCurrent(home, articles, gazetteer)) {
      return;
    }
    var line = new ProgressLine(err, ProgressLine.isTerminal());
    int workers = Runtime.getRuntime().availableProcessors();
    try {
      new IndexRun(
              new IndexOptions(home, List.of(articles), "", workers),
              gazetteer,
              Clock.systemUTC(),
              line)
          .run();
    } finally {
      line.end();
    }
    err.println("indexed the sample archive");
  }

  /// Where Dateline lies, as the launcher tells.
  private static Path root() throws IOException {
    String root = System.getProperty("dateline.home");
    if (root == null) {
      throw new IOException("start the demo with the launcher: ./dateline demo");
    }
    return Path.of(root);
  }

  /// Whether the sample archive was indexed by this very program, and not changed since.
  private static boolean isCurrent(Path home, Path articles, Gazetteer gazetteer)
      throws IOException {
    if (!Files.isDirectory(home)) {
      return false;
    }
    Optional<Generation> live = new GenerationStore(home).live();
    if (live.isEmpty()) {
      return false;
    }
    var manifest = live.get().manifest();
    boolean isSameProgram =
        manifest.schema() == IndexNames.SCHEMA_VERSION
            && manifest.analyzers() == ArticleAnalyzers.VERSION
            && manifest.gazetteer().equals(gazetteer.version());
    if (!isSameProgram) {
      return false;
    }
    try (Stream<Path> files = Files.list(articles)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(manifest.built())) {
          return false;
        }
      }
    }
    return true;
  }
}
