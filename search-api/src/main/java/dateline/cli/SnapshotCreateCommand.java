package dateline.cli;

import dateline.index.snapshot.Snapshot;
import dateline.index.snapshot.SnapshotCreation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
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
    name = "create",
    sortOptions = false,
    description = {
      "Save an archive's home into a new folder below DIR: articles, ids, repairs, lists, models, settings and the live"
          + " index, with checksums and the answers to sample searches.",
      "",
      "A server goes on answering and entities may be repaired meanwhile; runs wait."
    })
final class SnapshotCreateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Folder of snapshots; made if absent.")
  private Path to = Path.of("");

  @Mixin private WatchedCopy watched = new WatchedCopy();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (to.toString().isEmpty()) {
      throw new ParameterException(command, "--to is empty; name a folder");
    }
    Path home = folder.existing();
    Snapshot taken =
        watched.watch(
            command.getErr(),
            (copying, _) ->
                new SnapshotCreation(
                        home,
                        to,
                        new Main.Version().getVersion()[0],
                        new EngineSamples(),
                        Clock.systemUTC(),
                        copying)
                    .run());
    if (!watched.isQuiet()) {
      PrintWriter out = command.getOut();
      out.printf(
          Locale.ROOT,
          "snapshot %s in %s: %s, %,.1f MB in %s%n",
          taken.name(),
          to,
          Words.count(taken.contents().articles(), "article"),
          taken.contents().bytes() / 1e6,
          Words.count(taken.contents().files().size(), "file"));
      out.flush();
    }
    return ExitCode.DONE;
  }
}
