package dateline.cli;

import dateline.corpus.store.Quarantine;
import dateline.index.Choice;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
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
    name = "quarantine",
    description = "See to what was not taken in.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {QuarantineCommand.Listing.class, QuarantineCommand.Drop.class})
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
        out.println("run " + entry.run() + "  " + entry.file() + line + ": " + entry.reason());
      }
      out.flush();
      return ExitCode.DONE;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      name = "drop",
      description = "Discard for good what a run on hold brought.",
      footer = {"", "Example:", "  dateline quarantine drop --run 7 --index archive/"})
  static final class Drop implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private IndexFolder folder = new IndexFolder();

    @Option(
        names = "--run",
        required = true,
        paramLabel = "N",
        description = "Number of a run on hold; dateline status lists them.")
    private int run;

    @Override
    public Integer call() throws Exception {
      CommandLine command = Objects.requireNonNull(spec).commandLine();
      folder.live();
      long versions = new Choice(folder.home()).discard(run);
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
