package dateline.cli;

import dateline.index.Choice;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "rollback",
    description = {
      "Go back to the index that was live before.",
      "",
      "A running server moves to it within a second. What later runs brought is on hold: the next runs build without"
          + " it, until dateline promote takes it in or dateline quarantine drop discards it."
    },
    footer = {"", "Example:", "  dateline rollback --index archive/"})
final class RollbackCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Override
  public Integer call() throws Exception {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    PromoteCommand.print(new Choice(folder.existing(), Clock.systemUTC()).back(), out);
    return ExitCode.DONE;
  }
}
