package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import dateline.search.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a publisher does not let be shown stays inside, whichever door is asked. Words that start
/// with `zq` stand in withheld text alone, in all four stories.
final class WithheldTextTest {
  private static final String SECRET = "zq";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Server server;

  /// The link was full text in its first version, and so was the snippet.
  @BeforeAll
  static void index() throws Exception {
    String before =
        """
        {"id": "link", "source": "Wire", "headline": "Harbour talks end", "body": "zqold harbour treaty. Zqfirst was said."}
        {"id": "snippet", "source": "Wire", "headline": "Harbour talks go on", "body": "%s Zqolder harbour treaty."}
        """
            .formatted(beginning());
    String after =
        """
        {"id": "link", "source": "Wire", "headline": "Harbour talks end", "subhead": "Zqsub", "lead": "Zqlead in Japan.", "body": "The harbour treaty of zqport and Japan was signed by Zqname. Shinzo Abe said zqword to Japan.", "url": "https://example.org/link", "rights": "link only", "content_html": "<p>zqhtml</p>", "published": "1987-03-02"}
        {"id": "snippet", "source": "Wire", "headline": "Harbour talks go on", "body": "%s Zqlast harbour treaty of Japan with zqport.", "rights": "Snippet", "url": "javascript:alert(1)", "published": "1987-03-03"}
        {"id": "open", "source": "Wire", "headline": "Harbour talks begin", "body": "The harbour treaty of zqport with Japan was begun by Shinzo Abe.", "published": "1987-03-01", "rights": "© 1987 Wire"}
        {"id": "nameless", "source": "Wire", "body": "Zqnameless harbour treaty of Japan.", "rights": "link"}
        """
            .formatted(beginning());
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(Files.writeString(folder.resolve("1.jsonl"), before + others()));
    home.index(Files.writeString(folder.resolve("2.jsonl"), after));
    server = home.serve();
  }

  /// So many that what the four have in common is rare.
  private static String others() {
    return IntStream.range(0, 20)
        .mapToObj(number ->
            "{\"id\": \"other-%d\", \"headline\": \"Budget debate %d\", \"body\": \"Parliament debated the budget.\"}%n"
                .formatted(number, number))
        .collect(Collectors.joining());
  }

  private static String beginning() {
    return "The harbour treaty was discussed again. ".repeat(10);
  }

  @AfterAll
  static void close() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/link",
        "/a/link?names=off",
        "/a/link?version=1",
        "/a/link?version=2",
        "/a/link?version=2&changes=off",
        "/a/snippet",
        "/a/snippet?version=1",
        "/a/snippet?version=2",
        "/a/nameless",
        "/api/v1/articles/link",
        "/api/v1/articles/snippet",
        "/api/v1/articles/nameless",
        "/api/v1/articles?id=link&id=snippet&id=nameless",
        "/api/v1/articles/link/versions",
        "/api/v1/articles/link/versions/1",
        "/api/v1/articles/link/versions/2",
        "/api/v1/articles/snippet/versions",
        "/api/v1/articles/snippet/versions/1",
        "/api/v1/articles/snippet/versions/2",
        "/api/v1/articles/link/similar?limit=20",
        "/api/v1/articles/open/similar?limit=20",
        "/api/v1/explain?q=harbour+treaty+Japan&id=link",
        "/api/v1/explain?q=person:any+OR+harbour&id=link",
        "/api/v1/explain?q=nothing&id=snippet",
        "/api/v1/search?q=harbour+-begun+-discussed&snippets=10",
        "/api/v1/search?q=place:Japan+-begun+-discussed&snippets=10",
        "/search?q=harbour+-begun+-discussed",
        "/place/JP",
        "/person/shinzo-abe",
        "/api/v1/entities/place/JP",
        "/api/v1/entities/person/shinzo-abe"
      })
  void noDoorLetsItOut(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertEquals(200, answer.statusCode(), answer.body());
    assertFalse(answer.body().toLowerCase(Locale.ROOT).contains(SECRET), answer.body());
  }

  @ParameterizedTest
  @CsvSource({"table, harbour", "json, harbour", "table, place:Japan", "json, place:Japan"})
  void neitherDoesTheCommandLine(String format, String query) {
    Path home = folder.resolve("home");

    Told found =
        Told.by(
                "search",
                "--index",
                home,
                "--format",
                format,
                "--snippets",
                "10",
                query,
                "-begun",
                "-discussed")
            .ended(0);
    Told explained = Told.by("explain", "--index", home, "--id", "link", query).ended(0);

    assertTrue(found.out().contains("Harbour talks end"), found::toString);
    assertFalse(found.out().toLowerCase(Locale.ROOT).contains(SECRET), found::toString);
    assertFalse(explained.out().toLowerCase(Locale.ROOT).contains(SECRET), explained::toString);
  }

  /// A search reads it all the same.
  @ParameterizedTest
  @CsvSource({"zqword, link", "zqsub, link", "zqlast, snippet", "zqnameless, nameless"})
  void itIsFoundByWhatIsNotShown(String word, String id) throws Exception {
    JsonNode answer = json("/api/v1/search?q=" + word);

    assertEquals(1, answer.get("hits").size());
    assertEquals(id, answer.get("hits").get(0).get("id").asString());
  }

  @Test
  void aLinkTellsWhereTheOriginalIs() throws Exception {
    JsonNode article = json("/api/v1/articles/link");
    String page = get("/a/link").body();

    assertEquals("link", article.get("rights").asString());
    assertEquals("", article.get("body").asString());
    assertEquals("https://example.org/link", article.get("source_url").asString());
    assertEquals("{\"rights\":\"link only\"}", article.get("details").toString());
    assertEquals("shinzo-abe", article.get("people").get(0).get("id").asString());
    assertEquals(0, article.get("people").get(0).get("mentions").size());
    assertTrue(page.contains("The text of this article may not be shown here."), page);
    assertTrue(page.contains("<a href=\"https://example.org/link\""), page);
    assertEquals(0, json("/api/v1/search?q=zqword").get("hits").get(0).get("snippets").size());
  }

  @Test
  void aSnippetHasItsBeginningAndAFewQuotations() throws Exception {
    JsonNode article = json("/api/v1/articles/snippet");
    JsonNode hit = json("/api/v1/search?q=discussed&snippets=10").get("hits").get(0);
    String page = get("/a/snippet").body();

    assertEquals("snippet", article.get("rights").asString());
    assertEquals(
        "The harbour treaty was discussed again. ".repeat(8).strip() + " …",
        article.get("body").asString());
    assertEquals(3, hit.get("snippets").size());
    assertTrue(page.contains("Only the beginning of this article may be shown here."), page);
    assertFalse(page.contains("javascript:"), page);
  }

  @Test
  void anEarlierVersionShowsNoMoreThanTheCurrentOne() throws Exception {
    JsonNode first = json("/api/v1/articles/link/versions/1");
    JsonNode second = json("/api/v1/articles/link/versions/2");

    assertEquals("link", first.get("article").get("rights").asString());
    assertEquals("", first.get("article").get("body").asString());
    assertEquals("[]", second.get("difference").toString());
    assertEquals(
        "[\"subhead\",\"lead\",\"body\",\"published\",\"source_url\"]",
        second.get("version").get("changed").get("fields").toString());
  }

  @Test
  void similarArticlesTellNoWordsOfIt() throws Exception {
    JsonNode similar = json("/api/v1/articles/open/similar?limit=20").get("articles");

    assertEquals(
        List.of("link []", "snippet []"),
        similar
            .valueStream()
            .map(each -> each.get("id").asString() + " " + each.get("shared").get("words"))
            .sorted()
            .toList());
  }

  @Test
  void aStatementIsShownWithTheWholeText() throws Exception {
    JsonNode article = json("/api/v1/articles/open");
    String page = get("/a/open").body();

    assertEquals("full", article.get("rights").asString());
    assertTrue(article.get("body").asString().contains("zqport"));
    assertTrue(page.contains("<p class=\"hint rights\">Rights: © 1987 Wire</p>"), page);
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(get(path).body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      URI address = server.address().resolve(path);
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }
}
