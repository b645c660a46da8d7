package dateline.cli;

import dateline.index.GenerationCheck;
import dateline.index.generation.Generation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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
    name = "verify",
    description = "Read the live index from end to end and compare every file with its checksum.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Override
  public Integer call() throws Exception {
    var command = Objects.requireNonNull(spec).commandLine();
    Generation live = folder.live();
    List<String> damages = GenerationCheck.damages(folder.home(), live);
    if (damages.isEmpty()) {
      PrintWriter out = command.getOut();
      out.println(
          "generation "
              + live.name()
              + " is whole: "
              + Words.count(live.manifest().articles(), "article"));
      return ExitCode.DONE;
    }
    throw new IOException(
        "generation "
            + live.name()
            + " is damaged: "
            + String.join("; ", damages)
            + ".\nThe texts are safe in the store: run dateline index with any source to build a new index.");
  }
}
