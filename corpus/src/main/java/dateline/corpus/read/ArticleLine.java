package dateline.corpus.read;

import dateline.corpus.Article;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Prints an article as a line of JSON Lines from which the reader of that format makes the same
/// article.
public final class ArticleLine {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ArticleLine() {}

  /// Without a line end.
  public static String print(Article article) {
    ObjectNode node = JSON.createObjectNode();
    put(node, JsonField.ID, article.id());
    put(node, JsonField.HEADLINE, article.headline());
    put(node, JsonField.SUBHEAD, article.subhead());
    put(node, JsonField.LEAD, article.lead());
    if (!article.body().isEmpty()) {
      put(node, JsonField.BODY, article.body());
    }
    put(node, JsonField.PUBLISHED, article.published());
    put(node, JsonField.MODIFIED, article.modified());
    put(node, JsonField.EMBARGO, article.embargo());
    if (!article.source().isEmpty()) {
      put(node, JsonField.SOURCE, article.source());
    }
    put(node, JsonField.SECTION, article.section());
    put(node, JsonField.BYLINE, article.byline());
    put(node, JsonField.DATELINE, article.dateline());
    put(node, JsonField.URL, article.url());
    put(node, JsonField.LANGUAGE, article.language());
    put(node, JsonField.TYPE, article.type());
    if (!article.keywords().isEmpty()) {
      article.keywords().forEach(node.putArray(name(JsonField.KEYWORDS))::add);
    }
    Map<String, List<String>> tags = new LinkedHashMap<>();
    for (String tag : article.sourceTags()) {
      int colon = tag.indexOf(':');
      tags.computeIfAbsent(tag.substring(0, colon), _ -> new ArrayList<>())
          .add(tag.substring(colon + 1));
    }
    tags.forEach((kind, values) -> values.forEach(node.putArray(kind)::add));
    article
        .details()
        .forEach((name, value) -> {
          if (!node.has(name)) {
            node.put(name, value);
          }
        });
    return node.toString();
  }

  private static void put(ObjectNode node, JsonField field, @Nullable Object value) {
    if (value != null) {
      node.put(name(field), value.toString());
    }
  }

  private static String name(JsonField field) {
    return field.names().getFirst();
  }
}
