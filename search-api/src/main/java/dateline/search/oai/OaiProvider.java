package dateline.search.oai;

import dateline.corpus.ArticleId;
import dateline.index.schema.ArticleField;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Change;
import dateline.search.engine.ChangePage;
import dateline.search.engine.ChangeRequest;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.StoredArticle;
import dateline.search.xml.Xml;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers harvesters by the Open Archives Initiative's protocol for metadata harvesting, version
/// 2.0 of 2002-06-14 (https://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm). Safe for use
/// by many threads.
///
/// A record's datestamp tells when readers came to see its article as it is, or saw the last of it.
/// A list that goes on by its token has every record once, whatever is published in between; one
/// that changes after it was told stands in it once more, further down.
public final class OaiProvider {
  /// Records in one answer; each is read from the store.
  public static final int RECORDS = 100;

  /// Headers in one answer.
  public static final int HEADERS = 500;

  /// Sources that are listed as sets.
  public static final int SETS_MAX = 1000;

  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

  private final SearchEngine engine;
  private final ArticleTexts texts;
  private final Function<ArticleId, String> addresses;
  private final Clock clock;

  /// @param addresses of articles' pages, without a host
  public OaiProvider(
      SearchEngine engine, ArticleTexts texts, Function<ArticleId, String> addresses, Clock clock) {
    this.engine = engine;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  /// Answers one request; every error of the protocol is an answer too.
  ///
  /// @param base address of this server
  /// @param path of this door
  public byte[] answer(Map<String, List<String>> sent, String base, String path)
      throws IOException {
    String door = base + path;
    try {
      OaiArguments arguments = OaiArguments.of(sent);
      try {
        return payload(arguments, base, door);
      } catch (OaiProblem e) {
        return failure(e, e.isAboutArguments() ? null : arguments, door);
      }
    } catch (OaiProblem e) {
      return failure(e, null, door);
    }
  }

  private byte[] payload(OaiArguments arguments, String base, String door)
      throws OaiProblem, IOException {
    return switch (arguments.verb()) {
      case "Identify" -> identify(arguments, base, door);
      case "ListMetadataFormats" -> formats(arguments, base, door);
      case "ListSets" -> sets(arguments, door);
      case "GetRecord" -> record(arguments, base, door);
      default -> list(arguments, base, door);
    };
  }

  private byte[] identify(OaiArguments arguments, String base, String door) throws IOException {
    Xml xml = begin(arguments, door, now());
    xml.open("Identify")
        .text("repositoryName", "Dateline")
        .text("baseURL", door)
        .text("protocolVersion", "2.0")
        .text("adminEmail", "postmaster@" + host(base))
        .text(
            "earliestDatestamp",
            texts
                .changes(new ChangeRequest(Change.Place.START, null, null, null, 1))
                .earliest()
                .toString())
        .text("deletedRecord", "persistent")
        .text("granularity", "YYYY-MM-DDThh:mm:ssZ")
        .close();
    return xml.close().end();
  }

  private byte[] formats(OaiArguments arguments, String base, String door)
      throws OaiProblem, IOException {
    String identifier = arguments.get(OaiArguments.IDENTIFIER);
    if (identifier != null) {
      var _ = change(identifier, base);
    }
    Xml xml = begin(arguments, door, now());
    xml.open("ListMetadataFormats")
        .open("metadataFormat")
        .text("metadataPrefix", DublinCore.PREFIX)
        .text("schema", DublinCore.SCHEMA)
        .text("metadataNamespace", DublinCore.NAMESPACE)
        .close()
        .close();
    return xml.close().end();
  }

  private byte[] sets(OaiArguments arguments, String door) throws OaiProblem, IOException {
    if (arguments.get(OaiArguments.TOKEN) != null) {
      throw new OaiProblem("badResumptionToken", "The list of sets is told at once.");
    }
    Xml xml = begin(arguments, door, now());
    xml.open("ListSets");
    set(SourceSet.ALL, "All that have a source", xml);
    for (String source : sources()) {
      set(SourceSet.of(source), source, xml);
    }
    return xml.close().close().end();
  }

  private static void set(String spec, String name, Xml xml) {
    xml.open("set").text("setSpec", spec).text("setName", name).close();
  }

  private List<String> sources() throws IOException {
    var request =
        new RequestReader(DoorDefaults.API, clock)
            .read(Map.of("limit", List.of("0")))
            .request()
            .counting(new FacetRequest(Map.of(ArticleField.SOURCE, SETS_MAX), null));
    return engine.search(request).facets().stream()
        .flatMap(facet -> facet.items().stream())
        .map(Facet.Item::value)
        .sorted()
        .toList();
  }

  private byte[] record(OaiArguments arguments, String base, String door)
      throws OaiProblem, IOException {
    String identifier = arguments.needed(OaiArguments.IDENTIFIER);
    checkPrefix(arguments.needed(OaiArguments.PREFIX));
    Change change = change(identifier, base);
    Xml xml = begin(arguments, door, now());
    xml.open("GetRecord");
    write(change, base, xml);
    return xml.close().close().end();
  }

  private byte[] list(OaiArguments arguments, String base, String door)
      throws OaiProblem, IOException {
    String token = arguments.get(OaiArguments.TOKEN);
    Harvest harvest;
    if (token == null) {
      checkPrefix(arguments.needed(OaiArguments.PREFIX));
      harvest = Harvest.of(arguments);
    } else {
      harvest = Harvest.read(token);
    }
    boolean areWhole = arguments.verb().equals("ListRecords");
    String set = harvest.set();
    ChangePage page =
        texts.changes(
            new ChangeRequest(
                harvest.after(),
                harvest.from(),
                harvest.until(),
                set == null ? null : SourceSet.source(set),
                areWhole ? RECORDS : HEADERS));
    List<Change> changes = page.changes();
    if (changes.isEmpty()) {
      throw new OaiProblem("noRecordsMatch", "There is no record of these times and this set.");
    }
    Xml xml = begin(arguments, door, page.seenUntil());
    xml.open(arguments.verb());
    for (Change change : changes) {
      if (areWhole) {
        write(change, base, xml);
      } else {
        header(change, change.isGone() || texts.find(change.id()).isEmpty(), base, xml);
      }
    }
    String cursor = Long.toString(harvest.told());
    if (page.hasMore()) {
      xml.text(
          "resumptionToken",
          harvest.behind(changes.getLast().place(), changes.size()).token(),
          "cursor",
          cursor);
    } else if (token != null) {
      xml.open("resumptionToken", "cursor", cursor).close();
    }
    return xml.close().close().end();
  }

  private static void checkPrefix(String prefix) throws OaiProblem {
    if (!prefix.equals(DublinCore.PREFIX)) {
      throw new OaiProblem(
          "cannotDisseminateFormat",
          "There is no format '" + prefix + "' here; there is " + DublinCore.PREFIX + ".");
    }
  }

  private void write(Change change, String base, Xml xml) throws IOException {
    Optional<StoredArticle> stored = change.isGone() ? Optional.empty() : texts.find(change.id());
    xml.open("record");
    header(change, stored.isEmpty(), base, xml);
    if (stored.isPresent()) {
      xml.open("metadata");
      DublinCore.write(stored.get(), base + addresses.apply(change.id()), xml);
      xml.close();
    }
    xml.close();
  }

  /// Of what is gone it tells the identifier alone, not whose it was.
  ///
  /// @param isGone also for one that was taken back a moment ago: it stands once more further down
  private static void header(Change change, boolean isGone, String base, Xml xml) {
    if (isGone) {
      xml.open("header", "status", "deleted");
    } else {
      xml.open("header");
    }
    xml.text("identifier", identifier(change.id(), base)).text("datestamp", change.at().toString());
    String source = change.source();
    if (!isGone && source != null && !source.isEmpty()) {
      xml.text("setSpec", SourceSet.of(source));
    }
    xml.close();
  }

  private Change change(String identifier, String base) throws OaiProblem, IOException {
    String prefix = prefix(base);
    if (identifier.startsWith(prefix)) {
      try {
        var id =
            new ArticleId(
                URLDecoder.decode(identifier.substring(prefix.length()), StandardCharsets.UTF_8));
        Optional<Change> change = texts.change(id);
        if (change.isPresent()) {
          return change.get();
        }
      } catch (IllegalArgumentException _) { // what can be no id names nothing
      }
    }
    throw new OaiProblem("idDoesNotExist", "No record has this identifier.");
  }

  private static String identifier(ArticleId id, String base) {
    return prefix(base) + URLEncoder.encode(id.value(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String prefix(String base) {
    return "oai:" + host(base) + ":";
  }

  private static String host(String base) {
    String host = URI.create(base).getHost();
    return host == null ? "localhost" : host;
  }

  private Instant now() {
    return clock.instant();
  }

  private byte[] failure(OaiProblem problem, @Nullable OaiArguments arguments, String door) {
    Xml xml = begin(arguments, door, now());
    xml.text("error", problem.getMessage(), "code", problem.code());
    return xml.close().end();
  }

  /// @param arguments null where they make no sense
  private static Xml begin(@Nullable OaiArguments arguments, String door, Instant now) {
    var xml = new Xml();
    xml.open(
            "OAI-PMH",
            "xmlns",
            NAMESPACE,
            "xmlns:xsi",
            XSI,
            "xsi:schemaLocation",
            NAMESPACE + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
        .text("responseDate", now.truncatedTo(ChronoUnit.SECONDS).toString());
    return arguments == null
        ? xml.text("request", door)
        : xml.text("request", door, arguments.told());
  }
}
