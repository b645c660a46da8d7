package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What the README tells to type is understood.
final class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));

  /// A command at the start of a line or in backquotes, up to the end of either, or to a comment.
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^(?:\\$ )?|`)\\./dateline ([^`\\n]*?)(?=\\s+#|`|$)");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^):]+)\\)");
  private static final Pattern FILTER = Pattern.compile("and the filters ([`\\w\\s]+)\\.");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  static List<String> commands() throws IOException {
    return all(COMMAND, "README.md")
        .map(match -> match.group(1).replace("COMMAND", "index"))
        .toList();
  }

  @Test
  void namesCommands() throws IOException {
    assertTrue(commands().size() >= 6, () -> "the README's form has changed");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsUnderstood(String words) {
    var command = new CommandLine(new Main(Configuration.NONE));
    assertDoesNotThrow(() -> command.parseArgs(words.split("\\s+")));
  }

  @Test
  void everyFilterIsAParameter() throws IOException {
    String filters = all(FILTER, "README.md").findFirst().orElseThrow().group(1);
    var reader = new RequestReader(DoorDefaults.API, Clock.systemUTC());

    NAME.matcher(filters)
        .results()
        .forEach(name ->
            assertEquals(List.of(), reader.read(Map.of(name.group(1), List.of("x"))).problems()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(String page) throws IOException {
    Path file = ROOT.resolve(page);

    all(LINK, page)
        .map(match -> file.resolveSibling(match.group(1)).normalize())
        .forEach(target -> assertTrue(Files.exists(target), () -> page + ": no file " + target));
  }

  static List<String> pages() {
    return List.of(
        "README.md",
        ".github/ARCHITECTURE.md",
        ".github/CONTRIBUTING.md",
        ".github/EXAMPLES.md",
        "corpus/articles/README.md",
        "corpus/gazetteer/README.md",
        "corpus/judgments/README.md");
  }

  private static Stream<MatchResult> all(Pattern pattern, String page) throws IOException {
    return pattern.matcher(Files.readString(ROOT.resolve(page))).results();
  }
}
