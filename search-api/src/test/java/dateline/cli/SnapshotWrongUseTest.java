package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.GeneratedArticles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong uses of `snapshot`: each is answered by one clear sentence with the remedy, and by the
/// right exit code. `~` stands for the folder of [#prepare].
final class SnapshotWrongUseTest {
  private static final long SEED = 20_261_123;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    Path good = GeneratedArticles.write(folder.resolve("good.jsonl"), 0, 3, SEED);
    Told.by("index", "-q", "--source", good, "--index", folder.resolve("home")).ended(0);
    Told.by(
            "snapshot",
            "create",
            "-q",
            "--index",
            folder.resolve("home"),
            "--to",
            folder.resolve("shelf"))
        .ended(0);
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(Files.createDirectory(folder.resolve("thesis")).resolve("draft.txt"), "mine");
    Files.writeString(
        Files.createDirectory(folder.resolve("new.restoring")).resolve("draft.txt"), "mine");
    Files.createDirectory(folder.resolve("lost.replaced"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          snapshot                                       | 2 | dateline snapshot: say what to do: create, list, restore or drill
          snapshot take                                  | 2 | dateline snapshot: there is no command 'take'.
          snapshot create                                | 2 | dateline snapshot create: Missing required options: '--index=DIR', '--to=DIR'
          snapshot create --index ~/home                 | 2 | dateline snapshot create: Missing required option: '--to=DIR'
          snapshot create --index ~/home --to ''         | 2 | dateline snapshot create: --to is empty; name a folder
          snapshot create --index ~/home --too ~/shelf   | 2 | dateline snapshot create: there is no option '--too'. Did you mean '--to'?
          snapshot create --index ~/nothing --to ~/shelf | 1 | dateline: there is no folder ~/nothing. Make an index first: dateline index --source FOLDER --index ~/nothing
          snapshot create --index ~/lost --to ~/shelf    | 1 | dateline: there is no folder ~/lost: a restore into it was killed, and the old one is ~/lost.replaced.
          snapshot create --index ~/empty --to ~/shelf   | 1 | dateline: no index in ~/empty, so there is nothing to take a snapshot of. Make one first: dateline index --source FOLDER --index ~/empty
          snapshot create --index ~/home --to ~/home/snapshots | 1 | dateline: cannot take a snapshot of ~/home to ~/home/snapshots: it would lie in the home and be lost with it. Name a folder elsewhere, best on another disk.
          snapshot create --index ~/home --to ~/good.jsonl | 1 | dateline: cannot take a snapshot to ~/good.jsonl: it is a file. Name a folder.
          snapshot list                                  | 2 | dateline snapshot list: Missing required option: '--in=DIR'
          snapshot list --in ~/nothing                   | 1 | dateline: there is no folder ~/nothing. Name the one that dateline snapshot create --to was given.
          snapshot restore ~/shelf                       | 2 | dateline snapshot restore: Missing required option: '--index=DIR'
          snapshot restore --index ~/new                 | 2 | dateline snapshot restore: Missing required parameter: 'SNAPSHOT'
          snapshot restore ~/shelf --index ''            | 2 | dateline snapshot restore: --index is empty; name a folder
          snapshot restore ~/shelf --index ~/home        | 1 | dateline: cannot restore into ~/home: it is not empty. Name a new folder, or replace what is there: --replace
          snapshot restore ~/shelf --index ~/thesis --replace | 1 | dateline: cannot restore into ~/thesis: it holds other files than an archive. Name a new folder.
          snapshot restore ~/shelf --index ~/good.jsonl  | 1 | dateline: cannot restore into ~/good.jsonl: it is a file. Name a folder.
          snapshot restore ~/shelf --index /             | 1 | dateline: cannot restore into /. Name a folder below it.
          snapshot restore ~/shelf --index ~/new         | 1 | dateline: ~/new.restoring is in the way, and no killed command has left it. Remove it, or name it otherwise.
          snapshot restore ~/nothing --index ~/other     | 1 | dateline: there is no snapshot ~/nothing. Name its folder; dateline snapshot list --in FOLDER names those in one.
          snapshot restore 2026 --in ~/shelf --index ~/other | 1 | dateline: there is no snapshot ~/shelf/2026. Name its folder; dateline snapshot list --in FOLDER names those in one.
          snapshot restore ~/empty --index ~/other       | 1 | dateline: there is no snapshot in ~/empty. Take one: dateline snapshot create --index HOME --to ~/empty
          snapshot drill                                 | 2 | dateline snapshot drill: Missing required parameter: 'SNAPSHOT'
          """)
  void isAnswered(String typed, int exit, String sentence) throws Exception {
    Object[] words =
        Arrays.stream(typed.split(" +"))
            .map(word -> word.equals("''") ? "" : word.replace("~", folder.toString()))
            .toArray();

    Told told = Told.by(words).ended(exit);

    String real = folder.toRealPath().toString();
    String err = told.err().replace(real, "~").replace(folder.toString(), "~");
    assertEquals(
        sentence, RestoreWhileServingTest.withoutProgress(err).lines().findFirst().orElse(""));
    assertEquals("", told.out());
  }
}
