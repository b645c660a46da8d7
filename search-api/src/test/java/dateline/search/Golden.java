package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what people and programs read with files under `src/test/golden`.
///
/// `mvn verify -Dgolden.write=true` writes the files anew; review them like code.
public final class Golden {
  private static final Path FILES =
      Path.of(System.getProperty("dateline.root"), "search-api", "src", "test", "golden");

  private Golden() {}

  public static void check(String name, String actual) throws IOException {
    Path file = FILES.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FILES);
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, name);
  }
}
