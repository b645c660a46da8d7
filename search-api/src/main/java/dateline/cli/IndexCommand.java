package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.Progress;
import dateline.index.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "index",
    sortOptions = false,
    description = {
      "Read articles into an archive and publish a new index of all of it.",
      "",
      "Articles are added, or replace earlier versions of the same id; nothing is removed because a delivery lacks it."
          + " Formats are recognised by content: JSON Lines and lists, plain text (headline on the first line), Reuters and"
          + " TREC SGML, each also packed as .gz or .zst. A record that cannot be read goes into quarantine with its reason, and the run goes on. Searches"
          + " go on too, on the old index, until the new one is published.",
      "",
      "Names of your own, in DIR/gazetteer, are recognised beside the built-in ones."
    },
    footer = {
      "",
      "Examples:",
      "  dateline index --source news/ --index archive/",
      "  dateline index --source 2025.jsonl.gz --source wire/ --index archive/ --report run.json"
    })
final class IndexCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private SourcePaths sources = new SourcePaths();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the archive; made if absent.")
  private Path home = Path.of("");

  @Option(
      names = "--id-prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Put before every id of this delivery, when two sources use the same ids.")
  private String idPrefix = "";

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that recognise and analyse; default: one for each core.")
  private @Nullable Integer workers;

  @Option(names = "--report", paramLabel = "FILE", description = "Write what the run did, as JSON.")
  private @Nullable Path report;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors.")
  private boolean isQuiet;

  @Override
  public Integer call() throws Exception {
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    IndexOptions options = options(command.commandLine());
    if (report != null) {
      new OutputFile("report", report).check();
    }
    PrintWriter err = command.commandLine().getErr();
    var line = new ProgressLine(err, ProgressLine.isTerminal());
    Progress progress = isQuiet ? (_, _, _) -> {} : line;
    RunReport done;
    try {
      done = new IndexRun(options, Gazetteer.ofHome(home), Clock.systemUTC(), progress).run();
    } finally {
      if (!isQuiet) {
        line.end();
      }
    }
    var summary = new RunSummary(done);
    if (report != null) {
      Files.write(report, summary.json());
    }
    if (!isQuiet) {
      summary.print(command.commandLine().getOut());
    }
    return done.quarantined() > 0 ? ExitCode.QUARANTINED : ExitCode.DONE;
  }

  private IndexOptions options(CommandLine command) throws IOException {
    if (home.toString().isEmpty()) {
      throw new ParameterException(command, "--index is empty; name a folder");
    }
    int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    try {
      return new IndexOptions(home, sources.checked(command), idPrefix, threads);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }
}
