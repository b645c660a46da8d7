package dateline.cli;

import dateline.index.Progress;
import dateline.index.snapshot.CopyProgress;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that silences a command which copies, and the line that shows how far it is.
final class WatchedCopy {
  @Option(
      names = {"-q", "--quiet"},
      description = "Show neither progress nor what went well.")
  private boolean isQuiet;

  /// What is watched.
  interface Work<T> {
    T under(CopyProgress copying, Progress indexing) throws IOException;
  }

  boolean isQuiet() {
    return isQuiet;
  }

  <T extends @Nullable Object> T watch(PrintWriter err, Work<T> work) throws IOException {
    if (isQuiet) {
      return work.under((_, _, _) -> {}, (_, _, _) -> {});
    }
    var status = new StatusLine(err, StatusLine.isTerminal());
    var indexing = new ProgressLine(err, StatusLine.isTerminal());
    try {
      return work.under(new CopyLine(status), indexing);
    } finally {
      status.end();
      indexing.end();
    }
  }
}
