package dateline.index.story;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The words of a text as numbers: runs of letters and digits, whatever their case.
///
/// In scripts that put no blanks between words each sign is a word.
final class WordHashes {
  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final long FNV_START = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private long[] hashes = new long[64];
  private int words;
  private long hash = FNV_START;
  private boolean isInWord;

  private WordHashes() {}

  /// One for each word, in the order of the text.
  static long[] of(String text) {
    var reader = new WordHashes();
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      i += Character.charCount(sign);
      if (isPartOfWord(sign)) {
        reader.take(sign);
      } else {
        reader.endWord();
      }
    }
    reader.endWord();
    return Arrays.copyOf(reader.hashes, reader.words);
  }

  /// Letters, digits, and the marks that some scripts write vowels with.
  static boolean isPartOfWord(int sign) {
    if (sign < 0x80) {
      return (sign >= 'a' && sign <= 'z')
          || (sign >= 'A' && sign <= 'Z')
          || (sign >= '0' && sign <= '9');
    }
    int type = Character.getType(sign);
    return Character.isLetterOrDigit(sign)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private void take(int sign) {
    boolean standsAlone = sign >= 0xE00 && WITHOUT_BLANKS.contains(UnicodeScript.of(sign));
    if (standsAlone) {
      endWord();
    }
    hash = (hash ^ Character.toLowerCase(sign)) * FNV_PRIME;
    isInWord = true;
    if (standsAlone) {
      endWord();
    }
  }

  private void endWord() {
    if (!isInWord) {
      return;
    }
    if (words == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * words);
    }
    hashes[words++] = Mix.of(hash);
    hash = FNV_START;
    isInWord = false;
  }
}
