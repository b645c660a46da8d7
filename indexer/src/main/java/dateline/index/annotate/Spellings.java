package dateline.index.annotate;

import dateline.index.annotate.Lexicon.View;
import java.util.Arrays;
import java.util.Locale;

/// Looks up a token's [Spelling].
///
/// Most words of a text were looked up a moment ago, so a direct-mapped table remembers them. Its
/// entries are immutable and replaced whole: a race between threads costs one more look-up. To be
/// used once the lexicon is complete, since what is unknown is remembered too.
final class Spellings {
  private static final int SLOTS = 1 << 15;

  private final Lexicon lexicon;
  private final Stems stems;
  private final Spelling[] recent = new Spelling[SLOTS];

  Spellings(Lexicon lexicon, Stems stems) {
    this.lexicon = lexicon;
    this.stems = stems;
  }

  Spelling of(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = ((hash * 0x9E3779B9) >>> 8) & (SLOTS - 1); // Fibonacci hashing, as in Lexicon
    Spelling known = recent[slot];
    if (known == null || !known.is(text, start, end)) {
      known = lookUp(Arrays.copyOfRange(text, start, end));
      recent[slot] = known;
    }
    return known;
  }

  private Spelling lookUp(char[] word) {
    int length = word.length;
    int bare = length > 1 && word[length - 1] == '.' ? length - 1 : length;
    int asWritten = lexicon.id(word, 0, length, View.AS_WRITTEN);
    boolean isOwnLower = bare == length && !Character.isUpperCase(word[0]);
    return new Spelling(
        word,
        asWritten,
        hasCapitalInside(word) ? lexicon.id(word, 0, length, View.TITLE) : asWritten,
        isOwnLower ? asWritten : lexicon.id(word, 0, bare, View.LOWER),
        stem(word, bare));
  }

  private static boolean hasCapitalInside(char[] word) {
    for (int i = 1; i < word.length; i++) {
      if (Character.isUpperCase(word[i])) {
        return true;
      }
    }
    return false;
  }

  private int stem(char[] word, int end) {
    if (word[0] == '&') {
      return stems.number("and");
    }
    return Character.isLetterOrDigit(word[0])
        ? stems.number(new String(word, 0, end).toLowerCase(Locale.ROOT))
        : Lexicon.UNKNOWN;
  }
}
