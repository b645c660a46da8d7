package dateline.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "manual",
    description = {
      "Print the manual page, in the language of man: what --help of every command says.",
      "",
      "The .deb brings it to where man looks for it."
    },
    footer = {"", "Example:", "  dateline manual > dateline.1 && man ./dateline.1"})
final class ManualCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine dateline = Objects.requireNonNull(spec).root().commandLine();
    PrintWriter out = dateline.getOut();
    out.print(ManualPage.of(dateline));
    out.flush();
    return ExitCode.DONE;
  }
}
