package dateline.search.lucene;

import dateline.search.engine.SearchEngine.CursorExpired;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/// Where a list goes on: the sort key of the last hit shown, in one generation, for one search.
///
/// Printed in URL-safe Base64: the generation's name, the search's fingerprint (int), score
/// (float), second (long) and id, as [DataOutputStream] writes them.
record Cursor(String generation, int fingerprint, HitOrder.Key after) {
  String print() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(generation);
      out.writeInt(fingerprint);
      out.writeFloat(after.score());
      out.writeLong(after.second());
      out.writeUTF(after.id());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// @throws CursorExpired when it is none of ours
  static Cursor read(String text) throws CursorExpired {
    try (var in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
      return new Cursor(
          in.readUTF(),
          in.readInt(),
          new HitOrder.Key(in.readFloat(), in.readLong(), in.readUTF()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CursorExpired(
          "the cursor is not one that this server gave out; start the list again without it");
    }
  }

  /// The last hit shown, for the search that this cursor is of.
  ///
  /// @throws CursorExpired for another search
  HitOrder.Key after(int fingerprint) throws CursorExpired {
    if (this.fingerprint != fingerprint) {
      throw new CursorExpired(
          "the cursor belongs to another search; start the list again without it");
    }
    return after;
  }
}
