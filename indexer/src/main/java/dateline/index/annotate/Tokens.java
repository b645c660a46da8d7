package dateline.index.annotate;

import dateline.corpus.Zone;
import java.util.Arrays;

/// One zone's text as tokens: words with inner points and apostrophes, numbers, single marks.
///
/// Arrays side by side, one slot a token; filled by [Tokenizer]. Lives while one article is read,
/// in one thread.
final class Tokens {
  /// What ends before a token.
  static final byte NOTHING = 0;

  static final byte SENTENCE = 1;
  static final byte PARAGRAPH = 2;

  /// How a paragraph is written.
  enum Casing {
    RUNNING,
    /// As headlines in which most words open with a capital.
    TITLE,
    CAPITALS
  }

  /// With the blank behind it; news in English has 5.3.
  private static final int CHARS_PER_TOKEN = 5;

  final Zone zone;
  final String text;

  /// The text with one apostrophe and one hyphen, of the same length.
  final char[] chars;

  private final boolean hasSurrogates;

  int size;
  int[] starts;
  int[] ends;

  /// Number of the word as written, in capitals text of the word with only its first capital.
  int[] words;

  /// Number of the lower-case word without a last point.
  int[] lowers;

  Spelling[] spellings;

  byte[] breaks;
  Casing[] casings;

  /// What [NameMatcher] has found to start here; null before it was asked.
  NameMatcher.Match[] names;

  /// Who has taken the token; null while it is free.
  Span[] spans;

  Tokens(Zone zone, String text, char[] chars) {
    this.zone = zone;
    this.text = text;
    this.chars = chars;
    hasSurrogates = text.codePointCount(0, text.length()) < text.length();
    int expected = text.length() / CHARS_PER_TOKEN + 16;
    starts = new int[expected];
    ends = new int[expected];
    words = new int[expected];
    lowers = new int[expected];
    spellings = new Spelling[expected];
    breaks = new byte[expected];
    casings = new Casing[expected];
    names = new NameMatcher.Match[expected];
    spans = new Span[expected];
  }

  int append(int start, int end, Spelling spelling, byte breakBefore) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      words = Arrays.copyOf(words, 2 * size);
      lowers = Arrays.copyOf(lowers, 2 * size);
      spellings = Arrays.copyOf(spellings, 2 * size);
      breaks = Arrays.copyOf(breaks, 2 * size);
      casings = Arrays.copyOf(casings, 2 * size);
      names = Arrays.copyOf(names, 2 * size);
      spans = Arrays.copyOf(spans, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    words[size] = spelling.asWritten;
    lowers[size] = spelling.lower;
    spellings[size] = spelling;
    breaks[size] = breakBefore;
    return size++;
  }

  char first(int i) {
    return chars[starts[i]];
  }

  boolean is(int i, char mark) {
    return i >= 0 && i < size && ends[i] - starts[i] == 1 && first(i) == mark;
  }

  boolean isWord(int i) {
    return i >= 0 && i < size && Character.isLetter(first(i));
  }

  boolean isCapitalised(int i) {
    return i >= 0 && i < size && Character.isUpperCase(first(i));
  }

  /// A single capital with its point, or several as in `J.R.`
  boolean isInitial(int i) {
    int length = ends[i] - starts[i];
    return isCapitalised(i)
        && length <= 6
        && length % 2 == 0
        && chars[ends[i] - 1] == '.'
        && (length == 2 || chars[starts[i] + 1] == '.');
  }

  /// All letters are capitals, in a paragraph where that says something.
  boolean isAcronym(int i) {
    if (casings[i] == Casing.CAPITALS || ends[i] - starts[i] < 2) {
      return false;
    }
    for (int at = starts[i]; at < ends[i]; at++) {
      if (Character.isLowerCase(chars[at])) {
        return false;
      }
    }
    return true;
  }

  /// Nothing stands between the token and the one before.
  boolean isGlued(int i) {
    return i > 0 && i < size && ends[i - 1] == starts[i];
  }

  /// No sentence or paragraph ends between the token and the one before.
  boolean isJoined(int i) {
    return i > 0 && i < size && breaks[i] == NOTHING;
  }

  boolean opensSentence(int i) {
    int before = i - 1;
    return i == 0
        || breaks[i] != NOTHING
        || ((is(before, '"') || is(before, '“') || is(before, '`') || is(before, '-'))
            && (before == 0 || !isGlued(i) || breaks[before] != NOTHING || is(before - 1, ',')))
        || is(before, ':')
        || is(before, '•');
  }

  boolean isFree(int start, int end) {
    for (int i = start; i < end; i++) {
      if (spans[i] != null) {
        return false;
      }
    }
    return true;
  }

  void take(Span span) {
    Arrays.fill(spans, span.start(), span.end(), span);
  }

  /// Code points before a position of the text.
  int codePoints(int position) {
    return hasSurrogates ? text.codePointCount(0, position) : position;
  }

  String text(int start, int end) {
    return text.substring(starts[start], ends[end - 1]);
  }
}
