package dateline.cli;

import dateline.index.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/// Shows how far a run is.
final class ProgressLine implements Progress {
  private final StatusLine status;

  ProgressLine(PrintWriter out, boolean isTerminal) {
    status = new StatusLine(out, isTerminal);
  }

  /// Whether a person watches.
  static boolean isTerminal() {
    return StatusLine.isTerminal();
  }

  @Override
  public void at(Stage stage, long articles, long of) {
    status.show(stage, () -> line(stage, articles, of));
  }

  /// Clears the line for what comes next.
  void end() {
    status.end();
  }

  private static String line(Stage stage, long articles, long of) {
    String verb =
        switch (stage) {
          case READING -> "reading";
          case LEARNING -> "learning names";
          case BUILDING -> "indexing";
          case GROUPING -> "finding reprints";
          case VERIFYING -> "verifying";
        };
    return of == 0
        ? String.format(Locale.ROOT, "%s: %,d articles", verb, articles)
        : String.format(
            Locale.ROOT,
            "%s: %,d of %,d articles (%d %%)",
            verb,
            articles,
            of,
            100 * articles / of);
  }
}
