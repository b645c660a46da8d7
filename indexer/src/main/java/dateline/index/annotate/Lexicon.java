package dateline.index.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numbers for all words that any list knows, with what is known of each word by itself.
///
/// Filled once, then only read; reading is safe for many threads. A word is looked up from a
/// stretch of characters, so that no string is made for a token.
final class Lexicon {
  static final int UNKNOWN = -1;

  private static final long EMPTY = -1;

  /// The case in which a stretch of characters is looked up.
  enum View {
    AS_WRITTEN,
    LOWER,
    /// For words of all-capitals text.
    TITLE
  }

  private final List<String> words = new ArrayList<>();

  /// Hash in the upper half, number in the lower; [#EMPTY] where there is no word.
  private long[] slots = new long[1 << 16];

  private int[] hashes = new int[1 << 12];
  private int[] traits = new int[1 << 12];

  /// The letters before the points of abbreviations, a bit each, by length; enough for all but a
  /// few lengths.
  private final int[] lastLetters = new int[1 << 4];

  Lexicon() {
    Arrays.fill(slots, EMPTY);
  }

  int size() {
    return words.size();
  }

  /// The number of `word`, a new one when it has none yet.
  int add(String word) {
    char[] chars = word.toCharArray();
    int known = id(chars, 0, chars.length, View.AS_WRITTEN);
    if (known != UNKNOWN) {
      return known;
    }
    int id = words.size();
    words.add(word);
    if (id >= traits.length) {
      traits = Arrays.copyOf(traits, 2 * id);
      hashes = Arrays.copyOf(hashes, 2 * id);
    }
    hashes[id] = hash(chars, 0, chars.length, View.AS_WRITTEN);
    if (2 * words.size() > slots.length) {
      grow();
    } else {
      place(id);
    }
    return id;
  }

  void add(String word, int trait) {
    int id = add(word); // first, since it may replace the array
    traits[id] |= trait;
    if ((trait & Traits.ABBREVIATION) != 0
        && word.endsWith(".")
        && word.length() < lastLetters.length) {
      lastLetters[word.length()] |= bit(word.charAt(word.length() - 2));
    }
  }

  /// Whether an abbreviation of this length, with its point, may end in a letter: cheap, and true
  /// where only looking it up tells.
  boolean mayBePointed(int length, char lastLetter) {
    return length >= lastLetters.length || (lastLetters[length] & bit(lastLetter)) != 0;
  }

  private static int bit(char letter) {
    char lower = Character.toLowerCase(letter);
    return lower >= 'a' && lower <= 'z' ? 1 << (lower - 'a') : 1 << 31;
  }

  int id(char[] text, int start, int end, View view) {
    int length = end - start;
    int hash = hash(text, start, end, view);
    for (int slot = slot(hash); slots[slot] != EMPTY; slot = (slot + 1) & (slots.length - 1)) {
      if ((int) (slots[slot] >>> 32) == hash) {
        int id = (int) slots[slot];
        String word = words.get(id);
        if (word.length() == length && matches(word, text, start, view)) {
          return id;
        }
      }
    }
    return UNKNOWN;
  }

  /// Bits of [Traits]; none for an unknown word.
  int traits(int id) {
    return id == UNKNOWN ? 0 : traits[id];
  }

  private static boolean matches(String word, char[] text, int start, View view) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != seen(text[start + i], i == 0, view)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] text, int start, int end, View view) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + seen(text[i], i == start, view);
    }
    return hash;
  }

  private static char seen(char c, boolean isFirst, View view) {
    if (view == View.AS_WRITTEN || (view == View.TITLE && isFirst) || (c >= 'a' && c <= 'z')) {
      return c;
    }
    return Character.toLowerCase(c);
  }

  private void grow() {
    slots = new long[2 * slots.length];
    Arrays.fill(slots, EMPTY);
    for (int id = 0; id < words.size(); id++) {
      place(id);
    }
  }

  private void place(int id) {
    int slot = slot(hashes[id]);
    while (slots[slot] != EMPTY) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = ((long) hashes[id] << 32) | id;
  }

  /// Words that differ in the last letter only have neighbouring hashes, so these are scattered.
  private int slot(int hash) {
    int mixed = hash * 0x9E3779B9; // Fibonacci hashing, Knuth TAOCP 3, section 6.4
    return (mixed >>> 8) & (slots.length - 1);
  }
}
