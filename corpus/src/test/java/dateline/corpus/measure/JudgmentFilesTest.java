package dateline.corpus.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgmentFilesTest {
  @TempDir Path folder;

  @Test
  void readsTopics() throws IOException {
    Path file = write("\uFEFF# number, query\n2\ttrade  pact \n\n10\t\"a, b\" #c\r\n");

    assertEquals(
        List.of(Map.entry("2", "trade  pact"), Map.entry("10", "\"a, b\" #c")),
        List.copyOf(Topics.read(file).queries().entrySet()));
  }

  @Test
  void readsQrels() throws IOException {
    Qrels qrels = Qrels.read(write("1 0 a 2\n1\t0\tb\t0\n2 0 a -1\n1 0 a 2\n"));

    assertEquals(Map.of("1", Map.of("a", 2, "b", 0), "2", Map.of("a", -1)), qrels.grades());
    assertEquals(Map.of("1", Map.of("a", 2, "b", 0)), qrels.answerable().grades());
  }

  /// Whatever the ranks say; 1.0000000001 is 1 in four bytes.
  @Test
  void readsARunByScoreAndThenById() throws IOException {
    Path file =
        write(
            """
            1 Q0 a 1 1 x
            1 Q0 c 2 1.0000000001 x
            1 Q0 b 3 1 x
            1 Q0 z 4 2e1 x
            1 Q0 a 5 0.5 x
            """);

    assertEquals(Map.of("1", List.of("z", "c", "b", "a")), Run.read(file).ranked());
  }

  @Test
  void readsWhatItWrites() throws IOException {
    var run = new Run(Map.of("7", List.of("b", "c", "a"), "8", List.of("x")));
    Path file = folder.resolve("run.trec");

    run.write(file, "dateline");

    assertEquals(run, Run.read(file));
    assertEquals(
        List.of(
            "7 Q0 a 3 1 dateline",
            "7 Q0 b 1 3 dateline",
            "7 Q0 c 2 2 dateline",
            "8 Q0 x 1 1 dateline"),
        Files.readAllLines(file).stream().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          topics | 1 trade                | :1: expected a number without spaces, a tab and a query
          topics | 1→trade¶a b→trade      | :2: expected a number without spaces, a tab and a query
          topics | 1→trade¶2→             | :2: expected a number without spaces, a tab and a query
          topics | 1→trade¶#¶¶1→pact      | :4: topic 1 comes twice
          topics | # nothing              | ' holds no topic: number, tab, query, one a line.'
          qrels  | 1 0 a 1¶1 0 a          | :2: expected 4 columns (topic, 0, article, grade), found 3
          qrels  | 1 0 a good             | :1: the grade 'good' is not a whole number
          qrels  | 1 0 a 1¶1 0 a 2        | :2: topic 1 judges article a twice, 1 and 2
          qrels  | ''                     | ' holds no judgment: topic, 0, article, grade, one a line.'
          run    | 1 Q0 a 1 x             | :1: expected 6 columns (topic, Q0, article, rank, score, name), found 5
          run    | 1 Q0 a 1 high x        | :1: the score 'high' is not a number
          """)
  void saysWhereAFileIsWrong(String kind, String content, String message) throws IOException {
    Path file = write(content.replace('¶', '\n').replace('→', '\t'));

    var wrong = assertThrows(JudgmentException.class, () -> read(kind, file));

    assertEquals(file + message, wrong.getMessage());
  }

  @Test
  void saysThatThereIsNoFile() {
    Path gone = folder.resolve("gone.tsv");

    assertEquals(
        "there is no file " + gone + ". Check its spelling.",
        assertThrows(JudgmentException.class, () -> Topics.read(gone)).getMessage());
    assertEquals(
        folder + " is a folder. Name a file.",
        assertThrows(JudgmentException.class, () -> Qrels.read(folder)).getMessage());
  }

  @Test
  void saysThatAFileIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("x"), new byte[] {'1', '\t', (byte) 0xE9, '\n'});

    assertEquals(
        file + " is not UTF-8, somewhere after line 0. Convert it with iconv.",
        assertThrows(JudgmentException.class, () -> Topics.read(file)).getMessage());
  }

  private static Object read(String kind, Path file) throws IOException {
    return switch (kind) {
      case "topics" -> Topics.read(file);
      case "qrels" -> Qrels.read(file);
      case "run" -> Run.read(file);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }
}
