package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.Progress;
import dateline.index.RunReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Options of every command that builds an index, and the building.
final class RunOptions {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that recognise and analyse; default: one for each core.")
  private @Nullable Integer workers;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "" + IndexOptions.KEEP,
      description =
          "Indexes to keep beside the live one, to roll back to; 0 to "
              + IndexOptions.KEEP_MAX
              + " (default ${DEFAULT-VALUE}).")
  private int keep = IndexOptions.KEEP;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write what the run did: as a page where the name ends in .html, else as JSON. May be given more than once.")
  private List<Path> reports = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors.")
  private boolean isQuiet;

  int workers() {
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }

  int keep() {
    return keep;
  }

  /// Runs, tells of it, and gives the exit code.
  int carryOut(IndexOptions options, CommandLine command) throws Exception {
    for (Path report : reports) {
      new OutputFile("report", report).check();
    }
    PrintWriter err = command.getErr();
    var line = new ProgressLine(err, ProgressLine.isTerminal());
    Progress progress = isQuiet ? (_, _, _) -> {} : line;
    Gazetteer gazetteer = Gazetteer.ofHome(options.home());
    var panel = new EnginePanel(options.home(), gazetteer, Clock.systemUTC());
    RunReport done;
    try {
      done = new IndexRun(options, gazetteer, Clock.systemUTC(), progress, panel).run();
    } finally {
      if (!isQuiet) {
        line.end();
      }
    }
    List<String> forgotten =
        done.outcome() == RunReport.Outcome.REHEARSED
            ? List.of()
            : new Forgetting(options.home()).run();
    var summary = new RunSummary(done, panel.problems());
    for (Path report : reports) {
      if (report.toString().endsWith(".html")) {
        Files.writeString(report, done.night().html());
      } else {
        Files.write(report, summary.json());
      }
    }
    boolean isRefused = done.outcome() == RunReport.Outcome.REFUSED;
    if (!isQuiet) {
      summary.print(command.getOut());
      forgotten.forEach(command.getOut()::println);
      command.getOut().flush();
    } else if (isRefused) {
      summary.print(err);
    }
    if (isRefused) {
      return ExitCode.REFUSED;
    }
    return done.account().quarantined() > 0 ? ExitCode.QUARANTINED : ExitCode.DONE;
  }
}
