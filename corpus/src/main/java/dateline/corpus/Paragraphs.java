package dateline.corpus;

import java.util.ArrayList;
import java.util.List;

/// The paragraph view of a text: a paragraph ends at a blank line, or where the next line is
/// indented by two spaces or a tab, as newswire does. Lines of one paragraph are joined when it is
/// shown.
public final class Paragraphs {
  /// A stretch of the text in UTF-16 units, end exclusive, without outer white space; never empty.
  public record Span(int start, int end) {}

  private Paragraphs() {}

  public static List<Span> of(String text) {
    var spans = new ArrayList<Span>();
    int start = 0;
    for (int lineEnd = text.indexOf('\n');
        lineEnd >= 0;
        lineEnd = text.indexOf('\n', lineEnd + 1)) {
      if (opensParagraph(text, lineEnd + 1)) {
        add(text, start, lineEnd, spans);
        start = lineEnd + 1;
      }
    }
    add(text, start, text.length(), spans);
    return List.copyOf(spans);
  }

  /// The paragraph's words on one line.
  public static String shown(String text, Span span) {
    return text.substring(span.start(), span.end()).replaceAll("\\s+", " ");
  }

  private static boolean opensParagraph(String text, int at) {
    return text.startsWith("  ", at) || text.startsWith("\t", at) || isBlankLine(text, at);
  }

  private static boolean isBlankLine(String text, int at) {
    while (at < text.length() && text.charAt(at) != '\n') {
      if (!Character.isWhitespace(text.charAt(at))) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static void add(String text, int start, int end, List<Span> spans) {
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }
}
