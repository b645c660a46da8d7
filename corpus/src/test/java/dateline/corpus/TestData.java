package dateline.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real archives for tests, which are too large or not free enough to lie beside the code.
///
/// They are looked for in the folder that the environment variable `DATELINE_TEST_DATA` names, else
/// in `../shared/data` beside the project.
public final class TestData {
  private TestData() {}

  /// A file or folder of the real archives; where it is absent the test is skipped.
  public static Path path(String name) {
    String given = System.getenv("DATELINE_TEST_DATA");
    Path folder =
        given != null
            ? Path.of(given)
            : Path.of(System.getProperty("dateline.root", "."), "../shared/data");
    Path path = folder.resolve(name).normalize();
    assumeTrue(Files.exists(path), () -> "skipped: no test data at " + path.toAbsolutePath());
    return path;
  }
}
