package dateline.corpus.invent;

import java.util.List;

/// Spells numbers as words that can be spoken. No two numbers share a word, and a smaller number
/// never has the longer one by syllables, as frequent words are the short ones (Zipf 1935).
///
/// A word is syllables of one onset and one vowel, and a close: since consonants and vowels
/// alternate, it can be taken apart in one way only.
final class InventedWord {
  private static final List<String> ONSETS =
      List.of(
          "b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br",
          "ch", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "st", "tr");
  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ai", "ea", "ou");
  private static final List<String> CLOSES =
      List.of("n", "r", "s", "l", "t", "nd", "rt", "m", "k", "lt");
  private static final int SYLLABLES = ONSETS.size() * VOWELS.size();

  /// A prime that divides no count of words, so that neighbours in number differ in their first
  /// letters and none is left out.
  private static final long STRIDE = 1_299_709;

  private InventedWord() {}

  static String of(long number) {
    int syllables = 2;
    long left = number;
    long words = (long) SYLLABLES * SYLLABLES * CLOSES.size();
    while (left >= words) {
      left -= words;
      words *= SYLLABLES;
      syllables++;
    }
    long code = left * STRIDE % words;
    var word = new StringBuilder();
    String close = CLOSES.get((int) (code % CLOSES.size()));
    code /= CLOSES.size();
    for (int i = 0; i < syllables; i++) {
      int syllable = (int) (code % SYLLABLES);
      code /= SYLLABLES;
      word.append(ONSETS.get(syllable / VOWELS.size()))
          .append(VOWELS.get(syllable % VOWELS.size()));
    }
    return word.append(close).toString();
  }
}
