package dateline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes into a changed snapshot that its files are just so: what somebody does who knows how.
final class SealedAnew {
  private SealedAnew() {}

  static void of(Path snapshot) throws IOException {
    Path file = snapshot.resolve("snapshot.json");
    ObjectNode node = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
    ObjectNode files = (ObjectNode) node.get("files");
    ObjectNode rows = (ObjectNode) node.get("rows");
    for (String database : new String[] {"archive.db", "desk.db"}) {
      Path path = snapshot.resolve("home").resolve(database);
      var content = dateline.corpus.store.StoreCopy.content(path);
      rows.set(database, JsonMapper.shared().valueToTree(content.rows()));
      Files.deleteIfExists(path.resolveSibling(database + "-wal"));
      Files.deleteIfExists(path.resolveSibling(database + "-shm"));
      byte[] bytes = Files.readAllBytes(path);
      files.putObject(database).put("bytes", bytes.length).put("crc32c", crc(bytes));
    }
    write(file, node);
  }

  /// Writes `snapshot.json` with a true checksum.
  static void write(Path file, ObjectNode node) throws IOException {
    node.put("crc32c", 0);
    String text = JsonMapper.shared().writeValueAsString(node);
    String kept = new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1);
    String before = kept.substring(0, kept.lastIndexOf("\"crc32c\""));
    String sealed = before + "\"crc32c\":" + crc(before.getBytes(ISO_8859_1)) + "}";
    Files.write(file, sealed.getBytes(ISO_8859_1));
  }

  private static long crc(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
