package dateline.cli;

import dateline.index.RunLock;
import dateline.index.snapshot.Snapshot;
import dateline.index.snapshot.SnapshotDrill;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "drill",
    sortOptions = false,
    description = {
      "Try a restore beside the snapshot, prove it, and remove it again.",
      "",
      "Prints one line for monitoring, which begins with 'drill ok' or 'drill failed' (exit code 1)."
    })
final class SnapshotDrillCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ChosenSnapshot chosen = new ChosenSnapshot();
  @Mixin private WatchedCopy watched = new WatchedCopy();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = command.getOut();
    String name = String.valueOf(chosen.path().getFileName());
    try {
      Snapshot snapshot = chosen.open();
      name = snapshot.name();
      watched.<@Nullable Void>watch(
          command.getErr(),
          (copying, _) -> {
            SnapshotDrill.run(snapshot, new EngineSamples(), copying);
            return null;
          });
      if (!watched.isQuiet()) {
        out.printf(
            "drill ok snapshot=%s articles=%d bytes=%d searches=%d%n",
            name,
            snapshot.contents().articles(),
            snapshot.contents().bytes(),
            snapshot.contents().answers().size());
      }
      return ExitCode.DONE;
    } catch (RunLock.Held e) {
      throw e; // neither ok nor failed
    } catch (IOException e) {
      out.printf("drill failed snapshot=%s%n", name);
      throw e;
    } finally {
      out.flush();
    }
  }
}
