package dateline;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A program of this machine that a test drives.
///
/// Where it is absent, the test is skipped with the reason, or fails when the system property
/// `require.tools` is `true`; `.ci/run` installs all of them.
public final class InstalledTool {
  private InstalledTool() {}

  public static Path named(String tool) {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, tool))
            .filter(Files::isExecutable)
            .findFirst();
    String reason = "this test needs " + tool + ", which no folder of PATH holds";
    if (Boolean.getBoolean("require.tools")) {
      assertTrue(found.isPresent(), reason);
    } else {
      assumeTrue(found.isPresent(), reason);
    }
    return found.orElseThrow();
  }
}
