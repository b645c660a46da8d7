package dateline.cli;

import dateline.index.snapshot.RestoreOptions;
import dateline.index.snapshot.Snapshot;
import dateline.index.snapshot.SnapshotRestore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
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
    name = "restore",
    sortOptions = false,
    description = {
      "Make an archive's home from a snapshot.",
      "",
      "Every checksum is compared first. The home is built aside, read from end to end and asked the recorded sample"
          + " searches; only then does it get its place. What publishers withdrew since the snapshot stays withdrawn: where"
          + " there is such an article, the restored index is built anew without it. Repairs of entities made since are"
          + " lost; save them before with dateline entity export.",
      "",
      "A running server goes on answering and moves to the restored index by itself. A restore that was killed is"
          + " repeated by the same command; where it had already put the old home aside, as DIR.replaced, that one is put"
          + " back first."
    },
    footer = {
      "",
      "Examples:",
      "  dateline snapshot restore /backup/archive --index restored/",
      "  dateline snapshot restore 20261124T020000Z-20261124T013000Z-7 --in /backup/archive --index archive/ --replace"
    })
final class SnapshotRestoreCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ChosenSnapshot chosen = new ChosenSnapshot();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the archive; new or empty, unless it is replaced.")
  private Path home = Path.of("");

  @Option(names = "--replace", description = "Replace the archive that is in DIR.")
  private boolean isReplacing;

  @Option(
      names = "--force",
      description = "Go on when the sample searches are answered otherwise; they are named.")
  private boolean isForced;

  @Option(
      names = "--forget-withdrawals",
      description = "Go on when the replaced archive cannot tell what was withdrawn.")
  private boolean isForgetting;

  @Mixin private WatchedCopy watched = new WatchedCopy();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (home.toString().isEmpty()) {
      throw new ParameterException(command, "--index is empty; name a folder");
    }
    Snapshot snapshot = chosen.open();
    var options =
        new RestoreOptions(
            home, isReplacing, isForced, isForgetting, Runtime.getRuntime().availableProcessors());
    SnapshotRestore.Done done =
        watched.watch(
            command.getErr(),
            (copying, indexing) ->
                new SnapshotRestore(
                        snapshot,
                        options,
                        new EngineSamples(),
                        Clock.systemUTC(),
                        copying,
                        indexing)
                    .run());
    done.differences()
        .forEach(difference -> command.getErr().println("dateline: passed over: " + difference));
    if (!watched.isQuiet()) {
      print(snapshot, done, command.getOut());
    }
    return ExitCode.DONE;
  }

  private void print(Snapshot snapshot, SnapshotRestore.Done done, PrintWriter out) {
    if (done.isPutBack()) {
      out.println("put back the old home, which a killed restore had put aside");
    }
    if (done.withdrawals() > 0) {
      out.println(
          "withdrawn since the snapshot, kept from searches: "
              + Words.count(done.withdrawals(), "article"));
    }
    int searches = snapshot.contents().answers().size();
    out.printf(
        "restored %s into %s: generation %s, %d sample searches answered as recorded%n",
        snapshot.name(), home, done.generation(), searches - done.differences().size());
    out.flush();
  }
}
