package dateline.corpus.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is asked: queries by the number of their topic, in the order of the file.
///
/// Format: `number<TAB>query`, one topic a line in UTF-8; a line that begins with `#` is a comment.
public record Topics(Map<String, String> queries) {
  public Topics {
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
  }

  /// @throws JudgmentException when a line is no topic or a number comes twice
  public static Topics read(Path file) throws IOException {
    var queries = new LinkedHashMap<String, String>();
    try (var lines = new JudgmentLines(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("#")) {
          continue;
        }
        int tab = line.indexOf('\t');
        String number = tab < 0 ? "" : line.substring(0, tab).strip();
        String query = line.substring(tab + 1).strip();
        if (number.isEmpty() || number.contains(" ") || query.isEmpty()) {
          throw lines.wrong("expected a number without spaces, a tab and a query");
        }
        if (queries.putIfAbsent(number, query) != null) {
          throw lines.wrong("topic " + number + " comes twice");
        }
      }
    }
    if (queries.isEmpty()) {
      throw new JudgmentException(file + " holds no topic: number, tab, query, one a line.");
    }
    return new Topics(queries);
  }
}
