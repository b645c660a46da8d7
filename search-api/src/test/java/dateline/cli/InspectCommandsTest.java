package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `parse`, `analyze` and `explain`.
final class InspectCommandsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void printsATreeAndACaretUnderEachProblem() {
    Told told =
        Told.by("parse", "--syntax", "lucene", "+title:trade -(a OR \"b c\") x", "pact^2").ended(0);

    assertEquals(
        """
        all of
          ranked headline:trade
          not
            any of
              ranked a
              "b c"
          ranked x pact

        articles with the word trade in the headline; with most of: x, pact; but not (with the word a or with the phrase “b c”)

        +title:trade -(a OR "b c") x pact^2
                                         ^
        The boost “^2” at character 34 is not offered: rare words count more by themselves. Remove it.
        Did you mean: +title:trade -(a OR "b c") x pact
        """,
        told.out());
  }

  @Test
  void printsTermsAndMarksThoseThatAQueryDrops() {
    Told told = Told.by("analyze", "--field", "headline_en", "--text", "The talks").ended(0);

    assertEquals(
        """
        headline_en
             0      0-3      the  *
             1      4-9      talk
        """,
        told.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parse --syntax sql a",
        "parse --nonsense 1 a",
        "analyze --field hedline --text a",
        "analyze --field body",
        "analyze --text a",
        "explain --index nowhere a"
      })
  void refusesWrongUsage(String words) {
    Told.by((Object[]) words.split(" ")).ended(2);
  }

  @Test
  void refusesATextThatIsTooLong() {
    Told told = Told.by("analyze", "--field", "body", "--text", "a".repeat(10_001)).ended(2);

    assertEquals(
        "dateline analyze: --text has 10001 characters; it may have 1 to 10000",
        told.err().lines().findFirst().orElseThrow());
  }

  @Test
  void printsWhatTheServerAnswers() throws Exception {
    Path home = folder.resolve("home");
    Path articles = GeneratedArticles.write(folder.resolve("made.jsonl"), 0, 30, 1);
    Told.by("index", "--source", articles, "--index", home).ended(0);
    Told found = Told.by("search", "--index", home, "--limit", "1", "trade", "summit").ended(0);
    var printed = Pattern.compile("\\[([^\\]]+)\\]").matcher(found.out());
    String id = printed.results().findFirst().orElseThrow().group(1);

    try (var server = IndexedHome.at(home).serve();
        var client = HttpClient.newHttpClient()) {
      for (List<Object> pair :
          List.<List<Object>>of(
              List.of(
                  "explain?q=trade+summit&id=" + id,
                  Told.by(
                      "explain",
                      "--index",
                      home,
                      "--id",
                      id,
                      "--format",
                      "json",
                      "trade",
                      "summit")),
              List.of("parse?q=a+OR", Told.by("parse", "--format", "json", "a", "OR")),
              List.of(
                  "analyze?field=body&text=a&lang=de",
                  Told.by(
                      "analyze",
                      "--field",
                      "body",
                      "--text",
                      "a",
                      "--lang",
                      "de",
                      "--format",
                      "json")))) {
        URI address = server.address().resolve("/api/v1/" + pair.getFirst());
        String answered =
            client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
        Told told = ((Told) pair.getLast()).ended(0);

        assertEquals(answered + System.lineSeparator(), told.out());
      }
    }
    Told explained = Told.by("explain", "--index", home, "--id", id, "trade", "summit").ended(0);
    assertEquals(
        "The article matches; its score is",
        explained.out().substring(0, "The article matches; its score is".length()));
    Told failed =
        Told.by("explain", "--index", home, "--id", id, "trade", "--source", "nobody").ended(0);
    assertEquals(
        List.of(
            "The article does not match: “source” is none of nobody.",
            "It is found without the source nobody, among 30 articles."),
        failed.out().lines().toList());
    Told.by("explain", "--index", home, "--id", "nobody", "trade").ended(1);
  }
}
