package dateline.index.annotate;

import dateline.index.annotate.Lexicon.View;
import java.util.Arrays;
import java.util.Locale;

/// Looks up a token's [Spelling].
///
/// Most words of a text were looked up a moment ago, so a table of small groups of slots remembers
/// them: the last used stands first in its group, and what was not used for longest is lost.
/// Entries are immutable and replaced whole: a race between threads costs one more look-up. To be
/// used once the lexicon is complete, since what is unknown is remembered too.
final class Spellings {
  private static final int SLOTS = 1 << 16;

  /// Slots of a group.
  private static final int WAYS = 4;

  /// Of a word whose stem nobody has asked for.
  private static final int UNASKED = -2;

  private final Lexicon lexicon;
  private final Stems stems;
  private final Openings openings;
  private final Spelling[] recent = new Spelling[SLOTS];

  /// Stems of the words that the lexicon knows in small letters, by number.
  private final int[] stemOf;

  Spellings(Lexicon lexicon, Stems stems, Openings openings) {
    this.lexicon = lexicon;
    this.stems = stems;
    this.openings = openings;
    stemOf = new int[lexicon.size()];
    Arrays.fill(stemOf, UNASKED);
  }

  Spelling of(char[] text, int start, int end) {
    long packed = Spelling.packed(text, start, end);
    long mixed = // Fibonacci hashing, as in NameTrie
        (packed == 0 ? hash(text, start, end) : packed) * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (SLOTS - WAYS);
    Spelling first = recent[slot];
    if (first != null && first.is(text, start, end, packed)) {
      return first;
    }
    int last = slot + 1;
    while (last < slot + WAYS - 1
        && recent[last] != null
        && !recent[last].is(text, start, end, packed)) {
      last++;
    }
    Spelling known = recent[last];
    Spelling found =
        known != null && known.is(text, start, end, packed)
            ? known
            : lookUp(Arrays.copyOfRange(text, start, end), packed);
    System.arraycopy(recent, slot, recent, slot + 1, last - slot);
    recent[slot] = found;
    return found;
  }

  private static long hash(char[] text, int start, int end) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    return hash;
  }

  private Spelling lookUp(char[] word, long packed) {
    int length = word.length;
    int bare = length > 1 && word[length - 1] == '.' ? length - 1 : length;
    int asWritten = lexicon.id(word, 0, length, View.AS_WRITTEN);
    boolean isOwnLower = bare == length && !Character.isUpperCase(word[0]);
    int lower = isOwnLower ? asWritten : lexicon.id(word, 0, bare, View.LOWER);
    int title = hasCapitalInside(word) ? lexicon.id(word, 0, length, View.TITLE) : asWritten;
    var numbers = new Spelling.Numbers(asWritten, title, lower, stem(word, bare, lower));
    return new Spelling(word, packed, numbers, lexicon, openings);
  }

  private static boolean hasCapitalInside(char[] word) {
    for (int i = 1; i < word.length; i++) {
      if (Character.isUpperCase(word[i])) {
        return true;
      }
    }
    return false;
  }

  private int stem(char[] word, int end, int lower) {
    if (word[0] == '&') {
      return stems.number("and");
    }
    if (!Character.isLetterOrDigit(word[0])) {
      return Lexicon.UNKNOWN;
    }
    boolean isListed = lower >= 0 && lower < stemOf.length;
    if (isListed && stemOf[lower] != UNASKED) {
      return stemOf[lower];
    }
    int stem = stems.number(new String(word, 0, end).toLowerCase(Locale.ROOT));
    if (isListed) {
      stemOf[lower] = stem;
    }
    return stem;
  }
}
