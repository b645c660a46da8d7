package dateline.index.annotate;

import dateline.corpus.Zone;
import dateline.corpus.gazetteer.FoldedName;
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

  /// Place among the zones of the article.
  final int number;

  final Zone zone;
  final String text;

  /// The text with one apostrophe and one hyphen, of the same length.
  final char[] chars;

  private final boolean hasSurrogates;

  int size;
  int[] starts;
  int[] ends;

  Spelling[] spellings;

  /// What the word is as written, in capitals text the word with only its first capital.
  int[] traits;

  /// What the lower-case word without a last point is.
  int[] lowerTraits;

  byte[] breaks;
  Casing[] casings;

  /// What [NameMatcher] has found to start here; null before it was asked.
  NameMatcher.Match[] names;

  /// Who has taken the token; null while it is free.
  Span[] spans;

  Tokens(int number, Zone zone, String text, char[] chars) {
    this.number = number;
    this.zone = zone;
    this.text = text;
    this.chars = chars;
    hasSurrogates = text.codePointCount(0, text.length()) < text.length();
    int expected = text.length() / CHARS_PER_TOKEN + 16;
    starts = new int[expected];
    ends = new int[expected];
    spellings = new Spelling[expected];
    traits = new int[expected];
    lowerTraits = new int[expected];
    breaks = new byte[expected];
    casings = new Casing[expected];
    names = new NameMatcher.Match[expected];
    spans = new Span[expected];
  }

  void append(int start, int end, byte breakBefore) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      spellings = Arrays.copyOf(spellings, 2 * size);
      traits = Arrays.copyOf(traits, 2 * size);
      lowerTraits = Arrays.copyOf(lowerTraits, 2 * size);
      breaks = Arrays.copyOf(breaks, 2 * size);
      casings = Arrays.copyOf(casings, 2 * size);
      names = Arrays.copyOf(names, 2 * size);
      spans = Arrays.copyOf(spans, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    breaks[size++] = breakBefore;
  }

  void setSpelling(int i, Spelling spelling) {
    spellings[i] = spelling;
    traits[i] = spelling.traits;
    lowerTraits[i] = spelling.lowerTraits;
  }

  /// How the tokens from `first` on are written.
  void setCasing(int first, Casing casing) {
    Arrays.fill(casings, first, size, casing);
    if (casing == Casing.CAPITALS) {
      for (int i = first; i < size; i++) {
        traits[i] = spellings[i].titleTraits;
      }
    }
  }

  /// Number of the word as written, in capitals text of the word with only its first capital.
  int word(int i) {
    return casings[i] == Casing.CAPITALS ? spellings[i].title : spellings[i].asWritten;
  }

  char first(int i) {
    return chars[starts[i]];
  }

  boolean is(int i, char mark) {
    return i >= 0 && i < size && ends[i] - starts[i] == 1 && first(i) == mark;
  }

  boolean isWord(int i) {
    return i >= 0 && i < size && (traits[i] & Traits.WORD) != 0;
  }

  boolean isCapitalised(int i) {
    return i >= 0 && i < size && (traits[i] & Traits.CAPITAL) != 0;
  }

  /// A single capital with its point, or several as in `J.R.`
  boolean isInitial(int i) {
    return (traits[i] & Traits.INITIAL) != 0;
  }

  /// All letters are capitals, in a paragraph where that says something.
  boolean isAcronym(int i) {
    return (traits[i] & Traits.NOTHING_SMALL) != 0 && casings[i] != Casing.CAPITALS;
  }

  /// Nothing stands between the token and the one before.
  boolean isGlued(int i) {
    return i > 0 && i < size && ends[i - 1] == starts[i];
  }

  /// No sentence or paragraph ends between the token and the one before.
  boolean isJoined(int i) {
    return i > 0 && i < size && breaks[i] == NOTHING;
  }

  /// A word with a trait that nothing separates from the one before.
  boolean goesOn(int i, int trait) {
    return isJoined(i) && (traits[i] & trait) != 0;
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

  /// A preposition of place stands before the token.
  boolean isLocated(int i) {
    return i > 0 && (lowerTraits[i - 1] & Traits.LOCATIVE) != 0;
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

  /// Whether the text has exactly this word there.
  boolean is(int i, String word) {
    return i >= 0
        && i < size
        && ends[i] - starts[i] == word.length()
        && text.startsWith(word, starts[i]);
  }

  /// As [#is], in any case.
  boolean isInAnyCase(int i, String word) {
    return i >= 0
        && i < size
        && ends[i] - starts[i] == word.length()
        && text.regionMatches(true, starts[i], word, 0, word.length());
  }

  String text(int i) {
    return text(i, i + 1);
  }

  String text(int start, int end) {
    return isSpelled(start, end)
        ? spellings[start].text()
        : text.substring(starts[start], ends[end - 1]);
  }

  /// As [#text], with single blanks.
  String line(int start, int end) {
    String written = text(start, end);
    boolean isOneWord = end == start + 1;
    return isOneWord || hasSingleBlanks(written) ? written : written.replaceAll("\\s+", " ");
  }

  private static boolean hasSingleBlanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /// As [FoldedName] has it.
  String folded(int i) {
    return folded(i, i + 1);
  }

  String folded(int start, int end) {
    return isSpelled(start, end) ? spellings[start].folded() : FoldedName.of(text(start, end));
  }

  /// One token that stands in the text as in [#chars].
  private boolean isSpelled(int start, int end) {
    return end == start + 1 && (traits[start] & Traits.MARKED) == 0;
  }
}
