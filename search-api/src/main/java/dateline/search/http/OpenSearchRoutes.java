package dateline.search.http;

import dateline.search.engine.LookupReader;
import dateline.search.engine.Suggestions;
import dateline.search.xml.Xml;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Tells browsers and other programs how to search here, by OpenSearch 1.1 Draft 6
/// (https://github.com/dewitt/opensearch), and completes what is typed into their search fields.
final class OpenSearchRoutes {
  static final String DESCRIPTION = "/opensearch.xml";
  static final String SUGGESTIONS = "/suggest.json";

  private final SearchGate gate;
  private final Links links;
  private final String icon;
  private final JsonMapper json;

  /// @param icon its path
  OpenSearchRoutes(SearchGate gate, Links links, String icon, JsonMapper json) {
    this.gate = gate;
    this.links = links;
    this.icon = icon;
    this.json = json;
  }

  void description(Context context) {
    String base = links.base(context);
    var xml = new Xml();
    xml.open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/")
        .text("ShortName", "Dateline")
        .text("Description", "Search the news archive of " + base)
        .text("Tags", "news archive");
    url(xml, "text/html", "results", base + "/search?q={searchTerms}&page={startPage?}");
    url(xml, "application/atom+xml", "results", base + "/api/v1/search.atom?q={searchTerms}");
    url(xml, "application/rss+xml", "results", base + "/api/v1/search.rss?q={searchTerms}");
    url(
        xml,
        "application/x-suggestions+json",
        "suggestions",
        base + SUGGESTIONS + "?q={searchTerms}");
    url(xml, "application/opensearchdescription+xml", "self", base + DESCRIPTION);
    xml.text("Image", base + icon, "type", "image/svg+xml")
        .text("Language", "*")
        .text("InputEncoding", "UTF-8")
        .text("OutputEncoding", "UTF-8");
    context.contentType("application/opensearchdescription+xml").result(xml.close().end());
  }

  private static void url(Xml xml, String type, String rel, String template) {
    xml.open("Url", "type", type, "rel", rel, "template", template).close();
  }

  /// What was typed and a list of completions, as the OpenSearch Suggestions extension has it.
  void suggest(Context context) throws IOException, Refusal {
    LookupReader.Typed typed = LookupReader.typed(context.queryParamMap());
    LookupRoutes.refuse(typed.problems());
    Suggestions found = gate.suggest(typed.text(), typed.limit(), context);
    List<String> completions =
        Stream.concat(
                found.queries().stream().map(Suggestions.Query::text),
                found.entities().stream().map(Suggestions.Entity::label))
            .distinct()
            .limit(typed.limit())
            .toList();
    context
        .contentType("application/x-suggestions+json")
        .result(json.writeValueAsBytes(List.of(typed.text(), completions)));
  }
}
