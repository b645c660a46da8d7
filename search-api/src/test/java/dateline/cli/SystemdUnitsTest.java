package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// systemd accepts the units of the package, in a root folder of their own with what they refer to.
final class SystemdUnitsTest {
  private static final Path UNITS =
      Path.of(System.getProperty("dateline.root"), "search-api", "src", "dist", "systemd");

  /// Of systemd itself; services depend on some without saying so.
  private static final List<String> SYSTEMS_OWN =
      List.of(
          "sysinit.target",
          "basic.target",
          "shutdown.target",
          "network.target",
          "multi-user.target",
          "timers.target",
          "time-set.target",
          "time-sync.target",
          "system.slice");

  private static final Pattern PROGRAM = Pattern.compile("(?m)^ExecStart=(/\\S+)");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path root;

  private Path folder = Path.of("");
  private final List<String> units = new ArrayList<>();

  @BeforeEach
  void install() throws IOException {
    folder = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
    try (Stream<Path> files = Files.list(UNITS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        Files.copy(file, folder.resolve(name));
        units.add(name.replace("@.", "@dateline-index.service."));
        var program = PROGRAM.matcher(Files.readString(file));
        while (program.find()) {
          executable(root.resolve(program.group(1).substring(1)));
        }
      }
    }
    for (String name : SYSTEMS_OWN) {
      Files.writeString(folder.resolve(name), "[Unit]\nDescription=" + name + "\n");
    }
  }

  @Test
  void allAreAccepted() throws Exception {
    assertEquals(
        List.of(
            "dateline-failed@dateline-index.service.service",
            "dateline-index.service",
            "dateline-index.timer",
            "dateline.service"),
        units);
    assertEquals("0 ", verify(units));
  }

  /// Shows that the tool looks at this root: what it says of a key that nobody knows, and of a
  /// program that is not there.
  @Test
  void aSlipIsSeen() throws Exception {
    Path unit = folder.resolve("dateline.service");
    Files.writeString(unit, Files.readString(unit).replace("NoNewPrivileges=", "NoNewPrivilege="));

    assertTrue(verify(List.of("dateline.service")).contains("Unknown key 'NoNewPrivilege'"));

    Files.delete(root.resolve("usr/bin/dateline"));
    assertTrue(
        verify(List.of("dateline-index.service"))
            .startsWith("1 dateline-index.service: Command /usr/bin/dateline is not executable"));
  }

  /// A unit that is not there is no error to systemd; nobody would hear of a bad night.
  @Test
  void failuresAreToldByAUnitThatIsThere() throws IOException {
    for (String unit : List.of("dateline.service", "dateline-index.service")) {
      List<String> lines = Files.readAllLines(folder.resolve(unit));

      assertTrue(lines.contains("OnFailure=dateline-failed@%n.service"), unit);
    }
    assertTrue(Files.exists(folder.resolve("dateline-failed@.service")));
    assertTrue(
        Files.readAllLines(folder.resolve("dateline-index.service"))
            .contains("SuccessExitStatus=" + ExitCode.QUARANTINED));
  }

  private String verify(List<String> which) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(InstalledTool.named("systemd-analyze").toString(), "verify", "--root=" + root));
    command.addAll(which);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + told;
  }

  private static void executable(Path program) throws IOException {
    Files.createDirectories(program.getParent());
    if (!Files.exists(program)) {
      Files.writeString(program, "#!/bin/sh\n");
      assertTrue(program.toFile().setExecutable(true));
    }
  }
}
