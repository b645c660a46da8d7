package dateline.corpus.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which articles answer which topic, and how well: 0 not at all, 1 and more the better. An article
/// that is not judged counts as 0.
///
/// Format: `topic 0 article grade`, one judgment a line, columns parted by white space.
///
/// @param grades by topic, then by article; topics in the order of the file
public record Qrels(Map<String, Map<String, Integer>> grades) {
  private static final int COLUMNS = 4;

  public Qrels {
    var copy = new LinkedHashMap<String, Map<String, Integer>>();
    grades.forEach((topic, judged) -> copy.put(topic, Map.copyOf(judged)));
    grades = Collections.unmodifiableMap(copy);
  }

  /// @throws JudgmentException when a line is no judgment or an article is judged twice
  public static Qrels read(Path file) throws IOException {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    try (var lines = new JudgmentLines(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length != COLUMNS) {
          throw lines.wrong(
              "expected 4 columns (topic, 0, article, grade), found " + columns.length);
        }
        int grade;
        try {
          grade = Integer.parseInt(columns[3]);
        } catch (NumberFormatException _) { // reported
          throw lines.wrong("the grade '" + columns[3] + "' is not a whole number");
        }
        var judged = grades.computeIfAbsent(columns[0], _ -> new LinkedHashMap<>());
        Integer before = judged.putIfAbsent(columns[2], grade);
        if (before != null && before != grade) {
          throw lines.wrong(
              "topic %s judges article %s twice, %d and %d"
                  .formatted(columns[0], columns[2], before, grade));
        }
      }
    }
    if (grades.isEmpty()) {
      throw new JudgmentException(
          file + " holds no judgment: topic, 0, article, grade, one a line.");
    }
    return new Qrels(grades);
  }

  /// Without the topics to which no article is the answer: nothing can be measured there.
  public Qrels answerable() {
    var answerable = new LinkedHashMap<>(grades);
    answerable.values().removeIf(judged -> judged.values().stream().allMatch(grade -> grade <= 0));
    return new Qrels(answerable);
  }
}
