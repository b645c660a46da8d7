package dateline.index.generation;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dateline.index.generation.Manifest.FileSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sizes and checksums of a folder of learned tables: a damaged table may well parse, and would say
/// that other people are meant.
///
/// They lie beside the tables rather than in a manifest, since many generations share the tables,
/// and what is forgotten is taken out of them where they are. Tables of an older Dateline have
/// none.
///
/// Format: `checksums.json`, a JSON object that maps each file's name to `{"bytes", "crc32c"}`.
public final class TableSeals {
  public static final String FILE = "checksums.json";

  private static final JsonMapper JSON = JsonMapper.shared();

  private TableSeals() {}

  /// Whether the tables of a folder were sealed.
  public static boolean are(Path tables) {
    return Files.exists(tables.resolve(FILE));
  }

  /// Seals what is in a folder now, in the place of an earlier seal.
  public static void write(Path tables) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    Seals.write(node, found(tables));
    Path draft = Files.write(tables.resolve(FILE + ".draft"), JSON.writeValueAsBytes(node));
    Files.move(draft, tables.resolve(FILE), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /// To be called before tables are changed, so that a kill in between leaves them unsealed rather
  /// than at odds with their seal.
  public static void remove(Path tables) throws IOException {
    Files.deleteIfExists(tables.resolve(FILE));
  }

  /// @return what is wrong, one sentence each; empty when all is well or nothing was sealed
  public static List<String> damages(Path tables) throws IOException {
    SortedMap<String, FileSeal> sealed;
    try {
      sealed = Seals.read(JSON.readTree(Files.readAllBytes(tables.resolve(FILE))));
    } catch (NoSuchFileException _) { // of an older Dateline, or just forgotten in
      return List.of();
    } catch (JacksonException _) { // the sentence tells all
      return List.of(FILE + " of the learned tables is damaged");
    }
    var damages = new ArrayList<String>();
    SortedMap<String, FileSeal> found = found(tables);
    sealed.forEach(
        (file, seal) -> Seals.damage(file, seal, found.get(file)).ifPresent(damages::add));
    return damages;
  }

  private static SortedMap<String, FileSeal> found(Path tables) throws IOException {
    SortedMap<String, FileSeal> found = GenerationStore.seal(tables);
    found.keySet().removeIf(file -> file.equals(FILE) || file.endsWith(".draft"));
    return found;
  }
}
