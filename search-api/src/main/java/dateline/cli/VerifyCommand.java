package dateline.cli;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.lucene.LuceneWriter;
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
    List<String> damages = new GenerationStore(folder.home()).damages(live);
    if (damages.isEmpty()) {
      long articles = LuceneWriter.verify(live.directory());
      if (articles == live.manifest().articles()) {
        PrintWriter out = command.getOut();
        out.println("generation " + live.name() + " is whole: " + Words.count(articles, "article"));
        return ExitCode.DONE;
      }
      damages =
          List.of("it holds " + articles + " articles instead of " + live.manifest().articles());
    }
    throw new IOException(
        "generation "
            + live.name()
            + " is damaged: "
            + String.join("; ", damages)
            + ".\nThe texts are safe in the store: run dateline index with any source to build a new index.");
  }
}
