package dateline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dateline.search.Server;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rome and feedparser read every feed.
final class FeedLibraryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @ParameterizedTest
  @CsvSource({"atom, atom_1.0", "rss, rss_2.0"})
  void readsIt(String suffix, String type) throws Exception {
    try (Server server = SampleServer.start(folder.resolve("home"))) {
      for (String search : new String[] {"", "?q=security", "?q=zzyzzyva"}) {
        SyndFeed feed = read(server.address().resolve("/api/v1/search." + suffix + search));

        assertEquals(type, feed.getFeedType());
        assertFalse(feed.getTitle().isBlank());
        assertEquals(search.contains("zzyzzyva"), feed.getEntries().isEmpty());
        for (SyndEntry entry : feed.getEntries()) {
          assertFalse(entry.getUri().isBlank());
          assertNotNull(entry.getPublishedDate());
          assertFalse(entry.getLink().isBlank());
        }
      }
    }
  }

  /// No library reads JSON Feed here: what version 1.1 asks for is checked by hand.
  @Test
  void aJsonFeedHasWhatItsFormatAsksFor() throws Exception {
    try (Server server = SampleServer.start(folder.resolve("home"))) {
      JsonNode feed;
      try (var in = server.address().resolve("/api/v1/search.feed.json").toURL().openStream()) {
        feed = JsonMapper.shared().readTree(in);
      }
      assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asString());
      assertFalse(feed.get("title").asString().isBlank());
      assertEquals(50, feed.get("items").size());
      for (JsonNode item : feed.get("items")) {
        assertFalse(item.get("id").asString().isBlank());
        assertFalse(item.has("content_html") == item.has("content_text"), item::toString);
      }
    }
  }

  /// By Python's feedparser, which takes a feed for `bozo` that is not well made.
  @ParameterizedTest
  @CsvSource({"atom, atom10", "rss, rss20"})
  void feedparserReadsIt(String suffix, String version) throws Exception {
    assumeTrue(
        run("import feedparser").equals(""),
        "python3 has no feedparser; Debian's python3-feedparser brings it");
    try (Server server = SampleServer.start(folder.resolve("home"))) {
      for (String search : new String[] {"", "?q=security", "?q=zzyzzyva"}) {
        URI address = server.address().resolve("/api/v1/search." + suffix + search);

        String told =
            run(
                "import feedparser\n"
                    + "f = feedparser.parse('%s')\n".formatted(address)
                    + "print(f.version, f.bozo, len(f.entries) > 0, len(f.feed.title) > 0,"
                    + " all(e.id and e.link and e.published_parsed for e in f.entries))");

        String found = search.contains("zzyzzyva") ? "False" : "True";
        assertEquals(version + " False " + found + " True True", told.strip(), search);
      }
    }
  }

  /// What a Python script prints, errors included.
  private static String run(String script) throws Exception {
    Process process = new ProcessBuilder("python3", "-c", script).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return told;
  }

  private static SyndFeed read(URI address) throws Exception {
    try (var in = new InputStreamReader(address.toURL().openStream(), StandardCharsets.UTF_8)) {
      return new SyndFeedInput().build(in);
    }
  }
}
