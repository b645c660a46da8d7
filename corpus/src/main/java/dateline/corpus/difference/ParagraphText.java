package dateline.corpus.difference;

import dateline.corpus.Paragraphs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A paragraph with the white space behind it. All paragraphs of a text together are the text.
final class ParagraphText {
  /// Longer ones are not looked into: such a paragraph is a table or a text that lost its breaks.
  static final int LENGTH_MAX = 100_000;

  private final String text;
  private final Map<String, Integer> numbers;
  private int[] words = {};
  private List<String> pieces = List.of();

  /// @param numbers of words, shared by all paragraphs that are compared; grows
  private ParagraphText(String text, Map<String, Integer> numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  static List<ParagraphText> of(String text, Map<String, Integer> numbers) {
    var paragraphs = new ArrayList<ParagraphText>();
    int start = 0;
    for (Paragraphs.Span span : Paragraphs.of(text).stream().skip(1).toList()) {
      paragraphs.add(new ParagraphText(text.substring(start, span.start()), numbers));
      start = span.start();
    }
    if (start < text.length()) {
      paragraphs.add(new ParagraphText(text.substring(start), numbers));
    }
    return paragraphs;
  }

  String text() {
    return text;
  }

  boolean isTooLong() {
    return text.length() > LENGTH_MAX;
  }

  /// Its words, white space and signs.
  List<String> pieces() {
    if (pieces.isEmpty()) {
      pieces = Words.of(text);
    }
    return pieces;
  }

  /// The numbers of its [#pieces].
  int[] pieceNumbers() {
    return pieces().stream().mapToInt(this::number).toArray();
  }

  /// How much of two paragraphs is the same words: 0 to 1 (Dice's coefficient of their words, each
  /// as often as it stands there).
  double likeness(ParagraphText other) {
    int[] mine = words();
    int[] others = other.words();
    int common = 0;
    for (int i = 0, j = 0; i < mine.length && j < others.length; ) {
      int order = Integer.compare(mine[i], others[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common == 0 ? 0 : 2.0 * common / (mine.length + others.length);
  }

  int wordCount() {
    return words().length;
  }

  /// The numbers of its words, rising.
  private int[] words() {
    if (words.length == 0) {
      words = pieces().stream().filter(Words::isWord).mapToInt(this::number).toArray();
      Arrays.sort(words);
    }
    return words;
  }

  private int number(String piece) {
    Integer known = numbers.putIfAbsent(piece, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }
}
