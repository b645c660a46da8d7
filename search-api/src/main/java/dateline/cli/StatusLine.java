package dateline.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows how far something is: one line that changes on a terminal, a new line every few seconds
/// elsewhere.
final class StatusLine {
  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final boolean isTerminal;
  private long shownNanos = System.nanoTime();
  private @Nullable Enum<?> shownStage;
  private int width;

  StatusLine(PrintWriter out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /// Whether a person watches.
  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal() && System.getenv("CI") == null;
  }

  /// Shows a line when it is time to; on a terminal also whenever a stage begins.
  void show(Enum<?> stage, Supplier<String> text) {
    long now = System.nanoTime();
    boolean isDue = now - shownNanos >= (isTerminal ? ON_TERMINAL : ELSEWHERE).toNanos();
    if (!isDue && (stage == shownStage || !isTerminal)) {
      return;
    }
    shownNanos = now;
    shownStage = stage;
    String line = text.get();
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
}
