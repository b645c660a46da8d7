package dateline.corpus.difference;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a text into words, stretches of white space and single signs, which together are the text.
///
/// Never cuts what a reader sees as one letter or sign (a grapheme cluster, UAX 29). In scripts
/// that are written without spaces each letter is a word.
final class Words {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  /// Where the scripts without spaces begin.
  private static final int THAI_FIRST = 0x0E00;

  /// Where the marks begin that belong to the letter before them.
  private static final int COMBINING_FIRST = 0x0300;

  private static final String JOINS_LETTERS = "'’-\u2010\u2011";
  private static final String JOINS_DIGITS = ".,:";

  private enum Kind {
    LETTERS,
    LONE_LETTER,
    SPACE,
    SIGN
  }

  private Words() {}

  static List<String> of(String text) {
    var words = new ArrayList<String>();
    forEach(text, (start, end) -> words.add(text.substring(start, end)));
    return words;
  }

  /// How many words there are, without the white space and signs.
  static int count(String text) {
    int[] count = {0};
    forEach(text, (start, _) -> count[0] += isWordAt(text, start) ? 1 : 0);
    return count[0];
  }

  /// Whether it is a word rather than white space or a sign.
  static boolean isWord(String word) {
    return isWordAt(word, 0);
  }

  private static boolean isWordAt(String text, int start) {
    Kind kind = kind(text.codePointAt(start));
    return kind == Kind.LETTERS || kind == Kind.LONE_LETTER;
  }

  /// Takes a stretch, its end exclusive.
  private interface Stretch {
    void at(int start, int end);
  }

  private static void forEach(String text, Stretch each) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int start = 0;
    Kind last = Kind.SIGN;
    for (int at = 0, next; at < text.length(); at = next) {
      next = isPlain(text, at) ? at + 1 : clusters.following(at);
      Kind kind = kind(text.codePointAt(at));
      if (kind == Kind.SIGN && last == Kind.LETTERS && joins(text, at, next)) {
        kind = Kind.LETTERS;
      }
      boolean goesOn = kind == last && (kind == Kind.LETTERS || kind == Kind.SPACE);
      if (at > start && !goesOn) {
        each.at(start, at);
        start = at;
      }
      last = kind;
    }
    if (start < text.length()) {
      each.at(start, text.length());
    }
  }

  /// Whether one unit is one letter or sign, as nearly always: nothing joins the next to it.
  private static boolean isPlain(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return text.charAt(at) < COMBINING_FIRST && next < COMBINING_FIRST && next != '\n';
  }

  private static Kind kind(int point) {
    if (Character.isLetterOrDigit(point)) {
      return point >= THAI_FIRST && WITHOUT_SPACES.contains(UnicodeScript.of(point))
          ? Kind.LONE_LETTER
          : Kind.LETTERS;
    }
    return Character.isWhitespace(point) || Character.isSpaceChar(point) ? Kind.SPACE : Kind.SIGN;
  }

  /// Whether the sign between two letters or digits leaves them one word, as in `Japan's`,
  /// `US-Japan` and `1.3`.
  private static boolean joins(String text, int at, int next) {
    if (next - at != 1 || next == text.length() || kind(text.codePointAt(next)) != Kind.LETTERS) {
      return false;
    }
    return JOINS_LETTERS.indexOf(text.charAt(at)) >= 0
        || (JOINS_DIGITS.indexOf(text.charAt(at)) >= 0
            && Character.isDigit(text.codePointBefore(at))
            && Character.isDigit(text.codePointAt(next)));
  }
}
