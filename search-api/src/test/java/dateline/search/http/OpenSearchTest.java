package dateline.search.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How browsers and other programs find out how to search here.
final class OpenSearchTest {
  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

  @SuppressWarnings("NullAway.Init") // opened before all
  private static TestClient client;

  @BeforeAll
  static void open() throws IOException {
    client = TestClient.open();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Test
  void everyTemplateOfTheDescriptionAnswers() throws Exception {
    HttpResponse<String> answer = client.get("/opensearch.xml");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document description =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)));
    NodeList urls = description.getElementsByTagNameNS(NAMESPACE, "Url");
    var types = new ArrayList<String>();
    for (int i = 0; i < urls.getLength(); i++) {
      var url = (Element) urls.item(i);
      types.add(url.getAttribute("type"));
      String path =
          url.getAttribute("template")
              .replaceFirst("^http://[^/]+", "")
              .replace("{searchTerms}", "trade%20japan")
              .replace("{startPage?}", i % 2 == 0 ? "" : "1");
      HttpResponse<String> found = client.get(path);
      assertEquals(200, found.statusCode(), path);
      assertTrue(
          found.headers().firstValue("Content-Type").orElse("").startsWith(types.getLast()), path);
    }

    assertEquals(
        List.of(
            "text/html",
            "application/atom+xml",
            "application/rss+xml",
            "application/x-suggestions+json",
            "application/opensearchdescription+xml"),
        types);
    String name =
        description.getElementsByTagNameNS(NAMESPACE, "ShortName").item(0).getTextContent();
    assertTrue(name.length() <= 16, name);
  }

  @Test
  void completesWhatIsTyped() throws Exception {
    JsonNode answer = JsonMapper.shared().readTree(client.get("/suggest.json?q=Ja").body());

    assertEquals("Ja", answer.get(0).asString());
    assertTrue(
        answer.get(1).valueStream().anyMatch(each -> each.asString().equals("Japan")),
        answer::toString);
    assertEquals("[\"\",[]]", client.get("/suggest.json").body().replaceAll("\\s", ""));
    assertEquals(400, client.get("/suggest.json?q=" + "a".repeat(5000)).statusCode());
  }

  @Test
  void pagesTellOfItAndResultsOfTheirFeed() throws Exception {
    for (String path : List.of("/", "/search?q=trade", "/a/plain", "/compare", "/nothing")) {
      assertTrue(
          client
              .get(path)
              .body()
              .contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\""),
          path);
    }
    String results = client.get("/search?q=trade&place=JP&page=1").body();
    MatchResult feed =
        Pattern.compile(
                "<link rel=\"alternate\" type=\"application/atom\\+xml\"[^>]* href=\"([^\"]+)\"")
            .matcher(results)
            .results()
            .findFirst()
            .orElseThrow();
    String address = feed.group(1).replace("&amp;", "&");
    assertTrue(address.contains("q=trade") && address.contains("place=JP"), address);
    assertEquals(200, client.get(address).statusCode());
  }

  /// Robots are kept from the endless space of searches.
  @Test
  void linksToOtherStatesOfASearchAreNotFollowed() throws Exception {
    String page = client.get("/search?q=trade&person=").body();
    List<String> followed =
        Pattern.compile("<a [^>]*href=\"(/search[^\"]*|/api[^\"]*)\"[^>]*>")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .filter(link ->
                link.contains("sort=")
                    || link.contains("page=")
                    || link.contains(".csv")
                    || link.contains(".not="))
            .filter(link -> !link.contains("nofollow"))
            .toList();

    assertEquals(List.of(), followed);
    assertTrue(client.get("/robots.txt").body().contains("Disallow: /search\n"));
  }
}
