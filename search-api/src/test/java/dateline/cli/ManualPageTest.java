package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.InstalledTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The page that `man dateline` shows.
final class ManualPageTest {
  private static final String PAGE = Told.by("manual").ended(0).out();

  @Test
  void aCommandHasItsSynopsisTextOptionsAndExamples() {
    assertEquals(
        """
        .SS dateline rollback
        dateline rollback [\\-hV] \\-\\-index=DIR
        .PP
        Go back to the index that was live before.
        .PP
        A running server moves to it within a second. What later runs brought is on hold: the next runs build without it, until dateline promote takes it in or dateline quarantine drop discards it.
        .TP
        \\fB\\-\\-index\\fR \\fIDIR\\fR
        Folder of the archive, as dateline index made it.
        .PP
        .nf
        Example:
          dateline rollback \\-\\-index archive/
        .fi
        """,
        section("rollback"));
  }

  /// `man` shows what `--help` says: no command and no option is left out.
  @Test
  void tellsOfEveryCommandAndOption() {
    var missing = new ArrayList<String>();
    collectMissing(new CommandLine(new Main(Configuration.NONE)), missing);

    assertEquals(List.of(), missing);
  }

  private static void collectMissing(CommandLine above, List<String> missing) {
    for (CommandLine command : above.getSubcommands().values()) {
      String section = section(command.getCommandSpec().qualifiedName().substring(9));
      for (OptionSpec option : command.getCommandSpec().options()) {
        String name = "\\fB" + option.longestName().replace("-", "\\-") + "\\fR";
        boolean isOfAll = List.of("--help", "--version").contains(option.longestName());
        if (!option.hidden() && !isOfAll && !section.contains(name)) {
          missing.add(command.getCommandSpec().qualifiedName() + " " + option.longestName());
        }
      }
      collectMissing(command, missing);
    }
  }

  @Test
  void isTheSameUnderAnyConfiguration() {
    var configured = new Configuration(null, Map.of(ConfigKey.PORT, List.of("81")), List.of());

    assertEquals(PAGE, Told.by(configured, "manual").ended(0).out());
  }

  @Test
  void groffReadsItWithoutAWarning(@TempDir Path folder) throws Exception {
    Path page = Files.writeString(folder.resolve("dateline.1"), PAGE);

    Process groff =
        new ProcessBuilder(
                InstalledTool.named("groff").toString(),
                "-K",
                "utf8",
                "-man",
                "-T",
                "utf8",
                "-ww",
                page.toString())
            .redirectErrorStream(true)
            .start();
    String shown = new String(groff.getInputStream().readAllBytes(), UTF_8);

    assertEquals(0, groff.waitFor(), shown);
    assertEquals(List.of(), shown.lines().filter(line -> line.contains("warning:")).toList());
    String plain = shown.replaceAll("\\e\\[[\\d;]*m", "");
    assertTrue(plain.contains("--publish-due"), plain);
    assertTrue(plain.contains("  dateline index --source news/ --index archive/"), plain);
  }

  private static String section(String command) {
    String head = ".SS dateline " + command.replace("-", "\\-") + "\n";
    int from = PAGE.indexOf(head);
    assertTrue(from >= 0, () -> "no section of " + command);
    int next = PAGE.indexOf("\n.S", from + 1);
    return PAGE.substring(from, next + 1);
  }
}
