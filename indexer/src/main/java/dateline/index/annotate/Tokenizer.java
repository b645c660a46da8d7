package dateline.index.annotate;

import dateline.corpus.Paragraphs;
import dateline.corpus.Zone;
import dateline.index.annotate.Lexicon.View;

/// Cuts a zone's text into [Tokens] and finds where sentences and paragraphs end.
///
/// `U.S.`, `U.S`, `J.` and `Mr.` are one token with their points, `O'Neill` and `AT&T` are one, the
/// possessive `'s` is one of its own, and so is a hyphen: `Japan-U.S.` has three.
final class Tokenizer {
  /// A text with a longer line is not wrapped by hand, so that a line end there ends a paragraph.
  private static final int WRAPPED_LINE_MAX = 120;

  /// Shorter names open too many words of two parts: _DeSantis_, _YouTube_, _LeBron_.
  private static final int SEAM_LEAST = 4;

  private final Lexicon lexicon;
  private final Spellings spellings;

  Tokenizer(Lexicon lexicon, Stems stems, Openings openings) {
    this.lexicon = lexicon;
    this.spellings = new Spellings(lexicon, stems, openings);
  }

  /// @param number place of the zone among those of its article
  Tokens tokens(int number, Zone zone, String text) {
    var tokens = new Tokens(number, zone, text, plain(text));
    boolean isWrapped = isWrapped(text);
    for (Paragraphs.Span paragraph : Paragraphs.of(text)) {
      int start = paragraph.start();
      while (start < paragraph.end()) {
        int lineEnd = isWrapped ? -1 : text.indexOf('\n', start);
        int end = lineEnd < 0 || lineEnd > paragraph.end() ? paragraph.end() : lineEnd;
        paragraph(tokens, start, end);
        start = end + (lineEnd < 0 ? 0 : 1);
      }
    }
    return tokens;
  }

  private static char[] plain(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] < '\u00a0' && chars[i] != '`') {
        continue; // as nearly all
      }
      switch (chars[i]) {
        case '’', '‘', '`', '´', 'ʼ' -> chars[i] = '\'';
        case '‐', '‑' -> chars[i] = '-';
        case '\u00a0', '\u202f' -> chars[i] = ' ';
        // marks of direction and of no width stand around Arabic names, and are no part of a word
        case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff' -> chars[i] = ' ';
        default -> {}
      }
    }
    return chars;
  }

  private static boolean isWrapped(String text) {
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', lineStart)) {
      if (i - lineStart > WRAPPED_LINE_MAX) {
        return false;
      }
      lineStart = i + 1;
    }
    return text.length() - lineStart <= WRAPPED_LINE_MAX;
  }

  private void paragraph(Tokens tokens, int start, int end) {
    char[] chars = tokens.chars;
    int firstToken = tokens.size;
    byte pending = Tokens.PARAGRAPH;
    int at = start;
    while (at < end) {
      char c = chars[at];
      if (isBlank(c)) {
        at++;
        continue;
      }
      int whole = tokenEnd(chars, at, end);
      int next = seam(chars, at, whole);
      tokens.append(at, next, pending);
      boolean isLast = next < whole || endsSentence(chars, at, next, end);
      pending = isLast ? Tokens.SENTENCE : Tokens.NOTHING;
      at = next;
    }
    // apart, so that the memory of one word need not be waited for to cut the next
    for (int i = firstToken; i < tokens.size; i++) {
      tokens.setSpelling(i, spellings.of(chars, tokens.starts[i], tokens.ends[i]));
    }
    tokens.setCasing(firstToken, ParagraphCasing.of(tokens, firstToken));
  }

  private int tokenEnd(char[] chars, int start, int end) {
    char c = chars[start];
    if (isAsciiLetter(c) || Character.isLetter(c)) {
      return wordEnd(chars, start, end);
    }
    if (Character.isDigit(c)) {
      int at = start + 1;
      while (at < end
          && (Character.isLetterOrDigit(chars[at])
              || ((chars[at] == '.' || chars[at] == ',')
                  && at + 1 < end
                  && Character.isDigit(chars[at + 1])))) {
        at++;
      }
      return at;
    }
    if (c == '\'' && isPossessive(chars, start, end)) {
      return start + 2;
    }
    return start + 1;
  }

  private static boolean isPossessive(char[] chars, int at, int end) {
    return at + 1 < end
        && (chars[at + 1] == 's' || chars[at + 1] == 'S')
        && (at + 2 == end || !Character.isLetterOrDigit(chars[at + 2]));
  }

  private int wordEnd(char[] chars, int start, int end) {
    int at = start + 1;
    boolean isDotted = false;
    while (at < end) {
      char c = chars[at];
      if (c == ' ') {
        return at; // as at the end of most words
      }
      if (isAsciiLetter(c) || Character.isLetterOrDigit(c) || isMark(c)) {
        at++;
        continue;
      }
      boolean hasLetterBehind = at + 1 < end && Character.isLetter(chars[at + 1]);
      if (c == '.' && hasLetterBehind && isSingleLetter(chars, at - 1, start)) {
        isDotted = true;
        at++;
      } else if ((c == '\'' && hasLetterBehind && !isPossessive(chars, at, end))
          || (c == '&' && hasLetterBehind && Character.isUpperCase(chars[at - 1]))) {
        at++;
      } else {
        break;
      }
    }
    if (at < end && chars[at] == '.' && takesPoint(chars, start, at, isDotted)) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || ((c < ' ' || c > '~') && Character.isWhitespace(c));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isMark(char c) {
    return c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /// Where a family name runs into the headline or caption behind it, as web pages taken apart by
  /// machine have them: _Mitch McConnellGOP senators_. The word's end when there is no such place.
  private int seam(char[] chars, int start, int end) {
    boolean mayHaveSeam = end - start > SEAM_LEAST && Character.isUpperCase(chars[start]);
    int first = mayHaveSeam ? turn(chars, start + SEAM_LEAST, end) : end;
    // few words have a turn, so most need no look-up
    if (first == end || isFamilyName(chars, start, end)) {
      return end;
    }
    for (int at = first; at < end; at = turn(chars, at + 1, end)) {
      if (isFamilyName(chars, start, at)) {
        return at;
      }
    }
    return end;
  }

  /// The next capital or digit behind a small letter; the word's end when there is none.
  private static int turn(char[] chars, int from, int end) {
    for (int at = from; at < end; at++) {
      boolean isTurn = Character.isUpperCase(chars[at]) || Character.isDigit(chars[at]);
      if (isTurn && Character.isLowerCase(chars[at - 1])) {
        return at;
      }
    }
    return end;
  }

  private boolean isFamilyName(char[] chars, int start, int end) {
    return (lexicon.traits(lexicon.id(chars, start, end, View.AS_WRITTEN)) & Traits.FAMILY_NAME)
        != 0;
  }

  /// The letter at `at` follows the word's start or another point.
  private static boolean isSingleLetter(char[] chars, int at, int start) {
    return at == start || chars[at - 1] == '.';
  }

  private boolean takesPoint(char[] chars, int start, int at, boolean isDotted) {
    if (isDotted) {
      return true;
    }
    if (at - start == 1) {
      return Character.isUpperCase(chars[start]);
    }
    if (!lexicon.mayBePointed(at + 1 - start, chars[at - 1])) {
      return false;
    }
    int id = lexicon.id(chars, start, at + 1, View.AS_WRITTEN);
    int inCapitals = id == Lexicon.UNKNOWN ? lexicon.id(chars, start, at + 1, View.TITLE) : id;
    return (lexicon.traits(inCapitals) & Traits.ABBREVIATION) != 0;
  }

  /// A full stop, question or exclamation mark ends a sentence when white space and something other
  /// than a small letter follow, behind closing quotes and brackets.
  private static boolean endsSentence(char[] chars, int start, int tokenEnd, int end) {
    if (tokenEnd - start != 1) {
      return false;
    }
    char c = chars[start];
    boolean isMark = c == '.' || c == '!' || c == '?' || c == ';';
    boolean isClosing = c == '"' || c == '”' || c == '\'' || c == ')';
    if (isClosing) {
      int before = start - 1;
      while (before >= 0 && (chars[before] == '\'' || chars[before] == '"')) {
        before--;
      }
      isMark =
          before >= 0 && (chars[before] == '.' || chars[before] == '!' || chars[before] == '?');
    }
    if (!isMark || tokenEnd >= end || !Character.isWhitespace(chars[tokenEnd])) {
      return false;
    }
    int next = tokenEnd;
    while (next < end && Character.isWhitespace(chars[next])) {
      next++;
    }
    return next < end && !Character.isLowerCase(chars[next]);
  }
}
