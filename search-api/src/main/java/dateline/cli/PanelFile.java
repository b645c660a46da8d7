package dateline.cli;

import dateline.index.night.QueryPanel;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.query.QueryProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The searches by which an archive's owner wants a new index to be judged: `panel.txt` in the
/// archive's home.
///
/// Format: UTF-8 text, one query in a line; empty lines and lines that start with `#` say nothing.
///
/// @param problems lines that are left out, each with file, line and reason
record PanelFile(List<SearchRequest> searches, List<String> problems) {

  /// More would keep a run waiting.
  private static final int LINES_MAX = 200;

  PanelFile {
    searches = List.copyOf(searches);
    problems = List.copyOf(problems);
  }

  /// Empty when there is no such file.
  ///
  /// @param reader reads what the archive's pages read
  static PanelFile read(Path home, RequestReader reader) throws IOException {
    Path file = home.resolve(QueryPanel.FILE);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException _) {
      return new PanelFile(List.of(), List.of());
    }
    var searches = new ArrayList<SearchRequest>();
    var problems = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = file + ":" + (i + 1) + ": left out, ";
      if (searches.size() == LINES_MAX) {
        problems.add(place + "and so is what follows: at most " + LINES_MAX + " are asked");
        break;
      }
      SearchRequest request = request(line, reader);
      List<QueryProblem> wrong = request.query().problems();
      if (wrong.isEmpty()) {
        searches.add(request);
      } else {
        problems.add(place + wrong.getFirst().message());
      }
    }
    return new PanelFile(searches, problems);
  }

  private static SearchRequest request(String query, RequestReader reader) {
    return reader
        .read(
            Map.of(
                "q", List.of(query),
                "facet", List.of("none"),
                "snippets", List.of("0"),
                "limit", List.of(String.valueOf(EnginePanel.BEST))))
        .request();
  }
}
