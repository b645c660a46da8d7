package dateline.index.annotate;

import dateline.index.annotate.Tokens.Casing;

/// Tells running text from titles and from text without small letters.
final class ParagraphCasing {
  /// Longer titles are rare; longer paragraphs of names are running text.
  private static final int TITLE_WORDS_MAX = 25;

  private ParagraphCasing() {}

  static Casing of(Tokens tokens, int firstToken) {
    int words = 0;
    int longWords = 0;
    int capitalised = 0;
    int small = 0;
    int large = 0;
    for (int i = firstToken; i < tokens.size; i++) {
      if (!tokens.isWord(i)) {
        continue;
      }
      words++;
      int length = tokens.ends[i] - tokens.starts[i];
      // the first word says nothing, short ones are small in titles too
      if (length >= 4 && i > firstToken) {
        longWords++;
        capitalised += tokens.isCapitalised(i) ? 1 : 0;
      }
      small += tokens.spellings[i].smallLetters;
      large += tokens.spellings[i].capitalLetters;
    }
    if (words >= 2 && large > 9 * small) {
      return Casing.CAPITALS;
    }
    boolean isTitle =
        words <= TITLE_WORDS_MAX && longWords >= 3 && 4 * capitalised >= 3 * longWords;
    return isTitle && !hasSentences(tokens, firstToken) ? Casing.TITLE : Casing.RUNNING;
  }

  private static boolean hasSentences(Tokens tokens, int firstToken) {
    for (int i = firstToken + 1; i < tokens.size; i++) {
      if (tokens.breaks[i] == Tokens.SENTENCE) {
        return true;
      }
    }
    return tokens.is(tokens.size - 1, '.');
  }
}
