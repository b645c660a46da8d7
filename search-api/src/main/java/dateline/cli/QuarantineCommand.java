package dateline.cli;

import dateline.corpus.store.Quarantine;
import dateline.index.Choice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "quarantine",
    description = "See to what was not taken in.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      QuarantineCommand.Listing.class,
      QuarantineCommand.Show.class,
      QuarantineRetryCommand.class,
      QuarantineCommand.Drop.class
    })
final class QuarantineCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "name a command");
  }

  @Command(
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      name = "list",
      description = "List records that runs could not take in, latest first.",
      footer = {"", "Example:", "  dateline quarantine list --index archive/"})
  static final class Listing implements Callable<Integer> {
    private static final int LIMIT_MAX = 100_000;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private IndexFolder folder = new IndexFolder();

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "100",
        description = "Most records to list, 1 to " + LIMIT_MAX + " (default ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() throws Exception {
      CommandLine command = Objects.requireNonNull(spec).commandLine();
      if (limit < 1 || limit > LIMIT_MAX) {
        throw new ParameterException(
            command, "--limit is " + limit + "; possible are 1 to " + LIMIT_MAX);
      }
      PrintWriter out = command.getOut();
      for (Quarantine.Entry entry : Quarantine.latest(folder.existing(), limit)) {
        String line = entry.line() == 0 ? "" : ":" + entry.line();
        out.printf(
            "%d  run %d  %s%s: %s%n",
            entry.entry(), entry.run(), entry.file(), line, entry.reason());
      }
      out.flush();
      return ExitCode.DONE;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      name = "show",
      description = "Print a record as it was rejected, after its place and the reason on stderr.",
      footer = {"", "Example:", "  dateline quarantine show 12 --index archive/"})
  static final class Show implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private IndexFolder folder = new IndexFolder();

    @Parameters(paramLabel = "N", description = "Its number; dateline quarantine list tells it.")
    private long entry;

    @Override
    public Integer call() throws Exception {
      CommandLine command = Objects.requireNonNull(spec).commandLine();
      Quarantine.Kept kept = only(folder.existing(), entry);
      command
          .getErr()
          .printf(
              "run %d  %s:%d: %s%n",
              kept.entry().run(), kept.entry().file(), kept.entry().line(), kept.entry().reason());
      command.getErr().flush();
      command.getOut().println(new String(kept.bytes(), StandardCharsets.UTF_8));
      command.getOut().flush();
      return ExitCode.DONE;
    }
  }

  private static Quarantine.Kept only(Path home, long entry) throws IOException {
    List<Quarantine.Kept> kept = Quarantine.kept(home, List.of(entry));
    if (kept.isEmpty()) {
      throw new IOException(
          "there is no record %d in the quarantine of %s. dateline quarantine list tells the numbers."
              .formatted(entry, home));
    }
    return kept.getFirst();
  }

  @Command(
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      name = "drop",
      description = "Discard for good records, or what a run on hold brought.",
      footer = {
        "",
        "Examples:",
        "  dateline quarantine drop 12 13 --index archive/",
        "  dateline quarantine drop --run 7 --index archive/"
      })
  static final class Drop implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private IndexFolder folder = new IndexFolder();

    @Parameters(
        paramLabel = "N",
        arity = "0..*",
        description = "Numbers of records; dateline quarantine list tells them.")
    private List<Long> entries = List.of();

    @Option(
        names = "--run",
        paramLabel = "N",
        description = "Number of a run on hold; dateline status lists them.")
    private @Nullable Integer run;

    @Override
    public Integer call() throws Exception {
      CommandLine command = Objects.requireNonNull(spec).commandLine();
      if ((run == null) == entries.isEmpty()) {
        throw new ParameterException(command, "name numbers of records, or one run by --run N");
      }
      folder.live();
      var choice = new Choice(folder.home(), Clock.systemUTC());
      if (run == null) {
        for (long entry : entries) {
          only(folder.home(), entry); // all or none
        }
        command.getOut().printf("discarded %s%n", Words.count(choice.drop(entries), "record"));
        return ExitCode.DONE;
      }
      long versions = choice.discard(run);
      if (versions < 0) {
        throw new IOException(
            "run "
                + run
                + " is not on hold in "
                + folder.home()
                + ". dateline status lists the runs that are.");
      }
      command.getOut().printf("discarded %s of run %d%n", Words.count(versions, "version"), run);
      return ExitCode.DONE;
    }
  }
}
