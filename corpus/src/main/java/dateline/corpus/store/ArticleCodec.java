package dateline.corpus.store;

import com.github.luben.zstd.Zstd;
import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns an article into the bytes that the store keeps.
///
/// Format: one JSON object in UTF-8 whose fields are the components of [Article] in the record's
/// order, absent ones left out, dates as [Published] prints them; compressed as one zstd frame that
/// states its size. The SHA-256 of the uncompressed bytes tells whether two versions are equal.
final class ArticleCodec {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LEVEL =
      3; // zstd's default: higher ones gain under 3 % on single articles
  private static final int SIZE_MAX = 64 << 20; // a frame that claims more is damaged

  private ArticleCodec() {}

  static byte[] encode(Article article) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", article.id().value());
    node.put("source", article.source());
    put(node, "headline", article.headline());
    put(node, "subhead", article.subhead());
    put(node, "lead", article.lead());
    node.put("body", article.body());
    put(node, "published", article.published());
    put(node, "modified", article.modified());
    put(node, "embargo", article.embargo());
    put(node, "dateline", article.dateline());
    put(node, "byline", article.byline());
    put(node, "section", article.section());
    put(node, "url", article.url());
    put(node, "language", article.language());
    put(node, "type", article.type());
    put(node, "keywords", article.keywords());
    put(node, "sourceTags", article.sourceTags());
    if (!article.details().isEmpty()) {
      ObjectNode details = node.putObject("details");
      article.details().forEach(details::put);
    }
    return JSON.writeValueAsBytes(node);
  }

  static Article decode(byte[] json) {
    JsonNode node = JSON.readTree(json);
    Map<String, String> details = new TreeMap<>();
    if (node.get("details") instanceof ObjectNode fields) {
      fields
          .properties()
          .forEach(field -> details.put(field.getKey(), field.getValue().asString()));
    }
    return new Article(
        new ArticleId(required(node, "id")),
        required(node, "source"),
        text(node, "headline"),
        text(node, "subhead"),
        text(node, "lead"),
        required(node, "body"),
        date(node, "published"),
        date(node, "modified"),
        date(node, "embargo"),
        text(node, "dateline"),
        text(node, "byline"),
        text(node, "section"),
        text(node, "url"),
        text(node, "language"),
        text(node, "type"),
        texts(node, "keywords"),
        texts(node, "sourceTags"),
        details);
  }

  static byte[] compress(byte[] bytes) {
    return Zstd.compress(bytes, LEVEL);
  }

  static byte[] decompress(byte[] frame) {
    long size = Zstd.getFrameContentSize(frame);
    if (size < 0 || size > SIZE_MAX) {
      throw new IllegalStateException(
          "a stored article is damaged: its frame states " + size + " bytes");
    }
    return Zstd.decompress(frame, (int) size);
  }

  static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable Object value) {
    if (value != null) {
      node.put(name, value.toString());
    }
  }

  private static void put(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(name);
      values.forEach(array::add);
    }
  }

  private static String required(JsonNode node, String name) {
    return node.get(name).asString();
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null ? null : value.asString();
  }

  private static @Nullable Published date(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? null : Published.parse(text);
  }

  private static List<String> texts(JsonNode node, String name) {
    var values = new ArrayList<String>();
    if (node.get(name) instanceof ArrayNode array) {
      array.forEach(value -> values.add(value.asString()));
    }
    return values;
  }
}
