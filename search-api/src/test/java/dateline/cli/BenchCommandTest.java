package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BenchCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void printsATableOfBothSides() throws IOException {
    Told told = bench("table").ended(0);

    assertEquals(
        """
        N invented articles (seed N), N MB of text, N threads index
        baseline: plain Lucene, one field, English chain, BMN, top N, no facets, no snippets

        indexing Dateline baseline ratio
        articles a second N N N
        MB of text a second N N N
        index, MB for each MB of text N N N
        peak heap, MB N N N
        heap of the open index, MB N N N

        one frequent word, N thread, N searches each
        pN, µs N N N
        pN, µs N N N
        pN, µs N N N
        searches a second N N N

        two to four words, N thread, N searches each
        pN, µs N N N
        pN, µs N N N
        pN, µs N N N
        searches a second N N N

        phrase or AND; filter, facets, N thread, N searches each
        pN, µs N N N
        pN, µs N N N
        pN, µs N N N
        searches a second N N N

        one article in N changed night all anew ratio
        seconds N N N
        MB written N N N
        """,
        told.out()
            .replaceAll("(?s)\\R+peak resident memory.*", "\n")
            .replaceAll("[0-9]+([,.][0-9]+)*|NaN", "N")
            .replaceAll(" +", " ")
            .replaceAll("(?m)^ ", ""));
    assertTrue(Files.exists(folder.resolve("kept/home/CURRENT")));
  }

  @Test
  void printsTheSameForPrograms() throws IOException {
    JsonNode report = JsonMapper.shared().readTree(bench("json").ended(0).out());

    assertEquals(100, report.get("articles").intValue());
    assertEquals(1, report.at("/night/changed").intValue());
    assertTrue(report.at("/night/written_bytes").longValue() > 0, report::toString);
    assertEquals(
        List.of("word 1", "words 1", "faceted 1"),
        report
            .get("searches")
            .valueStream()
            .map(row -> row.get("kind").stringValue() + " " + row.get("threads").intValue())
            .toList());
    for (JsonNode row : report.get("searches")) {
      assertTrue(row.get("dateline").get("hits_per_search").doubleValue() > 0, row::toString);
      assertTrue(row.get("baseline").get("hits_per_search").doubleValue() > 0, row::toString);
    }
  }

  private Told bench(String format) {
    return Told.by(
        "bench",
        "--articles",
        "100",
        "--seconds",
        "1",
        "--threads",
        "1",
        "--format",
        format,
        "--keep",
        folder.resolve("kept"));
  }
}
