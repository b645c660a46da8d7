package dateline.corpus.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What changed from one text to another, by words within paragraphs.
///
/// Paragraphs that are the same stay; of those between, the most alike are compared word by word. A
/// paragraph that resembles no other (fewer than [ParagraphPairs#LIKENESS_MIN] of the words), or
/// has over [ParagraphText#LENGTH_MAX] characters, is removed or added as a whole, and so is what
/// is left when a comparison took [#EFFORT_MAX] steps or more than [ShortestEdit#EDITS_MAX] edits.
/// Two texts of together over [#LENGTH_MAX] characters are not compared: one replaces the other.
///
/// @param paragraphs in reading order, removed ones included; the runs of each in order. What stays
///   and goes is the text before, what stays and comes the text after, character by character
public record TextDifference(List<List<Run>> paragraphs) {
  /// Steps for one pair of texts, some 10 ns each.
  static final long EFFORT_MAX = 5_000_000;

  /// Hundreds of times the length of a story; cutting so much into paragraphs and words takes less
  /// than a second.
  static final int LENGTH_MAX = 2_000_000;

  public TextDifference {
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }

  /// What becomes of a stretch of text.
  public enum Kind {
    EQUAL,
    INSERT,
    DELETE
  }

  /// @param text as it stands in the text before or after, never empty
  public record Run(Kind kind, String text) {}

  public static TextDifference between(String before, String after) {
    if (before.length() + after.length() > LENGTH_MAX) {
      return before.equals(after) ? whole(Kind.EQUAL, before) : replaced(before, after);
    }
    Map<String, Integer> numbers = new HashMap<>();
    return new TextDifference(
        new Comparison(
                ParagraphText.of(before, numbers),
                ParagraphText.of(after, numbers),
                new Effort(EFFORT_MAX))
            .paragraphs());
  }

  private static TextDifference whole(Kind kind, String text) {
    return new TextDifference(text.isEmpty() ? List.of() : List.of(List.of(new Run(kind, text))));
  }

  private static TextDifference replaced(String before, String after) {
    var paragraphs = new ArrayList<>(whole(Kind.DELETE, before).paragraphs);
    paragraphs.addAll(whole(Kind.INSERT, after).paragraphs);
    return new TextDifference(paragraphs);
  }

  /// The runs of all paragraphs; neighbours of one kind are one.
  public List<Run> runs() {
    var runs = new ArrayList<Run>();
    var text = new StringBuilder();
    Kind kind = Kind.EQUAL;
    for (Run run : (Iterable<Run>) paragraphs.stream().flatMap(List::stream)::iterator) {
      if (run.kind != kind && !text.isEmpty()) {
        runs.add(new Run(kind, text.toString()));
        text.setLength(0);
      }
      kind = run.kind;
      text.append(run.text);
    }
    if (!text.isEmpty()) {
      runs.add(new Run(kind, text.toString()));
    }
    return List.copyOf(runs);
  }

  /// Whether the texts are the same.
  public boolean isNone() {
    return paragraphs.stream().flatMap(List::stream).allMatch(run -> run.kind == Kind.EQUAL);
  }

  public int wordsAdded() {
    return words(Kind.INSERT);
  }

  public int wordsRemoved() {
    return words(Kind.DELETE);
  }

  private int words(Kind kind) {
    return paragraphs.stream()
        .flatMap(List::stream)
        .filter(run -> run.kind == kind)
        .mapToInt(run -> Words.count(run.text))
        .sum();
  }
}
