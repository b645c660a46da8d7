package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.search.IndexedHome;
import dateline.search.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Types what the README shows, in its order and in one folder, and compares what is answered.
///
/// In a block marked `console`, a line that begins with `$` is a command, and the lines below it
/// are its output. There `…` stands for any text. What differs from run to run (times, speeds,
/// names of generations) is compared by its form. JSON may be broken into lines.
final class ReadmeTourTest {
  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*(?:\\\\\n.*)*)\n?");
  private static final Pattern GAP = Pattern.compile("\\s*…\\s*");

  /// Seen where a step takes long.
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?m)^(?:reading|learning names|indexing|finding reprints|verifying|copying|checking|asking sample searches)\\b.*\n");

  /// What differs from run to run.
  private static final List<Pattern> CHANGING =
      List.of(
          Pattern.compile("\\d{8}T\\d{6}Z-(?=\\d)"),
          Pattern.compile("(?<=articles? )in [\\d.,]+ s(?: \\(.*? of text a second\\))?"),
          Pattern.compile("(?<=built {7})\\S+"),
          Pattern.compile("(?<=index {7})[\\d.]+ MB in \\d+ files"),
          Pattern.compile("(?<=gazetteer )[0-9a-f]{16}"),
          Pattern.compile("(?<=127.0.0.1:)\\d+"),
          Pattern.compile("(?<=\"score\":)[\\d.]+"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private record Step(String command, String output) {}

  @Test
  void everyCommandAnswersAsPrinted() throws Exception {
    boolean hasCurl =
        Arrays.stream(System.getenv("PATH").split(":"))
            .map(Path::of)
            .anyMatch(place -> Files.isExecutable(place.resolve("curl")));
    assumeTrue(hasCurl || Boolean.getBoolean("require.tools"), "no curl on the PATH");
    Files.createSymbolicLink(folder.resolve("corpus"), ROOT.resolve("corpus"));
    writeLauncher();
    List<Step> steps = steps();
    assertTrue(steps.size() >= 6, "the README's form has changed");

    Server server = null;
    try {
      for (Step step : steps) {
        if (step.command().startsWith("curl") && server == null) {
          server = IndexedHome.at(folder.resolve("archive")).serve();
        }
        String port = server == null ? "" : Integer.toString(server.address().getPort());
        assertAnswered(step, run(step.command().replace("127.0.0.1:8080", "127.0.0.1:" + port)));
      }
    } finally {
      if (server != null) {
        server.close();
      }
    }
  }

  /// The first thing that anyone types: it has to come to the line with the address.
  @Test
  void theDemoServes() throws Exception {
    Files.createSymbolicLink(folder.resolve("corpus"), ROOT.resolve("corpus"));
    writeLauncher();
    Process demo =
        new ProcessBuilder("./dateline", "demo", "--port", "0")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = new BufferedReader(new InputStreamReader(demo.getInputStream(), UTF_8))) {
      String line = lines.readLine();
      assertTrue(
          line != null && line.matches("Dateline listens on http://127\\.0\\.0\\.1:\\d+/ .*"),
          () -> "told: " + line);
    } finally {
      demo.destroy();
      assertEquals(0, demo.waitFor());
    }
  }

  private static List<Step> steps() throws IOException {
    var steps = new ArrayList<Step>();
    BLOCK
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .forEach(block -> {
          String text = block.group(1);
          List<MatchResult> commands = COMMAND.matcher(text).results().toList();
          for (int i = 0; i < commands.size(); i++) {
            int end = i + 1 < commands.size() ? commands.get(i + 1).start() : text.length();
            steps.add(
                new Step(commands.get(i).group(1), text.substring(commands.get(i).end(), end)));
          }
        });
    return steps;
  }

  private static void assertAnswered(Step step, String answer) {
    boolean isJson = answer.startsWith("{");
    String expected = isJson ? step.output().replaceAll("\n\\s*", "") : step.output();
    String pattern =
        GAP.splitAsStream(withoutChanging(expected).strip())
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    String told = withoutChanging(answer).strip();
    assertTrue(
        Pattern.compile(pattern + (expected.strip().endsWith("…") ? ".*" : ""), Pattern.DOTALL)
            .matcher(told)
            .matches(),
        () -> "$ " + step.command() + "\nREADME:\n" + step.output() + "\nanswered:\n" + answer);
  }

  private static String withoutChanging(String text) {
    String fixed = text;
    for (Pattern changing : CHANGING) {
      fixed = changing.matcher(fixed).replaceAll("~");
    }
    return fixed;
  }

  private String run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return PROGRESS.matcher(answer).replaceAll("");
  }

  /// Stands for the launcher in a clone, which would build.
  private void writeLauncher() throws IOException {
    String java =
        Told.process(List.of()).command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "))
            .replace("'dateline.cli.Main'", "'-Ddateline.home=" + folder + "' dateline.cli.Main");
    Path launcher = folder.resolve("dateline");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexport DATELINE_CONFIG= # that of the machine is not shown\nexec "
            + java
            + " \"$@\"\n");
    assertTrue(launcher.toFile().setExecutable(true));
  }
}
