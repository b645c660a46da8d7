package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.cli.Finding.Level;
import dateline.index.generation.GenerationStore;
import dateline.search.GeneratedArticles;
import dateline.search.GivenUp;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the doctor says of a healthy archive, and of one that each trouble has befallen.
final class DoctorTest {
  private static final long SEED = 20_261_123;
  private static final long GIGABYTE = 1L << 30;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path sound;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeAll
  static void indexArticles() throws IOException {
    Path articles = GeneratedArticles.write(sound.resolve("good.jsonl"), 0, 40, SEED);
    Told.by("index", "--workers", "1", "--source", articles, "--index", sound.resolve("home"))
        .ended(0);
  }

  @BeforeEach
  void copyTheArchive() throws IOException {
    try (Stream<Path> files = Files.walk(sound.resolve("home"))) {
      for (Path file : files.toList()) {
        Files.copy(file, home().resolve(sound.resolve("home").relativize(file).toString()));
      }
    }
  }

  @Test
  void aHealthyArchive() {
    assertEquals(
        List.of(
            "java",
            "heap",
            "clock",
            "config",
            "permissions",
            "lock",
            "index",
            "store",
            "store",
            "disk",
            "times",
            "gazetteer",
            "alerts"),
        findings(machine()).stream().map(Finding::what).toList());
    assertEquals(List.of(), troubles(machine()));
  }

  @Test
  void tellsWhatItSaw() {
    Map<String, String> told =
        findings(machine()).stream()
            .collect(Collectors.toMap(Finding::what, Finding::toString, (one, _) -> one));

    assertEquals("ok    heap: 1,024 MB of 8,192 MB memory", told.get("heap"));
    assertEquals("ok    config: no file, nothing is set", told.get("config"));
    assertEquals("ok    lock: free", told.get("lock"));
    assertTrue(
        told.getOrDefault("index", "").matches("ok    index: generation \\S+-1 with 40 articles"),
        told::toString);
    assertTrue(
        told.getOrDefault("disk", "")
            .matches("ok    disk: 1,073.7 MB free, a full rebuild of the index takes about .* MB"),
        told::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          24 | 1 | 8 | fail  java: 24 in ~. Install a JDK 25, or name one in DATELINE_JAVA.
          25 | 7 | 8 | warn  heap: 7,168 MB of 8,192 MB memory. Lower heap in dateline.conf, or DATELINE_HEAP; the system keeps the index in the rest.
          25 | 9 | 8 | fail  heap: 9,216 MB of 8,192 MB memory. Lower heap in dateline.conf, or DATELINE_HEAP; the system keeps the index in the rest.
          """)
  void aMachineThatDoesNotServe(String java, long heap, long memory, String line) {
    var machine =
        new Machine(
            Runtime.Version.parse(java),
            heap * GIGABYTE,
            memory * GIGABYTE,
            Clock.systemUTC(),
            _ -> GIGABYTE);

    assertEquals(List.of(line.replace("~", System.getProperty("java.home"))), troubles(machine));
  }

  @Test
  void aDiskThatFills() throws IOException {
    long index = indexBytes();
    long room = 100 << 20; // more than this little index

    assertTrue(index < room);
    assertEquals(List.of(), troubles(withFreeBytes(room)));
    List<String> full = troubles(withFreeBytes(room - 1));
    assertEquals(1, full.size());
    assertTrue(
        full.getFirst()
            .matches(
                "fail  disk: 104.9 MB free, a full rebuild of the index takes about .* MB\\."
                    + " Free some space, or move the archive to a larger disk\\."),
        full::toString);
  }

  @Test
  void aDiskWithRoomForOneIndexAlone() throws IOException {
    Path manifest = generation().resolve("manifest.json");
    String grown =
        Files.readString(manifest)
            .replaceFirst(
                "\"files\" : \\{",
                "\"files\" : {\"_9.pos\" : {\"bytes\" : 800000000, \"crc32c\" : 0},");
    Files.writeString(manifest, grown);

    assertTrue(disk(withFreeBytes(800_000_000)).startsWith("fail  disk: 800.0 MB free"));
    assertTrue(disk(withFreeBytes(1_500_000_000)).startsWith("warn  disk: 1,500.0 MB free"));
    assertTrue(disk(withFreeBytes(1_700_000_000)).startsWith("ok    disk: 1,700.0 MB free"));
  }

  private String disk(Machine machine) {
    return findings(machine).stream()
        .filter(finding -> finding.what().equals("disk"))
        .map(Finding::toString)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClockThatLostItsBattery() {
    List<String> told = troubles(withClock(Instant.parse("1970-01-01T00:00:10Z")));

    assertEquals(
        "fail  clock: it is 1970-01-01T00:00:10Z here. Set the clock; generations are ordered by"
            + " it.",
        told.getFirst());
    assertTrue(told.get(1).startsWith("fail  times: generation "), told::toString);
  }

  @Test
  void aGenerationFromTheFuture() {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));

    List<String> told = troubles(withClock(yesterday));

    assertEquals(1, told.size(), told::toString);
    assertTrue(
        told.getFirst()
            .matches(
                "fail  times: generation \\S+ was built at \\S+, which is still to come\\. Set the"
                    + " clock, or wait: what a run builds before then counts as older\\."),
        told::toString);
  }

  @Test
  void aFileFromTheFuture() throws IOException {
    Path store = home().resolve("archive.db");
    Files.setLastModifiedTime(store, FileTime.from(Instant.parse("2199-01-01T00:00:00Z")));

    assertEquals(
        List.of(
            "warn  times: "
                + store
                + " was changed at 2199-01-01T00:00:00Z, which is still to come. Check the clock of"
                + " this machine, and of the one that wrote it."),
        troubles(machine()));
  }

  @Test
  void aRunUnderWay() throws IOException {
    Files.writeString(home().resolve("run.lock"), "4711\n");
    try (FileChannel held = FileChannel.open(home().resolve("run.lock"), StandardOpenOption.WRITE);
        var _ = held.lock()) {
      assertTrue(
          findings(machine()).stream()
              .map(Finding::toString)
              .toList()
              .contains("ok    lock: process 4711 is indexing; the next run waits for its end"));
    }
    assertTrue(
        findings(machine()).stream().map(Finding::toString).toList().contains("ok    lock: free"));
  }

  @Test
  void aConfigurationThatStopsEveryStart() {
    var broken = new Configuration(null, Map.of(), List.of("a.conf:2: port: 'x' is no number."));

    assertEquals(
        List.of(
            "fail  config: a.conf:2: port: 'x' is no number. No command starts before this is"
                + " mended.",
            "warn  archive: none was looked at. Name its folder: dateline doctor --index DIR"),
        lines(new Doctor(machine(), broken).findings(null)));
    Told told = Told.by(broken, "doctor", "--index", home()).ended(1);
    assertTrue(told.out().contains("fail  config: a.conf:2: "), told::toString);
  }

  @Test
  void aLineOfTheGazetteerThatWasLeftOut() throws IOException {
    Path list = Files.createDirectory(home().resolve("gazetteer")).resolve("place-names.tsv");
    Files.writeString(list, "name\tid\nAtlantis\tnowhere\n");

    List<String> told = troubles(machine());

    assertEquals(1, told.size(), told::toString);
    assertTrue(
        told.getFirst().startsWith("warn  gazetteer: " + list + ":2: left out, "), told::toString);
  }

  @Test
  void aMessageThatWasGivenUp() throws Exception {
    GivenUp.leave(home());

    assertEquals(
        List.of(
            "warn  alerts: 1 message given up, most of saved search harbour. See why: dateline alerts"
                + " show harbour --index HOME; then dateline alerts retry harbour --index HOME"),
        troubles(machine()).stream().map(line -> line.replace(home().toString(), "HOME")).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pointer    | fail  index: ~/CURRENT is damaged: it holds no name of a generation. The texts are safe in the store: run dateline index with any source to build a new index.
          no pointer | warn  index: none was published in ~. Make one: dateline index --source FOLDER --index ~
          manifest   | fail  index: GENERATION/manifest.json is damaged. The texts are safe in the store: run dateline index with any source to build a new index.
          cut        | fail  index: generation NAME with 40 articles: 1 file missing or cut. The texts are safe in the store: run dateline index to build a new one.
          schema     | fail  index: generation NAME with 40 articles has schema 9999, this program reads 5. Run dateline index to build a new one.
          no store   | warn  store: ~/archive.db is not there. The first run makes it; if there was one, restore it from a snapshot.
          no file    | fail  store: cannot read ~/archive.db. The file is damaged or not a Dateline store. Restore it from a snapshot.
          """)
  void anArchiveThatIsDamaged(String damage, String line) throws IOException {
    Path generation = generation();
    Path manifest = generation.resolve("manifest.json");
    switch (damage) {
      case "pointer" -> Files.writeString(home().resolve("CURRENT"), "");
      case "no pointer" -> Files.delete(home().resolve("CURRENT"));
      case "manifest" -> Files.writeString(manifest, "{\"name\"");
      case "cut" -> {
        try (var files = Files.list(generation)) {
          Path file = files.filter(each -> each.toString().endsWith(".fdt")).findFirst().get();
          Files.write(file, new byte[20]);
        }
      }
      case "schema" ->
          Files.writeString(
              manifest,
              Files.readString(manifest).replaceFirst("\"schema\" : [0-9]+", "\"schema\" : 9999"));
      case "no store" -> Files.delete(home().resolve("archive.db"));
      case "no file" -> Files.writeString(home().resolve("archive.db"), "not a store");
      default -> throw new IllegalArgumentException(damage);
    }

    assertEquals(
        List.of(
            line.replace("GENERATION", generation.toString())
                .replace("NAME", generation.getFileName().toString())
                .replace("~", home().toString())),
        troubles(machine()));
  }

  /// SQLite opens such a file, and would find the damage when somebody asks for that article.
  @Test
  void aStoreWithADamagedPage() throws IOException {
    Path store = home().resolve("archive.db");
    try (var file = new RandomAccessFile(store.toFile(), "rw")) {
      for (long page = 2; page < file.length() / 4096; page++) {
        file.seek(page * 4096);
        file.write(new byte[64]);
      }
    }

    List<String> told = troubles(machine());

    assertEquals(1, told.size(), told::toString);
    assertTrue(told.getFirst().startsWith("fail  store: "), told::toString);
    assertTrue(told.getFirst().contains(store + " is damaged"), told::toString);
    assertTrue(told.getFirst().endsWith("Restore it from a snapshot."), told::toString);
  }

  @Test
  void noArchiveAtAll() {
    Path nowhere = folder.resolve("nowhere");

    assertEquals(
        List.of(
            "fail  archive: there is no folder "
                + nowhere
                + ". Make an index: dateline index --source FOLDER --index "
                + nowhere),
        lines(new Doctor(machine(), Configuration.NONE).findings(nowhere)));
  }

  /// As a user who may not pass by permissions, which root may.
  @Test
  void aFileThatMayNotBeUsed() throws Exception {
    Path store = home().resolve("archive.db");
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("---------"));
    boolean isRoot = Files.isReadable(store);
    Path setpriv = Path.of("/usr/bin/setpriv");
    assumeTrue(!isRoot || Files.isExecutable(setpriv), "root may read everything, and no setpriv");
    List<String> withoutPrivilege =
        isRoot
            ? List.of(
                setpriv.toString(),
                "--bounding-set=-dac_override,-dac_read_search",
                "--inh-caps=-dac_override,-dac_read_search")
            : List.of();

    Told told = Told.byProcess(withoutPrivilege, "doctor", "--index", home()).ended(1);

    String user = System.getProperty("user.name");
    assertTrue(
        told.out()
            .contains(
                "fail  permissions: %s may not use %s. Give all of it to the user who runs Dateline: chown -R %s %s\n"
                    .formatted(user, store, Files.getOwner(home()).getName(), home())),
        told::toString);
    assertTrue(told.out().contains("fail  store: cannot read " + store), told::toString);
  }

  @Test
  void aFileOfAnotherUser() throws IOException {
    Path tables = home().resolve("tables");
    boolean isRoot = System.getProperty("user.name").equals("root");
    assumeTrue(isRoot, "only root can give a file to another user");
    Files.setOwner(
        tables,
        home().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertEquals(
        List.of(
            "warn  permissions: %s does not belong to root, to whom the folder belongs. Give all of it to the user who runs Dateline: chown -R root %s"
                .formatted(tables, home())),
        troubles(machine()));
  }

  @Test
  void answersProgramsToo() throws IOException {
    Files.writeString(home().resolve("CURRENT"), "");

    String told = Told.by("doctor", "--format", "json", "--index", home()).ended(1).out();

    assertTrue(told.startsWith("{\n  \"findings\" : ["), told);
    assertTrue(
        told.contains(
            "\"level\" : \"fail\",\n    \"what\" : \"index\",\n    \"value\" : \"" + home()),
        told);
    Told.by("doctor").ended(0);
  }

  private List<Finding> findings(Machine machine) {
    return new Doctor(machine, Configuration.NONE).findings(home());
  }

  private List<String> troubles(Machine machine) {
    return lines(findings(machine));
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.level() != Level.ok)
        .map(Finding::toString)
        .toList();
  }

  private static Machine machine() {
    return withFreeBytes(GIGABYTE);
  }

  private static Machine withFreeBytes(long bytes) {
    return new Machine(
        Runtime.Version.parse("25"), GIGABYTE, 8 * GIGABYTE, Clock.systemUTC(), _ -> bytes);
  }

  private static Machine withClock(Instant now) {
    return new Machine(
        Runtime.Version.parse("25"),
        GIGABYTE,
        8 * GIGABYTE,
        Clock.fixed(now, ZoneOffset.UTC),
        _ -> GIGABYTE);
  }

  private long indexBytes() throws IOException {
    return new GenerationStore(home())
        .live().orElseThrow().manifest().files().values().stream()
            .mapToLong(file -> file.bytes())
            .sum();
  }

  private Path generation() throws IOException {
    return new GenerationStore(home()).live().orElseThrow().directory();
  }

  private Path home() {
    return folder.resolve("home");
  }
}
