package dateline.index.analyze;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Splits English news into words.
///
/// A word is a run of letters, digits and combining marks. Apostrophes between letters belong to it
/// (_Ishiba's_, _O'Neill_), and so do points of an abbreviation in single letters (_U.S._, without
/// the last point), and points and commas between digits (_1,750_, _3.5_). Words joined by hyphens
/// come one by one, and all of them together at the position of the first (_Indo-Pacific_: `Indo`
/// and `IndoPacific`, then `Pacific`), unless digits are among them. An ideograph or a kana is a
/// word.
public final class NewsTokenizer extends Tokenizer {
  /// Longer runs are cut: no word has so many letters, and the index refuses terms over 32,766
  /// bytes.
  static final int WORD_LENGTH_MAX = 255;

  private static final int HYPHENATED_WORDS_MAX = 6;

  private record Piece(String text, int start, int end, int increment, int length) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);

  private char[] text = new char[4096];
  private int textLength;
  private int at;
  private boolean isCapitals;
  private final Queue<Piece> pending = new ArrayDeque<>();
  private final int[] starts = new int[HYPHENATED_WORDS_MAX];
  private final int[] ends = new int[HYPHENATED_WORDS_MAX];

  /// Whether the text that is being read has more than one word and no lower-case letter.
  boolean isCapitals() {
    return isCapitals;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
    at = 0;
    textLength = 0;
    for (int count; (count = input.read(text, textLength, text.length - textLength)) >= 0; ) {
      textLength += count;
      if (textLength == text.length) {
        text = Arrays.copyOf(text, text.length * 2);
      }
    }
    isCapitals = holdsOnlyCapitals();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (pending.isEmpty() && !readHyphenated()) {
      return false;
    }
    Piece piece = pending.remove();
    term.append(piece.text);
    offset.setOffset(correctOffset(piece.start), correctOffset(piece.end));
    increment.setPositionIncrement(piece.increment);
    length.setPositionLength(piece.length);
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(textLength);
    offset.setOffset(end, end);
  }

  /// Queues the next word, or the words that hyphens join to it.
  private boolean readHyphenated() {
    while (at < textLength && !isWordAt(at)) {
      at += Character.charCount(codePointAt(at));
    }
    if (at >= textLength) {
      return false;
    }
    int words = 0;
    boolean hasDigit = false;
    do {
      if (words > 0) {
        at++; // the hyphen
      }
      starts[words] = at;
      at = wordEnd(at);
      ends[words] = at;
      hasDigit |= holdsDigit(starts[words], at);
      words++;
    } while (words < HYPHENATED_WORDS_MAX
        && isHyphenAt(at)
        && at + 1 < textLength
        && isWordAt(at + 1));
    for (int word = 0; word < words; word++) {
      pending.add(
          new Piece(
              new String(text, starts[word], ends[word] - starts[word]),
              starts[word],
              ends[word],
              1,
              1));
      if (word == 0 && words > 1 && !hasDigit && ends[words - 1] - starts[0] <= WORD_LENGTH_MAX) {
        var joined = new StringBuilder();
        for (int part = 0; part < words; part++) {
          joined.append(text, starts[part], ends[part] - starts[part]);
        }
        pending.add(new Piece(joined.toString(), starts[0], ends[words - 1], 0, words));
      }
    }
    return true;
  }

  private int wordEnd(int start) {
    int first = codePointAt(start);
    int end = start + Character.charCount(first);
    if (isAlone(first)) {
      return end;
    }
    while (end < textLength && end - start < WORD_LENGTH_MAX) {
      int point = codePointAt(end);
      boolean isPart =
          (isWordPoint(point) && !isAlone(point))
              || (isApostrophe(point) && isLetter(end - 1) && isLetter(end + 1))
              || (point == '.' && isAbbreviationPoint(start, end))
              || ((point == '.' || point == ',') && isDigit(end - 1) && isDigit(end + 1));
      if (!isPart) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  /// A point between single letters: the letter before it stands alone behind a point or the start,
  /// and a single letter follows.
  private boolean isAbbreviationPoint(int start, int point) {
    boolean isSingleBefore = point - 1 == start || text[point - 2] == '.';
    boolean isSingleAfter = isLetter(point + 1) && !(isLetter(point + 2) || isDigit(point + 2));
    return isLetter(point - 1) && isSingleBefore && isSingleAfter;
  }

  private boolean isWordAt(int index) {
    return isWordPoint(codePointAt(index));
  }

  private static boolean isWordPoint(int point) {
    if (point < 0x80) { // nearly all of the text
      int lower = point | 0x20;
      return (lower >= 'a' && lower <= 'z') || (point >= '0' && point <= '9');
    }
    return Character.isLetterOrDigit(point) || isMark(point);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// Scripts without spaces give one word a sign.
  private static boolean isAlone(int point) {
    boolean isKana = point >= 0x3040 && point <= 0x30FF;
    return point >= 0x2E80 && (isKana || Character.isIdeographic(point));
  }

  private boolean isHyphenAt(int index) {
    return index < textLength
        && (text[index] == '-' || text[index] == '\u2010' || text[index] == '\u2011');
  }

  static boolean isApostrophe(int point) {
    return point == '\''
        || point == '\u2019'
        || point == '\u2018'
        || point == '\u02BC'
        || point == '\uFF07';
  }

  private boolean isLetter(int index) {
    return index >= 0 && index < textLength && Character.isLetter(codePointAt(index));
  }

  private boolean isDigit(int index) {
    return index >= 0 && index < textLength && Character.isDigit(text[index]);
  }

  private boolean holdsDigit(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsOnlyCapitals() {
    int words = 0;
    boolean isInWord = false;
    for (int i = 0; i < textLength; i++) {
      if (Character.isLowerCase(text[i])) {
        return false;
      }
      boolean isLetter = Character.isLetter(text[i]);
      if (isLetter && !isInWord) {
        words++;
      }
      isInWord = isLetter;
    }
    return words > 1;
  }

  private int codePointAt(int index) {
    return Character.codePointAt(text, index, textLength);
  }
}
