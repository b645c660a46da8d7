package dateline.search.page;

import dateline.corpus.Paragraphs;
import dateline.corpus.difference.TextDifference;
import dateline.corpus.difference.TextDifference.Kind;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a text with what became of it.
///
/// @param isAdded by the version that is shown; then it is not removed
public record Mark(String text, boolean isAdded, boolean isRemoved) {
  /// A text in paragraphs, without changes.
  static List<List<Mark>> plain(String text) {
    return paragraphs(new Mark(text, false, false));
  }

  /// A text in paragraphs, removed ones among them. White space that came or went is not marked.
  static List<List<Mark>> of(TextDifference difference) {
    var paragraphs = new ArrayList<List<Mark>>();
    for (List<TextDifference.Run> runs : difference.paragraphs()) {
      if (runs.size() == 1) {
        TextDifference.Run whole = runs.getFirst();
        paragraphs.addAll(
            paragraphs(
                new Mark(whole.text(), whole.kind() == Kind.INSERT, whole.kind() == Kind.DELETE)));
      } else {
        paragraphs.add(line(runs));
      }
    }
    return paragraphs;
  }

  /// The same on one line.
  static List<Mark> line(TextDifference difference) {
    return line(difference.runs());
  }

  private static List<Mark> line(List<TextDifference.Run> runs) {
    var marks = new ArrayList<Mark>();
    for (TextDifference.Run run : runs) {
      String text = run.text();
      int start = text.length() - text.stripLeading().length();
      int end = text.stripTrailing().length();
      if (run.kind() == Kind.EQUAL || end == 0) {
        marks.add(new Mark(text, false, false));
        continue;
      }
      marks.add(new Mark(text.substring(0, start), false, false));
      marks.add(
          new Mark(
              text.substring(start, end), run.kind() == Kind.INSERT, run.kind() == Kind.DELETE));
      marks.add(new Mark(text.substring(end), false, false));
    }
    marks.removeIf(mark -> mark.text.isEmpty());
    return marks;
  }

  /// One stretch for each paragraph of it.
  private static List<List<Mark>> paragraphs(Mark mark) {
    return Paragraphs.of(mark.text).stream()
        .map(span ->
            List.of(
                new Mark(
                    mark.text.substring(span.start(), span.end()), mark.isAdded, mark.isRemoved)))
        .toList();
  }
}
