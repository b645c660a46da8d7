package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands take from the configuration what nobody typed.
final class ConfiguredCommandsTest {
  private static final long SEED = 20_261_123;
  private static final Configuration BROKEN =
      new Configuration(
          Path.of("/etc/dateline/dateline.conf"),
          Map.of(ConfigKey.PORT, List.of("http")),
          List.of("/etc/dateline/dateline.conf:3: port: 'http' is not a whole number."));

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void deliverTwoSources() throws IOException {
    GeneratedArticles.write(folder.resolve("one.jsonl"), 0, 3, SEED);
    GeneratedArticles.write(folder.resolve("two ${x}.jsonl"), 3, 4, SEED);
  }

  @Test
  void theNightlyJobNeedsNoOption() throws IOException {
    Told told = Told.by(configured(), "index").ended(0);

    assertTrue(told.out().startsWith("read 7 records in 2 files: 7 new"), told::toString);
    assertTrue(Files.readString(folder.resolve("run.json")).contains("\"added\" : 7"));
    assertEquals(
        "articles    7", Told.by(configured(), "status").ended(0).out().lines().toList().get(1));
    assertTrue(
        Told.by(configured(), "search", "--match", "any", "said")
            .ended(0)
            .out()
            .startsWith("7 articles"));
    assertEquals("", Told.by(configured(), "entity", "list").ended(0).err());
  }

  @Test
  void asManyOldIndexesAreKeptAsConfigured() throws Exception {
    for (int night = 0; night < 3; night++) {
      Told.by(configured(ConfigKey.KEEP, "1"), "index", "--mode", "rebuild").ended(0);
    }
    try (Stream<Path> generations = Files.list(folder.resolve("home/generations"))) {
      assertEquals(2, generations.filter(Files::isDirectory).count());
    }

    Told.by(configured(ConfigKey.KEEP, "1"), "index", "--mode", "rebuild", "--keep", "0").ended(0);
    try (Stream<Path> generations = Files.list(folder.resolve("home/generations"))) {
      assertEquals(1, generations.filter(Files::isDirectory).count());
    }
  }

  /// There, the option names a folder.
  @Test
  void aBenchmarkTakesNoFolderFromTheNumberOfIndexesToKeep() {
    Told told = Told.by(configured(ConfigKey.KEEP, "1"), "bench", "--articles", "0").ended(2);

    assertFalse(told.err().contains("--keep"), told::toString);
  }

  @Test
  void whatIsTypedTakesThePlaceOfWhatIsConfigured() {
    Told told =
        Told.by(
                configured(),
                "index",
                "--source",
                folder.resolve("one.jsonl"),
                "--index",
                folder.resolve("other"))
            .ended(0);

    assertTrue(told.out().startsWith("read 3 records in 1 file: 3 new"), told::toString);
    assertFalse(Files.exists(folder.resolve("home")));
  }

  @Test
  void theServerListensWhereItIsConfiguredTo() {
    Told.by(configured(), "index").ended(0);

    Told refused = Told.by(configured(ConfigKey.HOST, "192.0.2.1"), "serve").ended(1);

    assertEquals(
        "dateline: cannot listen on 192.0.2.1: this machine has no such address. Choose another"
            + " --host, for example 127.0.0.1.\n",
        refused.err());
  }

  /// A model in the archive's home changes what later runs find.
  @Test
  void anArchiveIsTaughtOnlyWhereItIsNamed() {
    Told.by(configured(), "index").ended(0);

    Told.by(configured(), "train", "--labels", "section");

    assertFalse(Files.exists(folder.resolve("home/models")));
    Told annotated = Told.by(configured(), "annotate").ended(0);
    assertEquals(7, annotated.out().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "serve --help",
        "index --help",
        "help serve",
        "--version",
        "train --help"
      })
  void helpStaysTheSame(String words) {
    Told plain = Told.by((Object[]) words.split(" ")).ended(0);

    assertEquals(plain, Told.by(configured(), (Object[]) words.split(" ")));
    assertEquals(plain, Told.by(BROKEN, (Object[]) words.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "serve", "status", "parse trade", "entity list"})
  void aBrokenConfigurationStopsEveryStart(String words) {
    Told told = Told.by(BROKEN, (Object[]) words.split(" ")).ended(2);

    assertEquals(
        "dateline: /etc/dateline/dateline.conf:3: port: 'http' is not a whole number.\n",
        told.err());
    assertEquals("", told.out());
  }

  @Test
  void aProcessReadsFileAndEnvironment() throws Exception {
    Path file = Files.writeString(folder.resolve("dateline.conf"), "index = /nowhere\nprot = 1\n");
    ProcessBuilder builder = Told.process(List.of(), "status");
    builder.environment().put("DATELINE_CONFIG", file.toString());

    assertEquals(
        "dateline: " + file + ":2: there is no key 'prot'; did you mean 'port'?\n", told(builder));
    Files.writeString(file, "index = /nowhere\n");
    assertEquals(
        "dateline: there is no folder /nowhere. Make an index first: dateline index --source FOLDER"
            + " --index /nowhere\n",
        told(builder));
    builder.environment().put("DATELINE_INDEX", "/elsewhere");
    assertTrue(told(builder).startsWith("dateline: there is no folder /elsewhere."));
  }

  private static String told(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return answer;
  }

  private Configuration configured() {
    return configured(ConfigKey.PORT, "0");
  }

  private Configuration configured(ConfigKey key, String value) {
    var values = new EnumMap<ConfigKey, List<String>>(ConfigKey.class);
    values.put(ConfigKey.INDEX, List.of(folder.resolve("home").toString()));
    values.put(
        ConfigKey.SOURCE,
        new ArrayList<>(
            List.of(
                folder.resolve("one.jsonl").toString(),
                folder.resolve("two ${x}.jsonl").toString())));
    values.put(ConfigKey.REPORT, List.of(folder.resolve("run.json").toString()));
    values.put(ConfigKey.WORKERS, List.of("1"));
    values.put(ConfigKey.KEEP, List.of("3"));
    values.put(key, List.of(value));
    return new Configuration(null, values, List.of());
  }
}
