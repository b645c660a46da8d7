package dateline.index.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the labels of an archive mean: an id for each, where it differs.
///
/// File: UTF-8, label and id separated by a tab; lines that start with `#` and blank lines are
/// skipped.
public final class LabelMap {
  /// Labels are ids.
  public static final LabelMap NONE = new LabelMap(Map.of());

  private final Map<String, String> ids;

  private LabelMap(Map<String, String> ids) {
    this.ids = ids;
  }

  /// @throws IOException when the file cannot be read or a line is malformed; the message names
  ///   file and line
  public static LabelMap read(Path file) throws IOException {
    var ids = new HashMap<String, String>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t");
      if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) {
        throw new IOException(
            file + ":" + (i + 1) + ": a line needs a label, a tab and an id, not \"" + line + "\"");
      }
      ids.put(folded(cells[0]), cells[1].strip());
    }
    return new LabelMap(ids);
  }

  String id(String label) {
    return ids.getOrDefault(folded(label), label);
  }

  private static String folded(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
