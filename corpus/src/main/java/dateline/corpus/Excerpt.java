package dateline.corpus;

import java.text.BreakIterator;
import java.util.Locale;

/// The beginning of a story, over several of its texts: whole sentences, or the very first one cut
/// between words where it is too long.
final class Excerpt {
  /// Code points in all; as long as the longest snippet of a hit.
  static final int LENGTH_MAX = 320;

  /// Stands where a text goes on that is not shown.
  static final String MORE = "…";

  private int left;
  private boolean isBegun;

  /// @param length most code points of text
  Excerpt(int length) {
    left = length;
  }

  /// What is shown of the next text; empty when nothing is.
  String next(String text) {
    if (text.isBlank() || left == 0) {
      return "";
    }
    int length = text.codePointCount(0, text.length());
    if (length <= left) {
      left -= length;
      isBegun = true;
      return text;
    }
    String beginning = text.substring(0, end(text, text.offsetByCodePoints(0, left)));
    left = 0;
    return beginning.isBlank() ? "" : beginning.stripTrailing() + " " + MORE;
  }

  /// @param most where it ends at the latest, before the end of the text
  private int end(String text, int most) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.preceding(most + 1);
    if (end > 0 || isBegun) {
      return end;
    }
    int space = text.lastIndexOf(' ', most);
    return space > 0 ? space : most; // some scripts have no spaces
  }
}
