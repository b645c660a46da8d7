package dateline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Shows a page in the web browser of whoever sits at this machine.
final class Browser {
  private Browser() {}

  /// Starts the browser and goes on. Without one, the user is told what to do.
  static void show(URI page, PrintWriter err) {
    try {
      new ProcessBuilder(command(page.toString()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException _) { // told
      err.println("found no web browser to open; open " + page + " in yours");
    }
  }

  /// java.awt.Desktop would need a JDK with its desktop libraries, which servers often lack.
  private static List<String> command(String page) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.contains("mac") ? List.of("open", page) : List.of("xdg-open", page);
  }
}
