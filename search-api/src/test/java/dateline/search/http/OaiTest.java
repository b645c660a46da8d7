package dateline.search.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.IndexOptions;
import dateline.search.IndexedHome;
import dateline.search.lucene.LuceneEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The archive as harvesters see it. Every answer is held to the schema of the protocol.
final class OaiTest {
  private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final Schema SCHEMA = schema();

  /// Arguments, and what is wrong with them.
  private static final String ERRORS =
      """
      x=1                                                             | badVerb
      verb=Nothing                                                    | badVerb
      verb=Identify&verb=Identify                                     | badVerb
      verb=Identify&set=source                                        | badArgument
      verb=ListRecords                                                | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc    | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&from=yesterday           | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01          | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-24&until=2026-11-23 | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-24&until=2026-11-25T00:00:00Z | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&set=nothing              | badArgument
      verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x        | badArgument
      verb=GetRecord&metadataPrefix=oai_dc                            | badArgument
      verb=ListRecords&metadataPrefix=marc21                          | cannotDisseminateFormat
      verb=GetRecord&metadataPrefix=marc21&identifier=oai:127.0.0.1:a | cannotDisseminateFormat
      verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01         | noRecordsMatch
      verb=ListRecords&metadataPrefix=oai_dc&set=source:Nobody        | noRecordsMatch
      verb=ListRecords&resumptionToken=x                              | badResumptionToken
      verb=ListIdentifiers&resumptionToken=                           | badResumptionToken
      verb=ListSets&resumptionToken=x                                 | badResumptionToken
      verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:b | idDoesNotExist
      verb=GetRecord&metadataPrefix=oai_dc&identifier=a               | idDoesNotExist
      verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:%2501 | idDoesNotExist
      verb=ListMetadataFormats&identifier=oai:127.0.0.1:b             | idDoesNotExist
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private static Schema schema() {
    try {
      Source[] parts = {part("dc.xsd"), part("oai-dc.xsd"), part("answer.xsd")};
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(parts);
    } catch (org.xml.sax.SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Source part(String name) {
    return new StreamSource(OaiTest.class.getResourceAsStream("/dateline/search/oai/" + name));
  }

  @Test
  void theWholeSampleArchiveIsHarvestedOnceEach() throws Exception {
    try (var client = TestClient.ofSample(folder)) {
      List<Element> records = records(client, "ListRecords", "");
      List<Element> headers = records(client, "ListIdentifiers", "");
      List<String> ids = records.stream().map(OaiTest::identifier).toList();

      assertEquals(285, ids.size());
      assertEquals(285, new HashSet<>(ids).size());
      assertEquals(ids, headers.stream().map(OaiTest::identifier).toList());
      assertEquals(
          List.of("oai:127.0.0.1:1948-11-03-dewey-early-edition"),
          records.stream().filter(OaiTest::isDeleted).map(OaiTest::identifier).toList());
      assertEquals(
          Set.of("2026-11-23T12:00:00Z"),
          Set.copyOf(records.stream().map(record -> text(record, OAI, "datestamp")).toList()));
    }
  }

  @Test
  void tellsAnArticleInDublinCoreWithoutWhatXmlForbids() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    deliver(
        home,
        """
        {"id":"a/1 <b>","headline":"Harbour & <fire> \\u0001\\uffff\\ud83d\\ude00","body":"First ]]> paragraph.\\n\\nSecond.","byline":"By Ada Lind and Bo Ek","published":"2020-01-01","source":"Wire & Söhne","language":"en"}
        {"id":"link","headline":"Harbour sold","body":"Secret terms.","rights":"link","published":"2019"}
        """);
    try (LuceneEngine engine = home.open();
        var client = TestClient.open(engine, engine)) {
      Document answer =
          ask(
              client,
              "verb=GetRecord&metadataPrefix=oai_dc&identifier="
                  + URLEncoder.encode("oai:127.0.0.1:a%2F1%20%3Cb%3E", UTF_8));
      Element record = answer.getDocumentElement();

      assertEquals("Harbour & <fire> \ud83d\ude00", text(record, DC, "title"));
      assertEquals("First ]]> paragraph.", text(record, DC, "description"));
      assertEquals("Wire & Söhne", text(record, DC, "publisher"));
      assertEquals(2, record.getElementsByTagNameNS(DC, "creator").getLength());
      assertEquals("2020-01-01", text(record, DC, "date"));
      assertTrue(text(record, DC, "identifier").endsWith("/a/a%2F1%20%3Cb%3E"));
      String set = text(record, OAI, "setSpec");
      assertEquals("source:Wire~20~26~20S~c3~b6hne", set);
      assertEquals(
          List.of("oai:127.0.0.1:a%2F1%20%3Cb%3E"),
          records(client, "ListRecords", "&set=" + set).stream().map(OaiTest::identifier).toList());
      assertEquals(1, records(client, "ListRecords", "&set=source").size());
      assertEquals(2, records(client, "ListRecords", "").size());
      assertFalse(
          client.get("/oai?verb=ListRecords&metadataPrefix=oai_dc").body().contains("Secret"));
      Document sets = ask(client, "verb=ListSets");
      assertEquals(2, sets.getElementsByTagNameNS(OAI, "set").getLength());
    }
  }

  @Test
  void errorsAreThoseOfTheProtocol() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    deliver(home, "{\"id\":\"a\",\"headline\":\"Harbour\",\"body\":\"x\",\"source\":\"Wire\"}");
    try (LuceneEngine engine = home.open();
        var client = TestClient.open(engine, engine)) {
      for (String line : ERRORS.lines().toList()) {
        String arguments = line.split("[|]", 2)[0].strip();
        String code = line.split("[|]", 2)[1].strip();
        Document posted =
            read(client.post("/oai", "application/x-www-form-urlencoded", arguments).body());

        assertEquals(code, error(ask(client, arguments)), arguments);
        assertEquals(code, error(posted), arguments);
      }
    }
  }

  private static String error(Document answer) {
    NodeList errors = answer.getElementsByTagNameNS(OAI, "error");
    return errors.getLength() == 0 ? "" : ((Element) errors.item(0)).getAttribute("code");
  }

  @Test
  void introducesItself() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    deliver(home, "{\"id\":\"a\",\"headline\":\"Harbour\",\"body\":\"x\",\"source\":\"Wire\"}");
    try (LuceneEngine engine = home.open();
        var client = TestClient.open(engine, engine)) {
      Element answer = ask(client, "verb=Identify").getDocumentElement();

      assertEquals("2026-11-23T12:00:00Z", text(answer, OAI, "earliestDatestamp"));
      assertTrue(text(answer, OAI, "baseURL").endsWith("/oai"));
      assertEquals(
          "oai_dc",
          text(
              ask(client, "verb=ListMetadataFormats&identifier=oai:127.0.0.1:a")
                  .getDocumentElement(),
              OAI,
              "metadataPrefix"));
    }
  }

  /// The list goes on while a run publishes and articles are withdrawn: nothing is lost, and twice
  /// stands only what changed after it was told.
  @Test
  void aHarvestGoesOnAcrossGenerationsAndWithdrawals() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    deliver(home, articles(0, 350, "first"));
    try (LuceneEngine engine = home.open();
        var client = TestClient.open(engine, engine)) {
      var told = new ArrayList<Element>();
      String token = page(client, "verb=ListRecords&metadataPrefix=oai_dc", told);
      deliver(home, articles(50, 60, "second") + articles(200, 210, "second"));
      withdraw(home, "a0001", "a0300");
      engine.refresh();
      token = page(client, "verb=ListRecords&resumptionToken=" + token, told);
      deliver(home, articles(400, 420, "third"));
      engine.refresh();
      while (!token.isEmpty()) {
        token = page(client, "verb=ListRecords&resumptionToken=" + token, told);
      }

      Map<String, List<Element>> byId = new LinkedHashMap<>();
      told.forEach(
          record -> byId.computeIfAbsent(identifier(record), _ -> new ArrayList<>()).add(record));
      var twice = new TreeSet<String>();
      byId.forEach((id, records) -> {
        assertTrue(records.size() <= 2, id);
        if (records.size() == 2) {
          twice.add(id.substring(id.lastIndexOf(':') + 1));
        }
      });
      var expected = new TreeSet<String>(List.of("a0001"));
      IntStream.range(50, 60).mapToObj("a%04d"::formatted).forEach(expected::add);
      assertEquals(expected, twice);
      assertEquals(370, byId.size());
      for (String gone : List.of("a0001", "a0300")) {
        assertTrue(isDeleted(last(gone, told)), gone);
      }
      assertEquals("second", text(last("a0055", told), DC, "description"));
      assertEquals("second", text(last("a0205", told), DC, "description"));
    }
  }

  @Test
  void aLaterHarvestHasWhatCameSince() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    deliver(home.on(Instant.parse("2026-11-20T02:00:00Z")), articles(0, 5, "first"));
    deliver(home.on(Instant.parse("2026-11-21T02:00:00Z")), articles(3, 7, "second"));
    Files.writeString(folder.resolve("d.jsonl"), articles(0, 6, "second"));
    home.on(Instant.parse("2026-11-22T02:00:00Z"))
        .index(
            IndexOptions.Mode.INCREMENTAL,
            Set.of(IndexOptions.Wish.COMPLETE, IndexOptions.Wish.FORCE),
            folder.resolve("d.jsonl"));
    try (LuceneEngine engine = home.open();
        var client = TestClient.open(engine, engine)) {
      assertEquals(
          List.of("a0003", "a0004", "a0005"),
          ids(records(client, "ListRecords", "&until=2026-11-21T02:00:00Z")));
      assertEquals(
          List.of("a0000", "a0001", "a0002", "-a0006"),
          ids(records(client, "ListIdentifiers", "&from=2026-11-22")));
      assertEquals(7, records(client, "ListRecords", "&from=2026-11-21&until=2026-11-22").size());
    }
  }

  @Test
  void whatIsUnderEmbargoIsNotThereUntilItsMinute() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    Instant day = Instant.parse("2026-11-20T02:00:00Z");
    deliver(
        home.on(day),
        articles(0, 1, "first")
            + "{\"id\":\"e\",\"headline\":\"Later\",\"body\":\"x\",\"source\":\"Wire\",\"embargo\":\"2026-11-21T06:00:00Z\"}\n"
            + "{\"id\":\"f\",\"headline\":\"Never seen\",\"body\":\"x\",\"source\":\"Wire\",\"embargo\":\"2027-11-21T06:00:00Z\"}\n");
    try (LuceneEngine engine = home.on(day).open();
        var client = TestClient.open(engine, engine)) {
      assertEquals(List.of("a0000"), ids(records(client, "ListRecords", "")));
    }
    Instant minute = Instant.parse("2026-11-21T06:00:00Z");
    home.on(minute).index(IndexOptions.Mode.INCREMENTAL, Set.of());
    try (LuceneEngine engine = home.on(minute).open();
        var client = TestClient.open(engine, engine)) {
      assertEquals(List.of("e"), ids(records(client, "ListRecords", "&from=2026-11-21")));
      assertEquals(List.of("a0000", "e"), ids(records(client, "ListRecords", "")));
    }
  }

  /// How an article was told last.
  private static Element last(String id, List<Element> told) {
    return told.stream()
        .filter(record -> identifier(record).endsWith(":" + id))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static List<String> ids(List<Element> records) {
    return records.stream()
        .map(record ->
            (isDeleted(record) ? "-" : "")
                + identifier(record).substring(identifier(record).lastIndexOf(':') + 1))
        .toList();
  }

  private static String articles(int from, int to, String body) {
    var lines = new StringBuilder();
    IntStream.range(from, to)
        .forEach(i ->
            lines.append(
                "{\"id\":\"a%04d\",\"headline\":\"Harvest %d\",\"body\":\"%s\",\"source\":\"Wire\",\"published\":\"2026-11-19\"}%n"
                    .formatted(i, i, body)));
    return lines.toString();
  }

  private void deliver(IndexedHome home, String lines) throws Exception {
    home.index(
        IndexOptions.Mode.INCREMENTAL,
        Set.of(IndexOptions.Wish.FORCE),
        Files.writeString(folder.resolve("delivery.jsonl"), lines));
  }

  private static void withdraw(IndexedHome home, String... ids) throws IOException {
    try (Tombstones all = Tombstones.open(home.path())) {
      for (String id : ids) {
        all.add(
            List.of(
                new Tombstone(
                    new ArticleId(id),
                    home.clock().instant(),
                    Tombstone.By.DESK,
                    "names a minor",
                    false)));
      }
    }
  }

  /// All of a list, by its tokens.
  private static List<Element> records(TestClient client, String verb, String arguments)
      throws Exception {
    var records = new ArrayList<Element>();
    String token = page(client, "verb=" + verb + "&metadataPrefix=oai_dc" + arguments, records);
    while (!token.isEmpty()) {
      token = page(client, "verb=" + verb + "&resumptionToken=" + token, records);
    }
    return records;
  }

  /// @return the token; empty for the end of the list
  private static String page(TestClient client, String arguments, List<Element> records)
      throws Exception {
    Document answer = ask(client, arguments);
    NodeList found =
        answer.getElementsByTagNameNS(OAI, arguments.contains("ListRecords") ? "record" : "header");
    assertTrue(found.getLength() > 0, () -> "nothing for " + arguments);
    for (int i = 0; i < found.getLength(); i++) {
      records.add((Element) found.item(i));
    }
    NodeList tokens = answer.getElementsByTagNameNS(OAI, "resumptionToken");
    return tokens.getLength() == 0 ? "" : tokens.item(0).getTextContent();
  }

  private static Document ask(TestClient client, String arguments) throws Exception {
    return read(client.get("/oai?" + arguments).body());
  }

  /// Reads an answer and holds it to the schema.
  private static Document read(String answer) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getBytes(UTF_8)));
    SCHEMA.newValidator().validate(new DOMSource(document));
    return document;
  }

  private static String identifier(Element record) {
    return text(record, OAI, "identifier");
  }

  private static boolean isDeleted(Element record) {
    Element header =
        record.getLocalName().equals("header")
            ? record
            : (Element) record.getElementsByTagNameNS(OAI, "header").item(0);
    return header.getAttribute("status").equals("deleted");
  }

  private static String text(Element in, String namespace, String name) {
    NodeList found = in.getElementsByTagNameNS(namespace, name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
