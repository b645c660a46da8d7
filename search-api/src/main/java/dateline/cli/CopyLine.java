package dateline.cli;

import dateline.index.snapshot.CopyProgress;
import java.util.Locale;

/// Shows how far a snapshot or a restore is.
final class CopyLine implements CopyProgress {
  private final StatusLine status;

  CopyLine(StatusLine status) {
    this.status = status;
  }

  @Override
  public void at(Stage stage, long bytes, long of) {
    status.show(stage, () -> line(stage, bytes, of));
  }

  private static String line(Stage stage, long bytes, long of) {
    String verb =
        switch (stage) {
          case COPYING -> "copying";
          case CHECKING -> "checking";
          case SEARCHING -> "asking sample searches";
        };
    return of == 0
        ? verb
        : String.format(
            Locale.ROOT,
            "%s: %,.0f of %,.0f MB (%d %%)",
            verb,
            bytes / 1e6,
            of / 1e6,
            Math.min(100, 100 * bytes / of));
  }
}
