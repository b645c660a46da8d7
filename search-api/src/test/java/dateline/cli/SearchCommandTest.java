package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.GeneratedArticles;
import dateline.search.GroupedGeneration;
import dateline.search.IndexedHome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void printsTheJsonThatTheServerAnswers() throws Exception {
    Path home = folder.resolve("home");
    Path articles = GeneratedArticles.write(folder.resolve("made.jsonl"), 0, 30, 1);
    Told.by("index", "--source", articles, "--index", home).ended(0);
    String answered;
    try (var server = IndexedHome.at(home).serve();
        var client = HttpClient.newHttpClient()) {
      URI search = server.address().resolve("/api/v1/search?q=trade+summit&place=JP&sort=newest");
      answered =
          client.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString()).body();
    }

    Told told =
        Told.by(
                "search",
                "--index",
                home,
                "--format",
                "json",
                "trade",
                "summit",
                "--place",
                "JP",
                "--sort=newest")
            .ended(0);

    assertEquals(answered + System.lineSeparator(), told.out());
  }

  @Test
  void foldsNearIdenticalArticles() throws Exception {
    Path home = folder.resolve("home");
    Path articles = folder.resolve("three.jsonl");
    Files.writeString(
        articles,
        """
        {"id": "wire 1", "headline": "Storm hits the coast", "published": "1990-01-01"}
        {"id": "post", "headline": "Storm hits coast", "published": "1990-01-02"}
        {"id": "late", "headline": "Storm is over", "published": "1990-01-03"}
        """);
    Told.by("index", "--source", articles, "--index", home).ended(0);
    GroupedGeneration.publish(home, Map.of("wire 1", 1L, "post", 1L, "late", 0L));

    Told folded = Told.by("search", "--index", home, "storm", "--sort", "oldest").ended(0);
    Told copies =
        Told.by("search", "--index", home, "storm", "--collapse", "none", "--story", "wire 1")
            .ended(0);

    assertEquals(
        List.of(
            "3 articles, 2 after folding reprints",
            "",
            "Storm hits the coast",
            "  1990-01-01    [wire 1]",
            "  and 1 near-identical article: --collapse none --story 'wire 1'",
            "",
            "Storm is over"),
        folded.out().lines().limit(7).toList());
    assertEquals("2 articles", copies.out().lines().findFirst().orElse(""));
  }

  @Test
  void saysWhichPartFindsNothing() throws Exception {
    Path home = folder.resolve("home");
    Path articles = GeneratedArticles.write(folder.resolve("made.jsonl"), 0, 3, 1);
    Told.by("index", "--source", articles, "--index", home).ended(0);

    Told told =
        Told.by("search", "--index", home, "zebra", "said", "--match", "all", "--source=Nobody")
            .ended(0);

    assertEquals(
        List.of(
            "0 articles",
            "in no article: zebra",
            "without the word zebra and the source Nobody: 3 articles"),
        told.out().lines().limit(3).toList());
  }
}
