package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.measure.Measures;
import dateline.corpus.measure.Qrels;
import dateline.corpus.measure.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvalCommandTest {
  /// More than two pages of a list.
  private static final int PACTS = 250;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path files;

  @BeforeAll
  static void index() throws IOException {
    var lines = new StringBuilder();
    IntStream.range(0, PACTS)
        .forEach(i ->
            lines.append(
                "{\"id\":\"pact-%d\",\"headline\":\"Pact %d\",\"body\":\"A pact was signed.\"}\n"
                    .formatted(i, i)));
    lines.append(
        "{\"id\":\"quake\",\"headline\":\"Earthquake\",\"body\":\"It shook the town.\"}\n");
    lines.append("{\"id\":\"town\",\"headline\":\"Town fair\",\"body\":\"The town met.\"}\n");
    Path source = Files.writeString(folder.resolve("made.jsonl"), lines);
    Told.by("index", "--workers", "1", "--source", source, "--index", home()).ended(0);
  }

  @Test
  void printsTheLowestFirst() throws IOException {
    Path topics =
        write("topics.tsv", "1\tearthquake\n2\ttown (fair\n3\tvolcano: \"eruption\n4\tfair\n");
    Path qrels =
        write("qrels.txt", "1 0 quake 2\n2 0 quake 1\n2 0 town 1\n3 0 quake 1\n9 0 town 1\n");

    Told told =
        Told.by("eval", "--index", home(), "--topics", topics, "--qrels", qrels, "--match", "any")
            .ended(0);

    assertEquals(
        """
        topic    query                                           found  nDCG@10     MRR   R@100
        3        volcano: "eruption                                  0   0.0000  0.0000  0.0000
        9        (not asked)                                         0   0.0000  0.0000  0.0000
        1        earthquake                                          1   1.0000  1.0000  1.0000
        2        town (fair                                          2   1.0000  1.0000  1.0000
        4        fair                                                1        -       -       -
        mean     of 4 judged topics                                      0.5000  0.5000  0.5000
        """,
        told.out());
    assertEquals("1 judged topic not in " + topics + "; each counts 0\n", told.err());
  }

  @Test
  void writesARunOfManyPages() throws IOException {
    Path topics = write("topics.tsv", "7\tpact\n");
    Path run = files.resolve("run.trec");

    Told told = Told.by("eval", "--index", home(), "--topics", topics, "--run-out", run).ended(0);

    List<String> found = Run.read(run).ranked().getOrDefault("7", List.of());
    assertEquals(PACTS, found.size());
    assertEquals(PACTS, found.stream().distinct().count());
    assertTrue(told.out().contains("pact"), told::toString);
    assertEquals("wrote " + run + "\n", told.err());
    Told.by("eval", "--index", home(), "--topics", topics, "--run-out", run, "--limit", "101")
        .ended(0);
    assertEquals(found.subList(0, 101), Run.read(run).ranked().getOrDefault("7", List.of()));
  }

  @Test
  void comparesWithABaselineOfTheSameArticles() throws IOException {
    Path topics = write("topics.tsv", "1\tearthquake\n2\ttown fair\n");
    Path qrels = write("qrels.txt", "1 0 quake 1\n2 0 town 1\n");
    Path run = files.resolve("bm25.trec");

    Told.by(
            "eval",
            "--index",
            home(),
            "--topics",
            topics,
            "--ranking",
            "bm25-baseline",
            "--run-out",
            run)
        .ended(0);
    Told told =
        Told.by("eval", "--index", home(), "--topics", topics, "--qrels", qrels, "--baseline", run)
            .ended(0);

    // the baseline has one field: "town" and "fair" are found in headline and body alike
    assertEquals(
        Map.of("1", List.of("quake"), "2", List.of("town", "quake")), Run.read(run).ranked());
    assertTrue(
        told.out()
            .endsWith(
                """

                              run baseline    times        p
                ndcg10     1.0000   1.0000    1.000   1.0000
                map        1.0000   1.0000    1.000   1.0000
                mrr        1.0000   1.0000    1.000   1.0000
                """),
        told::toString);
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                Told.by(
                        "eval",
                        "--index",
                        home(),
                        "--topics",
                        topics,
                        "--qrels",
                        qrels,
                        "--baseline",
                        run,
                        "--format",
                        "json")
                    .ended(0)
                    .out());
    assertEquals(1, json.at("/baseline/ndcg10/baseline").doubleValue());
    assertEquals(1, json.at("/baseline/mrr/p").doubleValue());
  }

  @Test
  void comparesNothingWithoutJudgments() throws IOException {
    Path topics = write("topics.tsv", "1\tearthquake\n");
    Path run = write("other.trec", "1 Q0 quake 1 1 other\n");

    Told told = Told.by("eval", "--index", home(), "--topics", topics, "--baseline", run).ended(2);

    assertTrue(
        told.err().contains("--baseline compares judged answers: give --qrels too."),
        told::toString);
    assertTrue(
        Told.by("eval", "--index", home(), "--topics", topics, "--ranking", "best")
            .ended(2)
            .err()
            .contains("'best' is not one of default, bm25-baseline"));
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    Path topics = write("topics.tsv", "1\ttown\n");
    Path qrels = write("qrels.txt", "1 0 quake 1\n");
    Path run = files.resolve("run.trec");

    Told told =
        Told.by(
                "eval",
                "--index",
                home(),
                "--topics",
                topics,
                "--qrels",
                qrels,
                "--run-out",
                run,
                "--format",
                "json")
            .ended(0);

    JsonNode json = JsonMapper.shared().readTree(told.out());
    Measures expected = Measures.mean(Measures.of(Qrels.read(qrels), Run.read(run)).values());
    assertEquals("1", json.at("/topics/0/topic").stringValue());
    assertEquals("town", json.at("/topics/0/query").stringValue());
    assertEquals(2, json.at("/topics/0/found").intValue());
    assertEquals(expected.ndcg10(), json.at("/topics/0/measures/ndcg10").doubleValue());
    assertEquals(expected.reciprocalRank(), json.at("/mean/mrr").doubleValue());
    assertEquals(expected.recall100(), json.at("/mean/r100").doubleValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --topics gone.tsv                     | there is no file FOLDER/gone.tsv. Check its spelling.
          --topics topics.tsv --qrels gone.txt  | there is no file FOLDER/gone.txt. Check its spelling.
          --topics qrels.txt                    | FOLDER/qrels.txt:1: expected a number without spaces, a tab and a query
          --topics topics.tsv --qrels topics.tsv| FOLDER/topics.tsv:1: expected 4 columns (topic, 0, article, grade), found 2
          --topics topics.tsv --qrels qrels.txt | FOLDER/qrels.txt judges none of the topics in FOLDER/topics.tsv: it has 11, 12, 13, …, the topics are 1, 2. Are they of one collection?
          --topics topics.tsv --qrels zero.txt  | FOLDER/zero.txt knows no answer to any topic: no grade is above 0.
          --topics topics.tsv --run-out gone/r.trec | cannot write the run FOLDER/gone/r.trec: its folder is not there. Name a file in a folder that is.
          --topics topics.tsv --index gone      | there is no folder FOLDER/gone. Make an index first: dateline index --source FOLDER --index FOLDER/gone
          """)
  void saysInOneSentenceWhatIsWrong(String options, String message) throws IOException {
    write("topics.tsv", "1\ttown\n2\tfair\n");
    write("qrels.txt", "11 0 a 1\n12 0 a 1\n13 0 a 1\n14 0 a 1\n");
    write("zero.txt", "1 0 a 0\n");
    var words = new ArrayList<Object>(List.of("eval"));
    for (String word : options.split(" +")) {
      words.add(word.contains(".") || word.equals("gone") ? files.resolve(word) : word);
    }
    if (!options.contains("--index")) {
      words.addAll(List.of("--index", home()));
    }

    Told told = Told.by(words.toArray()).ended(1);

    assertEquals("", told.out());
    assertEquals(
        "dateline: "
            + message
                .replace("--source FOLDER", "--source \0")
                .replace("FOLDER", files.toString())
                .replace("\0", "FOLDER")
            + "\n",
        told.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --limit 0     | --limit 0 is not between 1 and 10000.
          --limit 10001 | --limit 10001 is not between 1 and 10000.
          --match most  | Invalid value for option '--match': 'most' is not one of auto, any, all
          """)
  void refusesAWrongOption(String option, String message) throws IOException {
    Path topics = write("topics.tsv", "1\ttown\n");
    String[] words = option.split(" ");

    Told told = Told.by("eval", "--index", home(), "--topics", topics, words[0], words[1]).ended(2);

    assertEquals("dateline eval: " + message + "\nTry 'dateline eval --help'.\n", told.err());
  }

  private static Path home() {
    return folder.resolve("home");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content);
  }
}
