package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong uses of the three commands that a newcomer meets first: each is answered by one clear
/// sentence with the remedy, and by the right exit code.
///
/// In the tables `~` stands for the folder that holds, for all tests, `good.jsonl`, a healthy
/// archive in `home`, and the broken ones that [#prepare] makes.
final class WrongUseTest {
  private static final long SEED = 20_261_123;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    Path good = GeneratedArticles.write(folder.resolve("good.jsonl"), 0, 3, SEED);
    Told.by("index", "--workers", "1", "--source", good, "--index", folder.resolve("home"))
        .ended(0);
    Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("readme"));
    Files.writeString(folder.resolve("readme/README.md"), "Nothing but this.");
    Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(folder.resolve("thesis/draft.txt"), "mine");
    Files.createFile(folder.resolve("blank.jsonl"));
    for (String broken :
        List.of("no-store", "no-store-file", "newer", "no-pointer", "lost", "no-ids", "torn")) {
      copy(folder.resolve("home"), folder.resolve(broken));
    }
    Files.delete(folder.resolve("no-store/archive.db"));
    Files.writeString(folder.resolve("no-store-file/archive.db"), "not a store");
    newer(folder.resolve("newer/archive.db"));
    Files.delete(folder.resolve("no-pointer/CURRENT"));
    Files.writeString(folder.resolve("lost/CURRENT"), "20200101T000000Z-1\n");
    Files.delete(folder.resolve("no-ids/desk.db"));
    Files.writeString(folder.resolve("torn/CURRENT"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          index                                        | 2 | dateline index: Missing required option: '--index=DIR'
          index --source ~/good.jsonl                  | 2 | dateline index: Missing required option: '--index=DIR'
          index --index ~/home ~/good.jsonl            | 2 | dateline index: there is no argument '~/good.jsonl'. Name files by --source.
          index --sorce ~/good.jsonl --index ~/home    | 2 | dateline index: there is no option '--sorce'. Did you mean '--source'?
          index --source --index ~/home                | 2 | dateline index: Expected parameter for option '--source' but found '--index'
          index --source ~/good.jsonl --index ''       | 2 | dateline index: --index is empty; name a folder
          index --source '' --index ~/home             | 2 | dateline index: --source is empty; name a file or folder
          index --source ~/good.jsonl --index ~/home --index ~/other | 2 | dateline index: option '--index' (DIR) should be specified only once
          index --source ~/good.jsonl --index ~/home --workers 0     | 2 | dateline index: --workers is 0; possible are 1 to 256
          index --source ~/good.jsonl --index ~/home --workers many  | 2 | dateline index: Invalid value for option '--workers': 'many' is not a whole number
          index --source ~/good.jsonl --index ~/home --workers 1000  | 2 | dateline index: --workers is 1000; possible are 1 to 256
          index --source ~/good.jsonl --index ~/home --id-prefix \tx | 2 | dateline index: --id-prefix holds a control character or a space at an end; letters, digits, - and / are safe
          index --source ~/nothing --index ~/home      | 1 | dateline: cannot read ~/nothing: there is no such file or folder.
          index --source http://example.org/a.jsonl --index ~/home | 1 | dateline: cannot read http:/example.org/a.jsonl: Dateline reads files. Fetch it first, then name the file.
          index --source ~/empty --index ~/fresh       | 1 | dateline: there is no file to read in ~/empty. Check the path, or name a file by its own path to have it read. Nothing was changed.
          index --source ~/readme --index ~/fresh       | 1 | dateline: there is no file to read in ~/readme; left out by rule were 1 hidden, readme or licence files. Check the path, or name a file by its own path to have it read. Nothing was changed.
          index --source ~/good.jsonl --index ~/good.jsonl   | 1 | dateline: cannot index into ~/good.jsonl: it is a file. Name a folder.
          index --source ~/good.jsonl --index ~/good.jsonl/a | 1 | dateline: cannot index into ~/good.jsonl/a: ~/good.jsonl is a file. Name a folder.
          index --source ~/good.jsonl --index ~/thesis | 1 | dateline: cannot index into ~/thesis: the folder holds other files. Name a new or empty folder.
          index --source ~ --index ~/home              | 1 | dateline: cannot index ~ into ~/home: one folder lies in the other. Keep the archive's folder apart from its sources.
          index --source ~/home/tables --index ~/home  | 1 | dateline: cannot index ~/home/tables into ~/home: one folder lies in the other. Keep the archive's folder apart from its sources.
          index --source ~/good.jsonl --index ~/home --report ~/gone/run.json | 1 | dateline: cannot write the report ~/gone/run.json: its folder is not there. Name a file in a folder that is.
          index --source ~/good.jsonl --index ~/home --report ~/empty | 1 | dateline: cannot write the report ~/empty: it is a folder. Name a file in a folder that is.
          index --source ~/good.jsonl --index ~/no-store      | 1 | dateline: cannot index into ~/no-store: its store archive.db is gone, and with it the texts of the published index. Restore it from a backup, or name a new folder.
          index --source ~/good.jsonl --index ~/no-store-file | 1 | dateline: cannot open ~/no-store-file/archive.db. The file is damaged or not a Dateline store. Restore it from a snapshot.
          index --source ~/good.jsonl --index ~/newer  | 1 | dateline: cannot open ~/newer/archive.db. It was written by a newer Dateline (store version 99, this one knows 3). Use that one.
          """)
  void indexing(String typed, int exit, String sentence) {
    assertTold(typed, exit, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          serve                                    | 2 | dateline serve: Missing required option: '--index=DIR'
          serve ~/home                             | 2 | dateline serve: Missing required option: '--index=DIR'
          serve --index ~/home now                 | 2 | dateline serve: there is no argument 'now'.
          serve --index ~/home --prot 80           | 2 | dateline serve: there is no option '--prot'. Did you mean '--port'?
          serve --index ~/home --port              | 2 | dateline serve: Missing required parameter for option '--port' (N)
          serve --index ~/home --port http         | 2 | dateline serve: Invalid value for option '--port': 'http' is not a whole number
          serve --index ~/home --port 70000        | 2 | dateline serve: --port 70000 is not between 0 and 65535.
          serve --index ~/home --port -1           | 2 | dateline serve: --port -1 is not between 0 and 65535.
          serve --index ~/home --host ''           | 2 | dateline serve: --host is empty; 127.0.0.1 listens to this machine, 0.0.0.0 to all
          serve --index ~/home --public-url news   | 2 | dateline serve: public URL 'news' is no web address without path; write it as https://news.example.org
          serve --index ~/home --public-url ftp://news.example.org | 2 | dateline serve: public URL 'ftp://news.example.org' is no web address without path; write it as https://news.example.org
          serve --index ~/home --public-url https://example.org/news | 2 | dateline serve: public URL 'https://example.org/news' is no web address without path; write it as https://news.example.org
          serve --index ~/home --public-url <news> | 2 | dateline serve: Invalid value for option '--public-url': '<news>' is no web address; write it as https://news.example.org
          serve --index ~/home --host 192.0.2.1    | 1 | dateline: cannot listen on 192.0.2.1: this machine has no such address. Choose another --host, for example 127.0.0.1.
          serve --index ~/home --port TAKEN        | 1 | dateline: cannot listen on 127.0.0.1:TAKEN, another program listens there. Stop it, or choose another port, for example --port NEXT.
          serve --index ~/nothing                  | 1 | dateline: there is no folder ~/nothing. Make an index first: dateline index --source FOLDER --index ~/nothing
          serve --index ~/good.jsonl               | 1 | dateline: ~/good.jsonl is a file. Name the folder that dateline index made.
          serve --index ~/empty                    | 1 | dateline: no index in ~/empty. Make one first: dateline index --source FOLDER --index ~/empty
          serve --index ~/no-pointer               | 1 | dateline: no index in ~/no-pointer. Make one first: dateline index --source FOLDER --index ~/no-pointer
          serve --index ~/no-store                 | 1 | dateline: cannot read ~/no-store/archive.db. The file cannot be opened. Check that its folder exists and that this user may use it.
          serve --index ~/no-store-file            | 1 | dateline: cannot read ~/no-store-file/archive.db. The file is damaged or not a Dateline store. Restore it from a snapshot.
          serve --index ~/no-ids                   | 1 | dateline: cannot read ~/no-ids/desk.db. The file cannot be opened. Check that its folder exists and that this user may use it.
          serve --index ~/newer                    | 1 | dateline: cannot open ~/newer/archive.db. It was written by a newer Dateline (store version 99, this one knows 3). Use that one.
          serve --index ~/lost                     | 1 | dateline: generation 20200101T000000Z-1 is missing or unfinished below ~/lost/generations.
          serve --index ~/torn                     | 1 | dateline: ~/torn/CURRENT is damaged: it holds no name of a generation.
          """)
  void serving(String typed, int exit, String sentence) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertTold(withPort(typed, taken), exit, withPort(sentence, taken));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          demo now                | 2 | dateline demo: there is no argument 'now'.
          demo --prot 8081        | 2 | dateline demo: there is no option '--prot'. Did you mean '--port'?
          demo --index ~/home     | 2 | dateline demo: there is no option '--index'. The demo has its own archive; see dateline help serve.
          demo --source ~/empty   | 2 | dateline demo: there is no option '--source'. The demo has its own archive; see dateline help index.
          demo --port             | 2 | dateline demo: Missing required parameter for option '--port' (N)
          demo --port http        | 2 | dateline demo: Invalid value for option '--port': 'http' is not a whole number
          demo --port 99999       | 2 | dateline demo: --port 99999 is not between 0 and 65535.
          demo --port -1          | 2 | dateline demo: --port -1 is not between 0 and 65535.
          demo --port 1 --port 2  | 2 | dateline demo: option '--port' (N) should be specified only once
          demo --host             | 2 | dateline demo: Missing required parameter for option '--host' (HOST)
          demo --host ''          | 2 | dateline demo: --host is empty; 127.0.0.1 listens to this machine, 0.0.0.0 to all
          demo --host 192.0.2.1   | 1 | dateline: cannot listen on 192.0.2.1: this machine has no such address. Choose another --host, for example 127.0.0.1.
          demo --port TAKEN       | 1 | dateline: cannot listen on 127.0.0.1:TAKEN, another program listens there. Stop it, or choose another port, for example --port NEXT.
          """)
  void theDemo(String typed, int exit, String sentence) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertTold(withPort(typed, taken), exit, withPort(sentence, taken));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-articles      | 1  | the sample archive ~/corpus/articles is not there. Fetch Dateline again, with all its files.
          empty-articles   | 1  | there is no file to read in ~/corpus/articles. Check the path, or name a file by its own path to have it read. Nothing was changed.
          blank-articles   | 1  | no article could be read from ~/corpus/articles (in quarantine: 1), so there is nothing to index.
          demo-is-file     | 1  | cannot index into ~/.demo: it is a file. Name a folder.
          other-files      | 1  | cannot index into ~/.demo: the folder holds other files. Name a new or empty folder.
          no-store         | 1  | cannot index into ~/.demo: its store archive.db is gone, and with it the texts of the published index. Restore it from a backup, or name a new folder.
          no-store-file    | 1  | cannot open ~/.demo/archive.db. The file is damaged or not a Dateline store. Restore it from a snapshot.
          newer            | 1  | cannot open ~/.demo/archive.db. It was written by a newer Dateline (store version 99, this one knows 3). Use that one.
          two-at-once      | 75 | cannot index into ~/.demo: process 4711 is indexing there.
          """)
  void theDemosFolder(String trouble, int exit, String sentence, @TempDir Path root)
      throws IOException {
    Path articles = Files.createDirectories(root.resolve("corpus/articles"));
    Path demo = root.resolve(".demo");
    switch (trouble) {
      case "no-articles" -> Files.delete(articles);
      case "empty-articles" -> {}
      case "blank-articles" -> Files.createFile(articles.resolve("2025.jsonl"));
      default -> Files.copy(folder.resolve("good.jsonl"), articles.resolve("2025.jsonl"));
    }
    switch (trouble) {
      case "demo-is-file" -> Files.createFile(demo);
      case "other-files" -> copy(folder.resolve("thesis"), demo);
      case "no-store", "no-store-file", "newer" -> copy(folder.resolve(trouble), demo);
      case "two-at-once" -> {
        Files.createDirectory(demo);
        Files.writeString(demo.resolve("run.lock"), "4711\n");
      }
      default -> {}
    }
    try (FileChannel _ = trouble.equals("two-at-once") ? lock(demo) : null) {
      Told told = inHome(root, "demo", "--port", "0");

      List<String> lines = told.err().replace(root.toString(), "~").lines().toList();
      assertEquals("dateline: " + sentence, lines.getFirst(), told::toString);
      assertEquals(exit, told.exit());
      assertEquals(
          sentence.contains("~/.demo") && exit == 1,
          lines.contains("Remove ~/.demo, and the demo makes it anew."),
          told::toString);
    }
  }

  @Test
  void theDemoWithoutItsLauncher() {
    assertTold("demo --port 0", 1, "dateline: start the demo with the launcher: ./dateline demo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATELINE_JAVA | /nowhere/jdk | 78 | dateline: DATELINE_JAVA names /nowhere/jdk, which is not there.
          DATELINE_HEAP | banana       | 2  | dateline: DATELINE_HEAP is 'banana'; write at least 64m, such as 900m or 4g.
          DATELINE_HEAP | 4            | 2  | dateline: DATELINE_HEAP is '4'; write at least 64m, such as 900m or 4g.
          """)
  void theLauncher(String variable, String value, int exit, String sentence) throws Exception {
    Path root = Path.of(System.getProperty("dateline.root"));
    Path home = Files.createTempDirectory(folder, "installed");
    Files.createDirectory(home.resolve("lib")); // as installed, so that nothing is built
    Path launcher = Files.copy(root.resolve("dateline"), home.resolve("dateline"));
    var builder = new ProcessBuilder("sh", launcher.toString(), "--version");
    builder.environment().put(variable, value);
    Process process = builder.redirectErrorStream(true).start();

    String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertEquals(exit + " " + sentence, process.waitFor() + " " + answer);
  }

  private static void assertTold(String typed, int exit, String sentence) {
    Told told = Told.by(words(typed).toArray()).ended(exit);

    String home = folder.toString();
    assertEquals(sentence, told.err().replace(home, "~").lines().findFirst().orElse(""));
    assertEquals("", told.out());
    if (exit == ExitCode.USAGE) {
      String command = sentence.substring(0, sentence.indexOf(':'));
      assertEquals(sentence + "\nTry '" + command + " --help'.\n", told.err().replace(home, "~"));
    }
  }

  private static List<String> words(String typed) {
    var words = new ArrayList<String>();
    for (String word : typed.split(" +")) {
      words.add(word.equals("''") ? "" : word.replace("~", folder.toString()).replace("\\t", "\t"));
    }
    return words;
  }

  private static String withPort(String text, ServerSocket taken) {
    int port = taken.getLocalPort();
    return text.replace("TAKEN", Integer.toString(port))
        .replace("NEXT", Integer.toString(port + 1));
  }

  private static Told inHome(Path root, Object... words) {
    System.setProperty("dateline.home", root.toString());
    try {
      return Told.by(words);
    } finally {
      System.clearProperty("dateline.home");
    }
  }

  private static FileChannel lock(Path demo) throws IOException {
    FileChannel channel = FileChannel.open(demo.resolve("run.lock"), StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  private static void newer(Path store) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
