package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path source;

  @BeforeEach
  void writeArticles() throws IOException {
    var lines = new StringBuilder();
    List<String> words = List.of("harvest", "rain", "field", "farmer", "silo");
    for (int i = 0; i < 40; i++) {
      boolean isGrain = i % 2 == 0;
      lines.append(
          """
          {"id": "%d", "headline": "%s", "body": "%s %s in the news of the day %s.", "topics": [%s], "judged": "yes"}
          """
              .formatted(
                  i,
                  isGrain ? "Wheat rose" : "Oil fell",
                  isGrain ? "Wheat and corn" : "Crude and petrol",
                  words.get(i % 5),
                  words.get(i % 3),
                  isGrain ? "\"grain\"" : i % 4 == 1 ? "\"crude\"" : ""));
    }
    source = Files.writeString(folder.resolve("labelled.jsonl"), lines);
  }

  @Test
  void measuresOnArticlesHeldBackAndWritesWhatItFound() throws IOException {
    Path found = folder.resolve("found.jsonl");

    Told told =
        Told.by(
                "train",
                "--source",
                source,
                "--labels",
                "topics",
                "--folds",
                "4",
                "--annotations-out",
                found)
            .ended(0);

    assertEquals(
        List.of(
            "30 articles with a say in issues",
            "held back: micro-F1 1.000 (precision 1.000, recall 1.000), macro-F1 1.000 over 2 labels"),
        told.out().lines().toList());
    List<String> lines = Files.readAllLines(found);
    assertEquals(30, lines.size());
    assertTrue(lines.contains("{\"id\":\"0\",\"issues\":[{\"id\":\"grain\"}]}"), lines::toString);
    assertTrue(lines.contains("{\"id\":\"1\",\"issues\":[{\"id\":\"crude\"}]}"), lines::toString);
  }

  @Test
  void countsArticlesWithoutALabelWhereACriterionIsGiven() {
    Told told =
        Told.by(
                "train",
                "--source",
                source,
                "--labels",
                "topics",
                "--where",
                "judged=yes",
                "--folds",
                "2")
            .ended(0);

    assertTrue(told.out().startsWith("40 articles with a say in issues"), told::toString);
  }

  @Test
  void givesAnArchiveItsOwnIssues() throws IOException {
    Path home = folder.resolve("home");
    Path map = Files.writeString(folder.resolve("map.tsv"), "# label id\nCrude\tmedtop:20000262\n");
    Told.by("train", "--source", source, "--labels", "topics", "--map", map, "--index", home)
        .ended(0);
    Path fresh =
        Files.writeString(
            folder.resolve("fresh.jsonl"),
            "{\"id\": \"n\", \"headline\": \"Wheat\", \"body\": \"Wheat and corn were sown.\"}");

    Told told = Told.by("annotate", "--source", fresh, "--index", home).ended(0);
    Told.by("index", "--source", fresh, "--index", home).ended(0);
    Told search = Told.by("search", "--index", home, "--format", "json", "wheat").ended(0);

    assertTrue(told.out().contains("{\"id\":\"grain\",\"label\":\"grain\""), told::toString);
    assertTrue(search.out().contains("\"issues\":[{\"id\":\"grain\""), search::toString);
  }

  /// What these articles are labelled with is where goods go to, not where the story was sent from.
  private Path writeTrade() throws IOException {
    var lines = new StringBuilder();
    List<String> words = List.of("Wheat", "Corn", "Rice", "Barley", "Oats");
    for (int i = 0; i < 40; i++) {
      boolean isSentFromTokyo = i % 2 == 0;
      lines.append(
          """
          {"id": "%d", "headline": "%s prices rise", "body": "%s, May 1 - %s rose. Much of it goes to %s.", "places": ["%s"]}
          """
              .formatted(
                  i,
                  words.get(i % 5),
                  isSentFromTokyo ? "TOKYO" : "PARIS",
                  words.get(i % 5),
                  isSentFromTokyo ? "France" : "Japan",
                  isSentFromTokyo ? "france" : "JP"));
    }
    lines.append(
        """
        {"id": "lost", "headline": "Oats", "body": "Oats sank.", "places": ["atlantis"]}
        """);
    return Files.writeString(folder.resolve("trade.jsonl"), lines);
  }

  @Test
  void measuresPlacesInTheWordsOfTheLabels() throws IOException {
    Path trade = writeTrade();
    Path found = folder.resolve("found.jsonl");

    Told told =
        Told.by(
                "train",
                "--source",
                trade,
                "--field",
                "places",
                "--labels",
                "places",
                "--folds",
                "4",
                "--annotations-out",
                found)
            .ended(0);

    assertEquals(
        List.of(
            "41 articles with a say in places",
            "held back: micro-F1 1.000 (precision 1.000, recall 1.000), macro-F1 1.000 over 2 labels"),
        told.out().lines().toList());
    assertTrue(
        told.err()
            .contains(
                "left out, since they name no country: atlantis (1); give their ISO codes in a file"
                    + " for --map"),
        told::toString);
    List<String> lines = Files.readAllLines(found);
    assertEquals(41, lines.size());
    assertTrue(
        lines.contains(
            "{\"id\":\"0\",\"places\":[{\"id\":\"france\",\"country\":\"france\",\"salient\":true}]}"),
        lines::toString);
    assertTrue(lines.contains("{\"id\":\"lost\",\"places\":[]}"), lines::toString);
  }

  @Test
  void givesAnArchiveItsOwnSenseOfWhatAStoryIsAbout() throws IOException {
    Path home = folder.resolve("home");
    Path fresh =
        Files.writeString(
            folder.resolve("fresh.jsonl"),
            """
            {"id": "n", "headline": "Rye prices rise", "body": "TOKYO, May 1 - Rye rose. Much of it goes to France."}
            """);
    Told shipped = Told.by("annotate", "--source", fresh).ended(0);

    Told learned =
        Told.by(
                "train",
                "--source",
                writeTrade(),
                "--field",
                "places",
                "--labels",
                "places",
                "--index",
                home)
            .ended(0);
    Told taught = Told.by("annotate", "--source", fresh, "--index", home).ended(0);
    Told.by("index", "--source", fresh, "--index", home).ended(0);
    Told search = Told.by("search", "--index", home, "--place", "FR", "rye").ended(0);
    Told none = Told.by("search", "--index", home, "--place", "JP", "rye").ended(0);

    assertTrue(learned.out().contains("learned 2 places for " + home), learned::toString);
    assertTrue(isSalient(shipped, "JP") && !isSalient(shipped, "FR"), shipped::toString);
    assertTrue(isSalient(taught, "FR") && !isSalient(taught, "JP"), taught::toString);
    assertTrue(search.out().contains("Rye prices rise"), search::toString);
    assertFalse(none.out().contains("Rye prices rise"), none::toString);
  }

  private static boolean isSalient(Told annotated, String country) {
    return Pattern.compile("\"country\":\"" + country + "\",\"salient\":true")
        .matcher(annotated.out())
        .find();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --labels topics --folds 2 --field people       | Invalid value for option '--field': expected one of [issues, places] (case-insensitive) but was 'people'
          --labels judged --folds 2 --field places       | there are 0 articles to learn from in the field "judged"; it takes at least 10. Check --labels and --where.
          --labels topics                                | give --folds to measure, --index to learn, or both
          --labels topics --folds 1                      | --folds is 1; possible are 2 to 20
          --labels topics --index x --annotations-out y  | --annotations-out needs --folds
          --labels topics --folds 2 --where judged       | --where is "judged"; it needs a field, = and a value
          --labels nothing --folds 2                     | there are 0 articles to learn from in the field "nothing"; it takes at least 10. Check --labels and --where.
          """)
  void saysWhatIsWrong(String options, String message) {
    Object[] words = ("train --source " + source + " " + options).split(" ");

    Told told = Told.by(words).ended(2);

    assertTrue(told.err().contains(message), told::toString);
  }

  @Test
  void namesTheLineOfAMapThatIsWrong() throws IOException {
    Path map = Files.writeString(folder.resolve("map.tsv"), "crude\toil\ngrain\n");

    Told told =
        Told.by("train", "--source", source, "--labels", "topics", "--map", map, "--folds", "2");

    assertTrue(
        told.err().contains(map + ":2: a line needs a label, a tab and an id, not \"grain\""),
        told::toString);
  }
}
