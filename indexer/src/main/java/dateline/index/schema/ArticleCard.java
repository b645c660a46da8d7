package dateline.index.schema;

import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a result list shows of an article, so that a list of hits is made without reading the
/// article.
///
/// Written as bytes: the eight texts in the order of the components, each as
/// [DataOutputStream#writeUTF] after a byte that tells whether it is there; then for each kind the
/// number of entity ids in one byte and the ids. Texts are cut at [#TEXT_MAX] characters.
///
/// @param entities ids of what the article is about, most important first, at most [#ENTITIES_MAX]
///   of a kind
public record ArticleCard(
    String id,
    @Nullable String headline,
    @Nullable Published published,
    String source,
    @Nullable String section,
    @Nullable String byline,
    @Nullable String dateline,
    @Nullable String language,
    Map<EntityKind, List<String>> entities) {
  public static final int ENTITIES_MAX = 12;
  public static final int TEXT_MAX = 1000;

  public ArticleCard {
    var copy = new EnumMap<EntityKind, List<String>>(EntityKind.class);
    entities.forEach((kind, ids) ->
        copy.put(kind, List.copyOf(ids.subList(0, Math.min(ids.size(), ENTITIES_MAX)))));
    entities = copy;
  }

  public List<String> entities(EntityKind kind) {
    return entities.getOrDefault(kind, List.of());
  }

  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream(256);
    try (var out = new DataOutputStream(bytes)) {
      write(out, id);
      write(out, headline);
      write(out, published == null ? null : published.toString());
      write(out, source);
      write(out, section);
      write(out, byline);
      write(out, dateline);
      write(out, language);
      for (EntityKind kind : EntityKind.values()) {
        out.writeByte(entities(kind).size());
        for (String entity : entities(kind)) {
          out.writeUTF(entity);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  public static ArticleCard fromBytes(byte[] bytes, int start, int length) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, start, length))) {
      String id = present(read(in));
      String headline = read(in);
      String published = read(in);
      String source = present(read(in));
      String section = read(in);
      String byline = read(in);
      String dateline = read(in);
      String language = read(in);
      var entities = new EnumMap<EntityKind, List<String>>(EntityKind.class);
      for (EntityKind kind : EntityKind.values()) {
        int count = in.readUnsignedByte();
        var ids = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
          ids.add(in.readUTF());
        }
        entities.put(kind, ids);
      }
      return new ArticleCard(
          id,
          headline,
          published == null ? null : Published.parse(published),
          source,
          section,
          byline,
          dateline,
          language,
          entities);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an article's card in the index is damaged; run dateline verify", e);
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text);
    }
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static String present(@Nullable String text) throws IOException {
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}
