package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.index.generation.GenerationStore;
import dateline.index.schema.IndexNames;
import dateline.search.GeneratedArticles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator is told when something is wrong, and that the live index goes on answering.
final class RoughInputTest {
  private static final int ARTICLES = 12;
  private static final long SEED = 20_261_123;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void indexGoodArticles() throws IOException {
    index(GeneratedArticles.write(folder.resolve("good.jsonl"), 0, ARTICLES, SEED)).ended(0);
  }

  @AfterEach
  void theIndexAnswers() {
    Told search = Told.by("search", "--index", home(), "--match", "any", "said").ended(0);
    assertTrue(search.out().startsWith(ARTICLES + " articles"), search::toString);
  }

  @Test
  void aCompressedFileThatEndsEarly() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          new Random(SEED)
              .ints(50_000, ' ', '~')
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
              .getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("cut.txt.gz");
    Files.write(file, java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

    assertQuarantined(file, file + ": the compressed file ends early. Was the copy cut off?");
  }

  @Test
  void aLineThatIsNoJson() throws IOException {
    Path file = GeneratedArticles.write(folder.resolve("seven.jsonl"), 0, ARTICLES, SEED);
    List<String> lines = Files.readAllLines(file);
    lines.set(6, "{\"id\": \"made-6\", \"headline\": \"Summ");
    Files.write(file, lines);

    Told told = assertQuarantined(file, file + ":7: ");
    assertTrue(told.out().contains("0 new, 0 changed, 11 unchanged, 1 in quarantine"), told::out);
  }

  @Test
  void anEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.jsonl"));

    assertQuarantined(file, file + ": the file is empty");
  }

  @Test
  void aBinaryFile() throws IOException {
    byte[] noise = new byte[10_000];
    new Random(SEED).nextBytes(noise);
    Path file = Files.write(folder.resolve("photo.txt"), noise);

    assertQuarantined(file, file + ": ");
  }

  @Test
  void anotherCharset() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("latin.jsonl"),
            "{\"id\": \"made-0\", \"headline\": \"Café said\"}\n",
            Charset.forName("windows-1252"));

    assertQuarantined(
        file,
        file
            + ":1: not UTF-8: 0xE9 at byte 34 looks like Windows-1252 (‹é›); convert the file with: iconv -f"
            + " WINDOWS-1252 -t UTF-8\n");
  }

  @Test
  void aFolderThatMayNotBeRead() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Path home = folder.resolve("fresh");
    Files.writeString(locked.resolve("story.txt"), "Headline\nBody");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("-wx------"));
    boolean isRoot = Files.isReadable(locked);
    Path setpriv = Path.of("/usr/bin/setpriv");
    assumeTrue(!isRoot || Files.isExecutable(setpriv), "root may read everything, and no setpriv");
    // another user could not read a class path that lies in root's own folder
    List<String> withoutPrivilege =
        isRoot
            ? List.of(
                setpriv.toString(),
                "--bounding-set=-dac_override,-dac_read_search",
                "--inh-caps=-dac_override,-dac_read_search")
            : List.of();

    Told told =
        Told.byProcess(withoutPrivilege, "index", "--source", locked, "--index", home).ended(1);

    assertTrue(
        told.err()
            .contains(locked + ": permission denied. Allow the user who runs Dateline to read it"),
        told::toString);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aSourceThatIsNotThere() {
    Path missing = folder.resolve("nothing");

    assertRefused(
        1,
        index(missing),
        "dateline: cannot read " + missing + ": there is no such file or folder.");
  }

  @Test
  void aSourceWithoutOneReadableArticle() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.jsonl"));
    Path fresh = folder.resolve("fresh");

    Told told = Told.by("index", "--source", file, "--index", fresh);

    assertRefused(
        1,
        told,
        "dateline: no article could be read from " + file,
        "The first reason: " + file + ": the file is empty",
        "Dateline reads JSON Lines and lists, plain text, Reuters-21578 and TREC SGML, also as .gz and .zst.");
    assertRefused(1, Told.by("serve", "--index", fresh), "dateline: no index in " + fresh);
  }

  @Test
  void anIndexFolderThatHoldsOtherFiles() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "mine");

    Told told = Told.by("index", "--source", folder.resolve("good.jsonl"), "--index", other);

    assertRefused(
        1,
        told,
        "dateline: cannot index into "
            + other
            + ": the folder holds other files. Name a new or empty folder.");
    assertEquals("mine", Files.readString(other.resolve("thesis.txt")));
  }

  @Test
  void anIndexPathThatIsAFile() {
    Path file = folder.resolve("good.jsonl");

    assertRefused(
        1,
        Told.by("index", "--source", file, "--index", file),
        "dateline: cannot index into " + file + ": it is a file. Name a folder.");
    assertRefused(1, Told.by("serve", "--index", file), "dateline: " + file + " is a file");
  }

  @Test
  void twoRunsAtOnce() throws IOException {
    Files.writeString(home().resolve("run.lock"), "4711\n");
    try (FileChannel held = FileChannel.open(home().resolve("run.lock"), StandardOpenOption.WRITE);
        var _ = held.lock()) {
      assertRefused(
          75,
          index(folder.resolve("good.jsonl")),
          "dateline: cannot index into " + home() + ": process 4711 is indexing there.",
          "Wait for that run to end");
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "generation-1", "../../etc/passwd"})
  void aDamagedPointer(String pointer) throws IOException {
    Files.writeString(home().resolve("CURRENT"), pointer);

    for (String command : List.of("serve", "search", "status", "verify")) {
      assertRefused(
          1, Told.by(command, "--index", home()), home() + "/CURRENT is damaged", "dateline index");
    }

    index(folder.resolve("good.jsonl")).ended(0);
  }

  @ParameterizedTest
  @CsvSource({"''", "'{\"name\": \"2026'", "'{}'"})
  void aTornManifest(String manifest) throws IOException {
    Path file = generation().resolve("manifest.json");
    Files.writeString(file, manifest);

    for (String command : List.of("serve", "search", "status", "verify")) {
      assertRefused(1, Told.by(command, "--index", home()), file + " is damaged", "dateline index");
    }

    index(folder.resolve("good.jsonl")).ended(0);
    Told.by("verify", "--index", home()).ended(0);
  }

  @ParameterizedTest
  @CsvSource({".fdt", ".si", ".doc", ".dvd", "segments_"})
  void aTruncatedFileOfTheIndex(String part) throws IOException {
    Path file = file(part);
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 20));

    assertRefused(
        1,
        Told.by("verify", "--index", home()),
        file.getFileName() + " has 20 bytes instead of ",
        "run dateline index with any source to build a new index");
    assertRefused(
        1,
        Told.by("serve", "--port", "0", "--index", home()),
        "dateline: the index in " + home() + " is damaged",
        "run dateline index with any source to build a new index");

    index(folder.resolve("good.jsonl")).ended(0);
  }

  private static String readVersions() {
    return IndexNames.SCHEMA_OLDEST == IndexNames.SCHEMA_VERSION
        ? "version " + IndexNames.SCHEMA_VERSION
        : "versions " + IndexNames.SCHEMA_OLDEST + " to " + IndexNames.SCHEMA_VERSION;
  }

  @ParameterizedTest
  @CsvSource({
    "2, too old for this program",
    "1, too old for this program",
    "9999, newer than this program"
  })
  void anIndexOfAnotherSchema(int version, String what) throws IOException {
    Path manifest = generation().resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replaceFirst("\"schema\" : [0-9]+", "\"schema\" : " + version));

    for (Told told :
        List.of(
            Told.by("serve", "--port", "0", "--index", home()),
            Told.by("search", "--index", home(), "trade"))) {
      assertRefused(
          1,
          told,
          "dateline: the index in "
              + home()
              + " has schema version "
              + version
              + ", "
              + what
              + ", which reads "
              + readVersions()
              + ".",
          "dateline index --source FOLDER --index " + home());
    }

    index(folder.resolve("good.jsonl")).ended(0);
  }

  @Test
  void aPortInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertRefused(
          1,
          Told.by("serve", "--index", home(), "--port", taken.getLocalPort()),
          "dateline: cannot listen on 127.0.0.1:" + taken.getLocalPort(),
          "choose another port");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serve --port 99999        | dateline serve: --port 99999 is not between 0 and 65535.
          serve --port http         | dateline serve: Invalid value for option '--port': 'http' is not a whole number
          serve --prot 8080         | dateline serve: there is no option '--prot'. Did you mean '--port'?
          index --sorce news        | dateline index: there is no option '--sorce'. Did you mean '--source'?
          index --workers 0 --source news | dateline index: --workers is 0; possible are 1 to 256
          serch                     | dateline: there is no command 'serch'. Did you mean 'search'?
          serve now                 | dateline serve: there is no argument 'now'.
          search "trade             | dateline search: The quotation mark at character 1 is never closed. Close it to search for a phrase, or remove it to search for words. Did you mean: "trade"
          search --frm 2020 trade   | dateline search: There is no parameter “frm”. Did you mean “from”?
          search --from 2020-13     | dateline search: “2020-13” is no value of “from”. Accepted: YYYY, YYYY-MM, YYYY-MM-DD, an RFC 3339 time, or a time before today such as -7d, -3m or -1y.
          search --from             | dateline search: --from needs a value
          search --format xml trade | dateline search: Invalid value for option '--format': expected one of [table, json] (case-insensitive) but was 'xml'
          """)
  void aWrongCommandLine(String typed, String answer) {
    var words = new java.util.ArrayList<Object>(List.of(typed.split(" ")));
    if (!typed.startsWith("serch")) {
      words.add(1, "--index");
      words.add(2, home());
    }

    Told told = Told.by(words.toArray()).ended(2);

    String command = answer.substring(0, answer.indexOf(':'));
    assertEquals(answer + "\nTry '" + command + " --help'.\n", told.err());
  }

  private Told assertQuarantined(Path file, String reason) {
    Told told = index(file).ended(3);
    assertTrue(told.out().contains("in quarantine:\n  " + reason), told::toString);
    return told;
  }

  private static void assertRefused(int exit, Told told, String... parts) {
    told.ended(exit);
    assertEquals("", told.out());
    for (String part : parts) {
      assertTrue(told.err().contains(part), () -> "wanted: " + part + "\n" + told);
    }
  }

  private Told index(Path source) {
    return Told.by("index", "--workers", "1", "--source", source, "--index", home());
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path generation() throws IOException {
    return new GenerationStore(home()).live().orElseThrow().directory();
  }

  private Path file(String part) throws IOException {
    try (var files = Files.list(generation())) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .findFirst()
          .orElseThrow();
    }
  }
}
