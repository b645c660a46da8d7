package dateline.search.feed;

import dateline.search.xml.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// RSS 2.0, with authors of Dublin Core, since RSS's own `author` asks for an address.
final class RssWriter {
  private RssWriter() {}

  static byte[] write(Feed feed) {
    var xml = new Xml();
    xml.open(
            "rss",
            "version",
            "2.0",
            "xmlns:atom",
            "http://www.w3.org/2005/Atom",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/")
        .open("channel")
        .text("title", feed.title())
        .text("link", feed.page().toString())
        .text("description", feed.title())
        .text("lastBuildDate", time(feed.lastChange()))
        .text("generator", "Dateline")
        .open(
            "atom:link",
            "rel",
            "self",
            "type",
            "application/rss+xml",
            "href",
            feed.self().toString())
        .close();
    for (Feed.Entry entry : feed.entries()) {
      xml.open("item")
          .text("title", entry.title().isEmpty() ? "(no headline)" : entry.title())
          .text("link", entry.address().toString())
          .text("guid", entry.id(), "isPermaLink", "false")
          .text("pubDate", entry.published() == null ? null : time(entry.published()))
          .text("description", entry.summary());
      entry.authors().forEach(author -> xml.text("dc:creator", author));
      entry.categories().forEach(category -> xml.text("category", category));
      xml.text("dc:publisher", entry.source()).close();
    }
    return xml.close().close().end();
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
