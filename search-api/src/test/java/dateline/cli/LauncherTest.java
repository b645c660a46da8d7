package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher as it lies in an installed Dateline: from where it may be started, with which Java,
/// and with how much heap. A script that prints its arguments takes Java's place.
final class LauncherTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private Path home = Path.of("");

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve("opt/date line"));
    Files.createDirectory(home.resolve("lib")); // as installed, so that nothing is built
    Path launcher = Path.of(System.getProperty("dateline.root"), "dateline");
    Files.copy(launcher, home.resolve("dateline"));
    java(home.resolve("runtime"), 25);
  }

  @Test
  void startsFromAnyFolderAndThroughSymbolicLinks() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("usr/bin"));
    Path absolute = Files.createSymbolicLink(bin.resolve("absolute"), home.resolve("dateline"));
    Path relative =
        Files.createSymbolicLink(bin.resolve("relative"), Path.of("../../opt/date line/dateline"));
    Path twice = Files.createSymbolicLink(folder.resolve("twice"), Path.of("usr/bin/relative"));

    for (Path started : List.of(home.resolve("dateline"), absolute, relative, twice)) {
      List<String> lines = started(started, folder, Map.of());

      assertEquals(home.resolve("runtime/bin/java").toString(), lines.getFirst());
      assertTrue(lines.contains("-Ddateline.home=" + home), lines::toString);
      assertTrue(lines.contains(home + "/lib/*"), lines::toString);
      assertEquals(
          List.of("dateline.cli.Main", "search", "two words"),
          lines.subList(lines.size() - 3, lines.size()));
    }
    assertEquals(
        home.resolve("runtime/bin/java").toString(),
        started(Path.of("../dateline"), home.resolve("lib"), Map.of()).getFirst());
  }

  @Test
  void theRuntimeBesideItComesBeforeAnInstalledJavaButNotBeforeOneThatIsNamed() throws Exception {
    Path other = java(folder.resolve("other"), 26);
    Path old = java(folder.resolve("old"), 21);

    assertEquals(
        home.resolve("runtime/bin/java").toString(),
        started(Map.of("JAVA_HOME", folder.resolve("other").toString())).getFirst());
    assertEquals(other.toString(), started(Map.of("DATELINE_JAVA", other.toString())).getFirst());
    assertEquals(
        List.of(
            "dateline: DATELINE_JAVA names " + old + ", which is Java 21 and no JDK 25 or newer."),
        started(Map.of("DATELINE_JAVA", old.toString())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          heap = 2g            |      | -Xmx2g
          \\theap=1500m        |      | -Xmx1500m
          heap = 2g            | 512m | -Xmx512m
          # heap = 2g          |      | -Xmx900m
          heap = much          |      | -Xmx900m
          heap = 12m           |      | -Xmx900m
          port = 80            |      | -Xmx900m
          """)
  void heapComesFromTheEnvironmentElseFromTheFile(String line, String variable, String option)
      throws Exception {
    Path file = folder.resolve("dateline.conf");
    Files.writeString(file, "port = 1\n" + line.replace("\\t", "\t") + "\n");

    List<String> lines =
        started(
            Map.of(
                "DATELINE_CONFIG",
                file.toString(),
                "DATELINE_HEAP",
                variable == null ? "" : variable));

    assertEquals(option, lines.stream().filter(each -> each.startsWith("-Xmx")).findFirst().get());
  }

  /// What the launcher passes over, [Configuration] refuses with file and line.
  @Test
  void aWrongHeapInTheFileIsLeftToJava() throws IOException {
    Path file = Files.writeString(folder.resolve("dateline.conf"), "heap = 12m\n");

    assertEquals(
        List.of(file + ":1: heap: '12m' is no size; write at least 64m, such as 900m or 4g."),
        Configuration.read(Map.of(), file, Map.of()).problems());
  }

  private List<String> started(Map<String, String> environment) throws Exception {
    return started(home.resolve("dateline"), folder, environment);
  }

  private static List<String> started(Path launcher, Path from, Map<String, String> environment)
      throws Exception {
    var builder =
        new ProcessBuilder("sh", launcher.toString(), "search", "two words")
            .directory(from.toFile())
            .redirectErrorStream(true);
    builder.environment().put("DATELINE_CONFIG", "");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return answer.lines().toList();
  }

  private static Path java(Path jdk, int version) throws IOException {
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%d.0.1" 2026-01-20' >&2
        else
          printf '%%s\\n' "$0" "$@"
        fi
        """
            .formatted(version));
    assertTrue(java.toFile().setExecutable(true));
    return java;
  }
}
