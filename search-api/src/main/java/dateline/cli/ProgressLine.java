package dateline.cli;

import dateline.index.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// Shows how far a run is: one line that changes on a terminal, a new line every few seconds
/// elsewhere.
final class ProgressLine implements Progress {
  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final boolean isTerminal;
  private long shownNanos = System.nanoTime();
  private Stage shownStage = Stage.READING;
  private int width;

  ProgressLine(PrintWriter out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /// Whether a person watches.
  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal() && System.getenv("CI") == null;
  }

  @Override
  public void at(Stage stage, long articles, long of) {
    long now = System.nanoTime();
    boolean isDue = now - shownNanos >= (isTerminal ? ON_TERMINAL : ELSEWHERE).toNanos();
    if (!isDue && (stage == shownStage || !isTerminal)) {
      return;
    }
    shownNanos = now;
    shownStage = stage;
    String line = line(stage, articles, of);
    if (isTerminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      out.flush();
      width = line.length();
    } else {
      out.println(line);
    }
  }

  /// Clears the line for what comes next.
  void end() {
    if (isTerminal && width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
    }
  }

  private static String line(Stage stage, long articles, long of) {
    String verb =
        switch (stage) {
          case READING -> "reading";
          case LEARNING -> "learning names";
          case BUILDING -> "indexing";
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
