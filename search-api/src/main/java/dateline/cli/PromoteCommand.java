package dateline.cli;

import dateline.index.Choice;
import dateline.index.IndexOptions;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    name = "promote",
    sortOptions = false,
    description = {
      "Take in a run that is on hold, or move to another kept index.",
      "",
      "With the number of a run, what it brought joins the live articles; the judge looks once more, unless --force"
          + " says that you did. With the name of a kept index, that one answers from now on."
    },
    footer = {
      "",
      "Examples:",
      "  dateline promote 7 --force --index archive/",
      "  dateline promote 20261123T234410Z-7 --index archive/"
    })
final class PromoteCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();
  @Mixin private RunOptions run = new RunOptions();

  @Parameters(
      paramLabel = "RUN|NAME",
      description = "Number of a run on hold, or name of an index; dateline status lists both.")
  private String which = "";

  @Option(names = "--force", description = "You have looked at it: do not ask the judge.")
  private boolean isForced;

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    var choice = new Choice(folder.existing(), Clock.systemUTC());
    Set<Long> held = choice.held();
    if (GenerationStore.isName(which)) {
      return move(choice, held, command);
    }
    if (!which.matches("[0-9]{1,18}")) {
      throw new ParameterException(
          command, "'" + which + "' is neither the number of a run nor the name of an index");
    }
    long number = Long.parseLong(which);
    if (!held.contains(number)) {
      throw new IOException(
          "run "
              + number
              + " is not on hold in "
              + folder.home()
              + (held.isEmpty() ? "; no run is." : "; on hold: " + Words.runs(held) + "."));
    }
    Optional<Generation> built = choice.with(number);
    if (isForced && built.isPresent()) {
      print(choice.named(built.get().name()), command.getOut());
      return ExitCode.DONE;
    }
    return run.carryOut(options(number, command), command);
  }

  private int move(Choice choice, Set<Long> held, CommandLine command) throws Exception {
    long number = GenerationStore.runOf(which);
    if (held.contains(number) && !isForced) {
      throw new IOException(
          "%s was built by run %d, which is on hold. Look at it first, then add --force; or have the judge look again: dateline promote %d --index %s"
              .formatted(which, number, number, folder.home()));
    }
    print(choice.named(which), command.getOut());
    return ExitCode.DONE;
  }

  private IndexOptions options(long number, CommandLine command) {
    Path home = folder.home();
    try {
      return IndexOptions.withoutDelivery(
          home,
          run.workers(),
          isForced ? Set.of(IndexOptions.Wish.FORCE) : Set.of(),
          run.keep(),
          Set.of(number));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  static void print(Choice.Chosen chosen, PrintWriter out) {
    out.printf(
        "%s answers now, with %s%n",
        chosen.live().name(), Words.count(chosen.live().manifest().articles(), "article"));
    if (!chosen.held().isEmpty()) {
      out.println("on hold: " + Words.runs(chosen.held()));
    }
  }
}
