package dateline.index.analyze;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Joins a letter and the accents that follow it, so that both ways to write _é_ meet before
/// stemmers and folding look at it.
final class ComposedFilter extends TokenFilter {
  /// Combining Diacritical Marks of the Unicode standard.
  private static final char MARKS_FIRST = 0x300;

  private static final char MARKS_LAST = 0x36F;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  ComposedFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] letters = term.buffer();
    for (int i = 0; i < term.length(); i++) {
      if (letters[i] >= MARKS_FIRST && letters[i] <= MARKS_LAST) {
        String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
        term.setEmpty().append(composed);
        break;
      }
    }
    return true;
  }
}
