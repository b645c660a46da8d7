package dateline.search.oai;

import dateline.corpus.Article;
import dateline.corpus.Byline;
import dateline.corpus.EntityKind;
import dateline.corpus.Rights;
import dateline.search.engine.StoredArticle;
import dateline.search.xml.Xml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article in the fifteen elements of Dublin Core, as much of it as may be shown.
final class DublinCore {
  static final String PREFIX = "oai_dc";
  static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
  static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

  private DublinCore() {}

  /// @param address of its page
  static void write(StoredArticle stored, String address, Xml xml) {
    Article article = stored.article();
    xml.open(
        "oai_dc:dc",
        "xmlns:oai_dc",
        NAMESPACE,
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:xsi",
        OaiProvider.XSI,
        "xsi:schemaLocation",
        NAMESPACE + " " + SCHEMA);
    xml.text("dc:title", article.headline());
    String byline = article.byline();
    if (byline != null) {
      Byline.parse(byline).authors().forEach(author -> xml.text("dc:creator", author));
    }
    for (StoredArticle.Entity entity : stored.entities()) {
      if (entity.isSalient()) {
        xml.text(entity.kind() == EntityKind.PLACE ? "dc:coverage" : "dc:subject", entity.label());
      }
    }
    xml.text("dc:description", summary(article, stored.rights()))
        .text("dc:publisher", article.source())
        .text("dc:date", article.published() == null ? null : article.published().toString())
        .text("dc:type", "Text")
        .text("dc:format", "text/html")
        .text("dc:identifier", address)
        .text("dc:language", article.language())
        .text("dc:rights", Rights.statement(article).orElse(null))
        .close();
  }

  /// The standfirst, else the first paragraph.
  private static @Nullable String summary(Article article, Rights rights) {
    if (rights == Rights.LINK) {
      return null;
    }
    String lead = article.lead() == null ? article.subhead() : article.lead();
    return lead == null ? List.of(article.body().strip().split("\\R\\s*\\R", 2)).getFirst() : lead;
  }
}
