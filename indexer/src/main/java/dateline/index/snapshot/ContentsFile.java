package dateline.index.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dateline.index.generation.Manifest.FileSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes and reads `snapshot.json`, the last file of a snapshot that is written.
///
/// Format: a JSON object with `format` ([#FORMAT]) and the components of [Contents] as fields;
/// `files` maps each path to `{"bytes", "crc32c"}`. Its last field is `crc32c`, the checksum of all
/// bytes before that field's opening quotation mark, so that a change anywhere shows.
final class ContentsFile {
  static final String NAME = "snapshot.json";

  /// Raised when an older Dateline could not restore what this one writes.
  static final int FORMAT = 1;

  /// No real one comes near; a file that is something else is not read into memory.
  private static final long BYTES_MAX = 100_000_000;

  private static final String SEAL = "\"crc32c\"";
  private static final JsonMapper JSON = JsonMapper.shared();

  private ContentsFile() {}

  static void write(Path folder, Contents contents) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT);
    node.put("taken", contents.taken().toString());
    node.put("dateline", contents.dateline());
    node.put("store", contents.store());
    node.put("schema", contents.schema());
    node.put("generation", contents.generation());
    node.put("articles", contents.articles());
    node.set("rows", JSON.valueToTree(contents.rows()));
    ObjectNode files = node.putObject("files");
    contents
        .files()
        .forEach((file, seal) ->
            files.putObject(file).put("bytes", seal.bytes()).put("crc32c", seal.crc32c()));
    var answers = node.putArray("answers");
    for (SampleAnswer answer : contents.answers()) {
      ObjectNode one = answers.addObject();
      one.set("search", JSON.valueToTree(answer.search()));
      one.put("total", answer.total());
      answer.ids().forEach(one.putArray("ids")::add);
      one.set("facets", JSON.valueToTree(answer.facets()));
    }
    node.put("crc32c", 0);
    String draft =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node); // Latin-1 or escaped below
    byte[] unsealed = draft.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int seal = new String(unsealed, ISO_8859_1).lastIndexOf(SEAL);
    String end = SEAL + " : " + crc(unsealed, seal) + "\n}\n";
    var sealed = new java.io.ByteArrayOutputStream();
    sealed.write(unsealed, 0, seal);
    sealed.writeBytes(end.getBytes(ISO_8859_1));
    Path file = folder.resolve(NAME);
    Files.write(file, sealed.toByteArray());
    Folders.force(file);
  }

  /// @throws IOException when there is none, it is damaged, or a newer Dateline wrote it
  static Contents read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    byte[] bytes;
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw damaged(folder, "it has " + Files.size(file) + " bytes, too many", null);
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "the snapshot %s is damaged: %s is missing. Take another one.".formatted(folder, NAME),
          e);
    }
    try {
      JsonNode node = JSON.readTree(bytes);
      int format = node.required("format").intValue();
      if (format > FORMAT) {
        throw new IOException(
            "the snapshot %s was made by a newer Dateline (snapshot format %d, this one knows %d). Use that one."
                .formatted(folder, format, FORMAT));
      }
      int seal = new String(bytes, ISO_8859_1).lastIndexOf(SEAL);
      if (node.required("crc32c").longValue() != crc(bytes, seal)) {
        throw damaged(folder, "it has other content than when it was written", null);
      }
      return contents(node, folder);
    } catch (JacksonException | DateTimeException e) {
      throw damaged(folder, "it is cut off or garbled", e);
    }
  }

  private static Contents contents(JsonNode node, Path folder) throws IOException {
    SortedMap<String, SortedMap<String, Long>> rows = new TreeMap<>();
    for (var file : node.required("rows").properties()) {
      rows.put(file.getKey(), new TreeMap<>(counts(file.getValue())));
    }
    var files = new TreeMap<String, FileSeal>();
    for (var file : node.required("files").properties()) {
      if (!isInside(file.getKey())) {
        throw damaged(folder, "it names the file " + file.getKey(), null);
      }
      files.put(
          file.getKey(),
          new FileSeal(
              file.getValue().required("bytes").longValue(),
              file.getValue().required("crc32c").longValue()));
    }
    List<SampleAnswer> answers = new ArrayList<>();
    for (JsonNode answer : node.required("answers")) {
      answers.add(answer(answer));
    }
    return new Contents(
        Instant.parse(node.required("taken").asString()),
        node.required("dateline").asString(),
        node.required("store").intValue(),
        node.required("schema").intValue(),
        node.required("generation").asString(),
        node.required("articles").longValue(),
        rows,
        answers,
        files);
  }

  private static SampleAnswer answer(JsonNode answer) {
    Map<String, String> search = new LinkedHashMap<>();
    for (var parameter : answer.required("search").properties()) {
      search.put(parameter.getKey(), parameter.getValue().asString());
    }
    var ids = new ArrayList<String>();
    answer.required("ids").forEach(id -> ids.add(id.asString()));
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    for (var facet : answer.required("facets").properties()) {
      facets.put(facet.getKey(), counts(facet.getValue()));
    }
    return new SampleAnswer(search, answer.required("total").longValue(), ids, facets);
  }

  private static Map<String, Long> counts(JsonNode object) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (var each : object.properties()) {
      counts.put(each.getKey(), each.getValue().longValue());
    }
    return counts;
  }

  /// A path that leads out of the home would write where nobody expects it.
  private static boolean isInside(String file) {
    Path path = Path.of(file);
    return !file.isEmpty()
        && !path.isAbsolute()
        && path.normalize().equals(path)
        && !path.startsWith("..");
  }

  private static long crc(byte[] bytes, int end) {
    var checksum = new CRC32C();
    checksum.update(bytes, 0, Math.max(0, end));
    return checksum.getValue();
  }

  private static IOException damaged(
      Path folder, String what, @org.jspecify.annotations.Nullable Exception cause) {
    return new IOException(
        "the snapshot %s is damaged: %s cannot be used, %s. Take another one."
            .formatted(folder, NAME, what),
        cause);
  }
}
