package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.search.IndexedHome;
import dateline.search.lucene.LuceneEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FeedTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String REMOVED = "http://purl.org/atompub/tombstones/1.0";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  @SuppressWarnings("NullAway.Init")
  private LuceneEngine engine;

  @SuppressWarnings("NullAway.Init")
  private TestClient client;

  @BeforeEach
  void open() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    home.index(
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id":"old","headline":"Harbour & <fire>","body":"First paragraph.\\n\\nSecond.","byline":"By Ada Lind","published":"2020-01-01","source":"Wire","language":"en"}
            {"id":"new/1","headline":"Harbour opens","lead":"The harbour opened.","body":"More \\u0001 here.","published":"2021-05-05T10:00:00Z","modified":"2021-05-06T12:00:00Z","source":"Wire"}
            {"id":"link","headline":"Harbour sold","body":"Secret terms.","rights":"link","published":"2019"}
            {"id":"other","headline":"Budget","body":"Numbers.","published":"2022"}
            """));
    engine = home.open();
    client = TestClient.open(engine, engine);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    engine.close();
  }

  @Test
  void atomHasTheNewestFirstUnderStableIds() throws Exception {
    HttpResponse<String> answer = client.get("/api/v1/search.atom?q=harbour");
    Document feed = xml(answer.body());

    assertEquals(
        "application/atom+xml;charset=utf-8",
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .replace(" ", "")
            .toLowerCase(Locale.ROOT));
    assertEquals(
        List.of(
            "tag:127.0.0.1,2026:a/new%2F1",
            "tag:127.0.0.1,2026:a/old", "tag:127.0.0.1,2026:a/link"),
        entries(feed, "id"));
    assertEquals(
        List.of("2021-05-06T12:00:00Z", "2020-01-01T00:00:00Z", "2019-01-01T00:00:00Z"),
        entries(feed, "updated"));
    assertEquals(
        List.of("Harbour opens", "Harbour & <fire>", "Harbour sold"), entries(feed, "title"));
    assertEquals(List.of("The harbour opened.", "First paragraph."), entries(feed, "summary"));
    assertEquals(
        "2021-05-06T12:00:00Z",
        feed.getDocumentElement().getElementsByTagNameNS(ATOM, "updated").item(0).getTextContent());
    assertTrue(!answer.body().contains("Secret"), answer.body());
  }

  @Test
  void tellsWhatWasWithdrawn() throws Exception {
    Instant when = Instant.parse("2026-11-20T08:00:00Z");
    try (Tombstones tombstones = Tombstones.open(home.path())) {
      tombstones.add(
          List.of(
              new Tombstone(
                  new ArticleId("old"), when, Tombstone.By.DESK, "names a minor", false)));
    }
    engine.refresh();
    Document feed = xml(client.get("/api/v1/search.atom?q=harbour").body());
    var removed = (Element) feed.getElementsByTagNameNS(REMOVED, "deleted-entry").item(0);

    assertEquals("tag:127.0.0.1,2026:a/old", removed.getAttribute("ref"));
    assertEquals(when.toString(), removed.getAttribute("when"));
    assertEquals("names a minor", removed.getTextContent());
    assertEquals(
        List.of("tag:127.0.0.1,2026:a/new%2F1", "tag:127.0.0.1,2026:a/link"), entries(feed, "id"));
    assertEquals(
        when.toString(),
        feed.getDocumentElement().getElementsByTagNameNS(ATOM, "updated").item(0).getTextContent());
  }

  @Test
  void rssAndJsonHoldTheSame() throws Exception {
    Document rss = xml(client.get("/api/v1/search.rss?q=harbour&limit=2").body());
    JsonNode json =
        JsonMapper.shared()
            .readTree(client.get("/api/v1/search.feed.json?q=harbour&limit=2").body());

    List<String> ids = List.of("tag:127.0.0.1,2026:a/new%2F1", "tag:127.0.0.1,2026:a/old");
    assertEquals(ids, texts(rss.getDocumentElement(), "", "guid"));
    assertEquals(
        List.of("Wed, 5 May 2021 10:00:00 GMT", "Wed, 1 Jan 2020 00:00:00 GMT"),
        texts(rss.getDocumentElement(), "", "pubDate"));
    assertEquals("https://jsonfeed.org/version/1.1", json.get("version").asString());
    assertEquals(
        ids, json.get("items").valueStream().map(item -> item.get("id").asString()).toList());
    assertEquals("2021-05-06T12:00:00Z", json.get("items").get(0).get("date_modified").asString());
    assertTrue(json.get("items").get(0).get("url").asString().endsWith("/a/new%2F1"));
  }

  @Test
  void isNotSentAgainUnchanged() throws Exception {
    HttpResponse<String> first = client.get("/api/v1/search.atom?q=harbour");
    HttpResponse<String> again =
        client.send(
            client
                .request("/api/v1/search.atom?q=harbour")
                .header("If-None-Match", first.headers().firstValue("ETag").orElse("")));

    assertEquals(304, again.statusCode());
  }

  @Test
  void aQueryWithProblemsIsRefused() throws Exception {
    assertEquals(400, client.get("/api/v1/search.atom?q=%22open").statusCode());
    assertEquals(200, client.get("/api/v1/search.atom?q=%22open&lenient=true").statusCode());
  }

  private static List<String> entries(Document feed, String name) {
    var texts = new ArrayList<String>();
    var entries = feed.getElementsByTagNameNS(ATOM, "entry");
    for (int i = 0; i < entries.getLength(); i++) {
      texts.addAll(texts((Element) entries.item(i), ATOM, name));
    }
    return texts;
  }

  private static List<String> texts(Element in, String namespace, String name) {
    var found =
        namespace.isEmpty()
            ? in.getElementsByTagName(name)
            : in.getElementsByTagNameNS(namespace, name);
    var texts = new ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static Document xml(String text) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
