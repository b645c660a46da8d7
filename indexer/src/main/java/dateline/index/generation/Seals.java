package dateline.index.generation;

import dateline.index.generation.Manifest.FileSeal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sizes and checksums of files as a JSON object, and what differs from them.
final class Seals {
  private Seals() {}

  static void write(ObjectNode node, Map<String, FileSeal> files) {
    files.forEach((file, seal) ->
        node.putObject(file).put("bytes", seal.bytes()).put("crc32c", seal.crc32c()));
  }

  static SortedMap<String, FileSeal> read(JsonNode node) {
    var files = new TreeMap<String, FileSeal>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode seal = entry.getValue();
      files.put(
          entry.getKey(),
          new FileSeal(seal.required("bytes").longValue(), seal.required("crc32c").longValue()));
    }
    return files;
  }

  /// @param found null when the file is missing
  static Optional<String> damage(String file, FileSeal sealed, @Nullable FileSeal found) {
    if (found == null) {
      return Optional.of(file + " is missing");
    }
    if (found.bytes() != sealed.bytes()) {
      return Optional.of(file + " has " + found.bytes() + " bytes instead of " + sealed.bytes());
    }
    return found.crc32c() == sealed.crc32c()
        ? Optional.empty()
        : Optional.of(file + " has other content than when it was written");
  }
}
