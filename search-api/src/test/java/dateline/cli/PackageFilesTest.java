package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files that a package brings fit the program. Whether it installs, runs and purges is shown
/// by `try-deb` and `try-units` beside them.
final class PackageFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));
  private static final Path DIST = ROOT.resolve("search-api/src/dist");
  private static final Pattern SETTING_IN_COMMENT = Pattern.compile("(?m)^# (?=[a-z-]+ = )");

  @Test
  void theConfigurationIsReadAndShowsEveryKey() throws IOException {
    Path file = DIST.resolve("etc/dateline.conf");

    Configuration read = Configuration.read(Map.of(), file, Map.of());

    assertEquals(List.of(), read.problems());
    assertEquals(
        Map.of(
            ConfigKey.INDEX, List.of("/var/lib/dateline/archive"),
            ConfigKey.SOURCE, List.of("/var/lib/dateline/incoming"),
            ConfigKey.REPORT, List.of("/var/lib/dateline/report.json"),
            ConfigKey.HOST, List.of("127.0.0.1"),
            ConfigKey.PORT, List.of("8080"),
            ConfigKey.HEAP, List.of("900m")),
        read.values());
    String allSet = SETTING_IN_COMMENT.matcher(Files.readString(file)).replaceAll("");
    ConfigFile all = ConfigFile.of("dateline.conf", allSet.lines().toList(), Map.of());
    assertEquals(List.of(), all.problems());
    assertEquals(EnumSet.allOf(ConfigKey.class), all.values().keySet());
  }

  @Test
  void theReadmeShowsTheLineForCron() throws IOException {
    String line = Files.readAllLines(DIST.resolve("cron/dateline")).getLast();

    assertTrue(line.startsWith("0 2 * * *  dateline  dateline index --quiet;"), line);
    assertTrue(Files.readAllLines(ROOT.resolve("README.md")).contains(line), line);
  }
}
