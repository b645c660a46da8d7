package dateline.index.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a generation is made of. Written last, as `manifest.json`; a generation without one is
/// unfinished.
///
/// Format: a JSON object with the components as fields; `files` maps each file's name to `{"bytes",
/// "crc32c"}`.
///
/// @param schema version of the fields
/// @param analyzers version of the analysis
/// @param gazetteer content hash of the lists that named its entities
/// @param recognizers versions of what found names beside our own rules; for most archives none
/// @param meaning version of the model by which articles have vectors; null where they have none
/// @param tables name of the learned tables it was built with
/// @param runs the store's runs whose versions it holds
/// @param lineage what the next run must know of how it came to be
public record Manifest(
    String name,
    int schema,
    int analyzers,
    String gazetteer,
    List<String> recognizers,
    @Nullable String meaning,
    String tables,
    SortedSet<Long> runs,
    long articles,
    Instant built,
    Lineage lineage,
    SortedMap<String, FileSeal> files) {
  static final String FILE = "manifest.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  public Manifest {
    recognizers = List.copyOf(recognizers);
    runs = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(runs));
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// The same of an index from which articles were removed.
  Manifest without(long articles, SortedMap<String, FileSeal> files) {
    return new Manifest(
        name,
        schema,
        analyzers,
        gazetteer,
        recognizers,
        meaning,
        tables,
        runs,
        articles,
        built,
        lineage,
        files);
  }

  /// Size and checksum of a file.
  public record FileSeal(long bytes, long crc32c) {}

  void write(Path directory) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", name);
    node.put("schema", schema);
    node.put("analyzers", analyzers);
    node.put("gazetteer", gazetteer);
    var further = node.putArray("recognizers");
    recognizers.forEach(further::add);
    if (meaning != null) {
      node.put("meaning", meaning);
    }
    node.put("tables", tables);
    var runNumbers = node.putArray("runs");
    runs.forEach(runNumbers::add);
    node.put("articles", articles);
    node.put("built", built.toString());
    lineage.write(node.putObject("lineage"));
    Seals.write(node.putObject("files"), files);
    Files.write(
        directory.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
  }

  /// @throws IOException when there is none or it is damaged
  static Manifest read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(file));
      var runs = new TreeSet<Long>();
      node.required("runs").forEach(run -> runs.add(run.longValue()));
      var recognizers = new ArrayList<String>();
      node.path("recognizers").forEach(version -> recognizers.add(version.asString()));
      return new Manifest(
          node.required("name").asString(),
          node.required("schema").intValue(),
          node.required("analyzers").intValue(),
          node.required("gazetteer").asString(),
          recognizers,
          node.path("meaning").stringValue(null),
          node.required("tables").asString(),
          runs,
          node.required("articles").longValue(),
          Instant.parse(node.required("built").asString()),
          Lineage.read(node.get("lineage")),
          Seals.read(node.required("files")));
    } catch (JacksonException | DateTimeException e) {
      throw new IOException(
          file
              + " is damaged.\nThe texts are safe in the store: run dateline index with any source to build a new"
              + " index.",
          e);
    }
  }
}
