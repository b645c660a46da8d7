package dateline.corpus.measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What an engine answered: articles in order, by topic.
///
/// Format: `topic Q0 article rank score name`, one answer a line, columns parted by white space.
/// What counts in a file is the score, highest first, in the precision of four bytes; among equal
/// scores the greater article id comes first, whatever the rank says. So reads `trec_eval`.
///
/// @param ranked by topic, best first
public record Run(Map<String, List<String>> ranked) {
  private static final int COLUMNS = 6;

  private record Answer(String article, float score) {}

  public Run {
    var copy = new LinkedHashMap<String, List<String>>();
    ranked.forEach((topic, articles) -> copy.put(topic, List.copyOf(articles)));
    ranked = Collections.unmodifiableMap(copy);
  }

  /// @throws JudgmentException when a line is no answer
  public static Run read(Path file) throws IOException {
    var answers = new LinkedHashMap<String, List<Answer>>();
    try (var lines = new JudgmentLines(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length != COLUMNS) {
          throw lines.wrong(
              "expected 6 columns (topic, Q0, article, rank, score, name), found "
                  + columns.length);
        }
        float score = score(columns[4]);
        if (Float.isNaN(score)) {
          throw lines.wrong("the score '" + columns[4] + "' is not a number");
        }
        answers
            .computeIfAbsent(columns[0], _ -> new ArrayList<>())
            .add(new Answer(columns[2], score));
      }
    }
    var ranked = new LinkedHashMap<String, List<String>>();
    answers.forEach((topic, given) -> ranked.put(topic, inOrder(given)));
    return new Run(ranked);
  }

  /// Writes the order as it is: scores count down from the number of answers to 1, so that no two
  /// are equal and every reader finds this order again.
  ///
  /// @param name of the run, without white space
  public void write(Path file, String name) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (Map.Entry<String, List<String>> topic : ranked.entrySet()) {
        List<String> articles = topic.getValue();
        for (int i = 0; i < articles.size(); i++) {
          writer.write(
              "%s Q0 %s %d %d %s\n"
                  .formatted(topic.getKey(), articles.get(i), i + 1, articles.size() - i, name));
        }
      }
    }
  }

  /// Not a number when `text` is none.
  private static float score(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException _) { // the caller knows the line
      return Float.NaN;
    }
  }

  private static List<String> inOrder(List<Answer> answers) {
    answers.sort(
        Comparator.comparingDouble(Answer::score)
            .thenComparing(Answer::article, Run::compareCodePoints)
            .reversed());
    var articles = new LinkedHashSet<String>(); // an article that comes twice counts once
    answers.forEach(answer -> articles.add(answer.article()));
    return List.copyOf(articles);
  }

  private static int compareCodePoints(String left, String right) {
    return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
  }
}
