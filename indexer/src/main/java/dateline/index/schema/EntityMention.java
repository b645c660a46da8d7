package dateline.index.schema;

import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Where an article names an entity.
///
/// Written as bytes, all mentions of an article one after the other: kind and zone as bytes, start
/// and length as ints, id and `how` as [DataOutputStream#writeUTF].
///
/// @param how `name`, `demonym`, `metonym`, `role`, `coreference` or `pronoun`
/// @param start first code point in the zone's text
/// @param end code point after the last
public record EntityMention(EntityKind kind, String id, String how, Zone zone, int start, int end) {
  // the numbers by which the bytes know them
  private static final List<EntityKind> KINDS =
      List.of(EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.ISSUE);
  private static final List<Zone> ZONES =
      List.of(Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY, Zone.BYLINE, Zone.DATELINE);

  /// Whether the article calls it by a name here, rather than by its people, its capital, an office
  /// or a part of a name that stood before.
  public boolean isByName() {
    return how.equals("name");
  }

  /// Whether only a pronoun stands here.
  public boolean isPronoun() {
    return how.equals("pronoun");
  }

  public static byte[] toBytes(List<EntityMention> mentions) {
    var bytes = new ByteArrayOutputStream(32 * mentions.size());
    try (var out = new DataOutputStream(bytes)) {
      for (EntityMention mention : mentions) {
        out.writeByte(KINDS.indexOf(mention.kind));
        out.writeByte(ZONES.indexOf(mention.zone));
        out.writeInt(mention.start);
        out.writeInt(mention.end - mention.start);
        out.writeUTF(mention.id);
        out.writeUTF(mention.how);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  public static List<EntityMention> fromBytes(byte[] bytes, int from, int size) {
    var mentions = new ArrayList<EntityMention>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, from, size))) {
      while (in.available() > 0) {
        EntityKind kind = KINDS.get(in.readUnsignedByte());
        Zone zone = ZONES.get(in.readUnsignedByte());
        int start = in.readInt();
        int length = in.readInt();
        String id = in.readUTF();
        mentions.add(new EntityMention(kind, id, in.readUTF(), zone, start, start + length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an article's mentions in the index are damaged; run dateline verify", e);
    }
    return mentions;
  }
}
