package dateline.search.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// JSON Feed 1.1.
final class JsonFeedWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonFeedWriter() {}

  static byte[] write(Feed feed) {
    var object = new LinkedHashMap<String, Object>();
    object.put("version", "https://jsonfeed.org/version/1.1");
    object.put("title", feed.title());
    object.put("home_page_url", feed.page().toString());
    object.put("feed_url", feed.self().toString());
    object.put("items", feed.entries().stream().map(JsonFeedWriter::item).toList());
    return JSON.writeValueAsBytes(object);
  }

  private static Map<String, Object> item(Feed.Entry entry) {
    var item = new LinkedHashMap<String, Object>();
    item.put("id", entry.id());
    item.put("url", entry.address().toString());
    if (!entry.title().isEmpty()) {
      item.put("title", entry.title());
    }
    // an item must have a content, be it an empty one
    item.put("content_text", entry.summary());
    if (entry.published() != null) {
      item.put("date_published", entry.published().toString());
    }
    item.put("date_modified", entry.updated().toString());
    if (!entry.writers().isEmpty()) {
      item.put("authors", entry.writers().stream().map(name -> Map.of("name", name)).toList());
    }
    if (!entry.categories().isEmpty()) {
      item.put("tags", List.copyOf(entry.categories()));
    }
    if (entry.language() != null) {
      item.put("language", entry.language());
    }
    return item;
  }
}
