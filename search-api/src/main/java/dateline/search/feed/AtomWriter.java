package dateline.search.feed;

import dateline.search.xml.Xml;
import java.time.Instant;

/// RFC 4287, with the removals of RFC 6721.
final class AtomWriter {
  private AtomWriter() {}

  static byte[] write(Feed feed) {
    var xml = new Xml();
    xml.open(
        "feed",
        "xmlns",
        "http://www.w3.org/2005/Atom",
        "xmlns:at",
        "http://purl.org/atompub/tombstones/1.0");
    xml.text("id", feed.id())
        .text("title", feed.title())
        .text("updated", time(feed.lastChange()))
        .text("generator", "Dateline")
        .open("author")
        .text("name", "Dateline")
        .close();
    link(xml, "self", "application/atom+xml", feed.self().toString());
    link(xml, "alternate", "text/html", feed.page().toString());
    for (Feed.Removal removal : feed.removals()) {
      xml.open("at:deleted-entry", "ref", removal.id(), "when", time(removal.at()))
          .text("at:comment", removal.reason())
          .close();
    }
    for (Feed.Entry entry : feed.entries()) {
      write(entry, xml);
    }
    return xml.close().end();
  }

  private static void write(Feed.Entry entry, Xml xml) {
    if (entry.language() == null) {
      xml.open("entry");
    } else {
      xml.open("entry", "xml:lang", entry.language());
    }
    xml.text("id", entry.id());
    // RFC 4287 asks for a title, be it an empty one
    if (entry.title().isEmpty()) {
      xml.open("title").close();
    }
    xml.text("title", entry.title())
        .text("updated", time(entry.updated()))
        .text("published", entry.published() == null ? null : time(entry.published()));
    link(xml, "alternate", "text/html", entry.address().toString());
    for (String author : entry.writers()) {
      xml.open("author").text("name", author).close();
    }
    for (String category : entry.categories()) {
      xml.open("category", "term", category).close();
    }
    xml.text("summary", entry.summary()).close();
  }

  private static void link(Xml xml, String rel, String type, String href) {
    xml.open("link", "rel", rel, "type", type, "href", href).close();
  }

  static String time(Instant instant) {
    return instant.toString();
  }
}
