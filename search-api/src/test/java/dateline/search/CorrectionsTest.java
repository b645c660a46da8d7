package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.search.lucene.LuceneEngine;
import dateline.search.page.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each story of the sample archive that a later version corrects says so, and shows what changed.
final class CorrectionsTest {
  private static final Path LIST =
      Path.of(System.getProperty("dateline.root"), "corpus", "judgments", "corrections.tsv");

  /// The word that was wrong, and the one that is right.
  private static final Map<String, List<String>> CORRECTED =
      Map.of(
          "1966-07-30-world-cup-final", List.of("second", "third"),
          "1987-12-08-inf-treaty-signed", List.of("miles", "kilometers"),
          "1994-11-15-apec-bogor-goals", List.of("2015", "2020"),
          "2004-10-08-maathai-nobel-peace", List.of("1987", "1977"),
          "2016-02-11-gravitational-waves-ligo", List.of("million", "billion"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Server server;

  @BeforeAll
  static void index() throws Exception {
    IndexedHome home = IndexedHome.at(folder);
    home.index(IndexedHome.sampleArticles());
    engine = home.open();
    server = home.serve();
  }

  @AfterAll
  static void close() throws Exception {
    if (server != null) {
      server.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  static List<String> listed() throws IOException {
    return Files.readAllLines(LIST);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void isShownAtItsStory(String id) throws Exception {
    JsonNode article = json("/api/v1/articles/" + id);
    String note = article.get("details").get("correction").asString();
    JsonNode versions = json("/api/v1/articles/" + id + "/versions").get("versions");
    JsonNode second = json("/api/v1/articles/" + id + "/versions/2");
    String page = get(Addresses.article(new ArticleId(id)));
    String marked = get("/a/" + id + "?version=2");
    String first = get("/a/" + id + "?version=1");

    assertTrue(note.length() > 40, note);
    assertEquals(2, versions.size());
    assertEquals(
        List.of(true, note),
        List.of(
            versions.get(1).get("current").asBoolean(),
            versions.get(1).get("correction").asString()));
    String escaped = note.replace("&", "&amp;").replace("<", "&lt;");
    assertEquals(2, occurrences(escaped, page), "above the story, and in the list of versions");
    assertTrue(page.contains("href=\"/a/" + id + "?version=1\""), page);
    List<String> words = CORRECTED.getOrDefault(id, List.of());
    assertTrue(changes(second, "delete").contains(words.getFirst()), second::toString);
    assertTrue(changes(second, "insert").contains(words.getLast()), second::toString);
    assertTrue(marked.contains("<ins>") && marked.contains("<del>"), marked);
    assertTrue(first.contains("This is an earlier version, 1 of 2."), first);
    assertTrue(first.contains("<meta name=\"robots\" content=\"noindex\">"), first);
    assertEquals(1, occurrences(escaped, first), "only in the list of versions");
  }

  /// No other story has two versions, and the one that was withdrawn has none.
  @Test
  void noOtherStoryChanged() throws IOException {
    var stories = new TreeSet<String>();
    var withdrawn = new TreeSet<String>();
    try (Stream<Path> files = Files.list(IndexedHome.sampleArticles())) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode story = JsonMapper.shared().readTree(line);
          (story.has("status") ? withdrawn : stories).add(story.get("id").asString());
        }
      }
    }
    stories.removeAll(withdrawn);
    var changed = new TreeSet<String>();
    for (String id : stories) {
      int versions = engine.versions(new ArticleId(id)).size();
      assertTrue(versions >= 1, id);
      if (versions > 1) {
        changed.add(id);
      }
    }

    assertEquals(new TreeSet<>(CORRECTED.keySet()), changed);
    assertEquals(CORRECTED.keySet(), Set.copyOf(listed()));
    assertEquals(1, withdrawn.size());
    assertEquals(List.of(), engine.versions(new ArticleId(withdrawn.first())));
  }

  private static String changes(JsonNode version, String kind) {
    return version
        .get("difference")
        .valueStream()
        .flatMap(difference -> difference.get("runs").valueStream())
        .filter(run -> run.get("op").asString().equals(kind))
        .map(run -> run.get("text").asString())
        .collect(Collectors.joining(" "));
  }

  private static int occurrences(String of, String in) {
    return in.split(Pattern.quote(of), -1).length - 1;
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(get(path));
  }

  private static String get(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      URI address = server.address().resolve(path);
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }
}
