package dateline.index.analyze;

import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Brings spellings of one word together: drops the possessive and the points of abbreviations,
/// folds accents and curly apostrophes, and lower-cases.
///
/// Capitals that would fall together with a function word keep them, and no stemmer touches them:
/// _U.S._ and _US_ give `US`, the pronoun gives `us`; likewise `WHO` and `IT`. In a text all in
/// capitals a bare _US_ may be either and gives both; _WHO_ and _IT_ are taken for the plain words
/// there.
final class NewsWordFilter extends TokenFilter {
  private static final Set<String> DISTINCT_CAPITALS = Set.of("US", "WHO", "IT");

  private final NewsTokenizer tokenizer;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private State alsoPronoun;
  private boolean isPronounNext;
  private char[] folded = new char[4 * NewsTokenizer.WORD_LENGTH_MAX];

  NewsWordFilter(NewsTokenizer tokenizer) {
    super(tokenizer);
    this.tokenizer = tokenizer;
    alsoPronoun = captureState();
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    if (isPronounNext) {
      isPronounNext = false;
      restoreState(alsoPronoun);
      term.setEmpty().append("us");
      increment.setPositionIncrement(0);
      length.setPositionLength(1);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    dropPossessive();
    boolean hadPoints = dropPoints();
    String word = isDistinctLength() ? term.toString() : "";
    if (DISTINCT_CAPITALS.contains(word)
        && (hadPoints || word.equals("US") || !tokenizer.isCapitals())) {
      keyword.setKeyword(true);
      if (tokenizer.isCapitals() && !hadPoints) {
        alsoPronoun = captureState();
        isPronounNext = true;
      }
      return true;
    }
    fold();
    return true;
  }

  @Override
  public void reset() throws java.io.IOException {
    super.reset();
    isPronounNext = false;
  }

  private boolean isDistinctLength() {
    return (term.length() == 2 || term.length() == 3) && Character.isUpperCase(term.charAt(1));
  }

  private void dropPossessive() {
    char[] buffer = term.buffer();
    int size = term.length();
    if (size > 2
        && (buffer[size - 1] == 's' || buffer[size - 1] == 'S')
        && NewsTokenizer.isApostrophe(buffer[size - 2])) {
      term.setLength(size - 2);
    }
  }

  /// The points of an abbreviation; those between digits stay.
  private boolean dropPoints() {
    char[] buffer = term.buffer();
    int size = term.length();
    if (size < 3 || buffer[1] != '.' || Character.isDigit(buffer[0])) {
      return false;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (buffer[i] != '.') {
        buffer[kept++] = buffer[i];
      }
    }
    term.setLength(kept);
    return true;
  }

  private void fold() {
    char[] buffer = term.buffer();
    int size = term.length();
    boolean isAscii = true;
    for (int i = 0; i < size; i++) {
      char c = buffer[i];
      if (c >= 0x80) {
        isAscii = false;
        break;
      }
      if (c >= 'A' && c <= 'Z') {
        buffer[i] = (char) (c | 0x20);
      }
    }
    if (isAscii) {
      return;
    }
    if (folded.length < 4 * size) {
      folded = new char[4 * size];
    }
    int foldedSize = ASCIIFoldingFilter.foldToASCII(buffer, 0, folded, 0, size);
    String lower =
        new String(folded, 0, foldedSize).toLowerCase(Locale.ROOT).replaceAll("\\p{Mn}+", "");
    if (!lower.isEmpty()) {
      term.setEmpty().append(lower);
    }
  }
}
