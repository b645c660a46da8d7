package dateline.index.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The commonest function words of languages in Latin letters. The list is `function-words.txt`: a
/// language a line, its code, then its words in lower case.
///
/// Words are known by a number of 64 bits that grows letter by letter, so that a text is looked
/// through without cutting it into strings.
final class FunctionWords {
  static final long EMPTY = 0xcbf29ce484222325L;

  /// FNV-1a, as in RFC 9923, over UTF-16 units.
  private static final long PRIME = 0x100000001b3L;

  static final FunctionWords SHIPPED = shipped();

  private final List<String> languages;
  private final long[] words;
  private final long[] languagesOf;

  private FunctionWords(List<String> languages, Map<Long, Long> byWord) {
    this.languages = List.copyOf(languages);
    int size = Integer.highestOneBit(byWord.size()) << 2;
    words = new long[size];
    languagesOf = new long[size];
    byWord.forEach((word, mask) -> {
      int slot = slot(word);
      words[slot] = word;
      languagesOf[slot] = mask;
    });
  }

  static long extended(long word, char letter) {
    return (word ^ letter) * PRIME;
  }

  /// Codes, English first.
  List<String> languages() {
    return languages;
  }

  /// The languages that have a word, as bits in the order of [#languages].
  long languagesOf(long word) {
    return languagesOf[slot(word)];
  }

  /// Where a word stands, or would stand.
  private int slot(long word) {
    int slot = (int) (word ^ (word >>> 32)) & (words.length - 1);
    while (languagesOf[slot] != 0 && words[slot] != word) {
      slot = (slot + 1) & (words.length - 1);
    }
    return slot;
  }

  private static FunctionWords shipped() {
    var languages = new ArrayList<String>();
    var byWord = new HashMap<Long, Long>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    FunctionWords.class.getResourceAsStream("function-words.txt")),
                StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        String[] words = line.strip().split(" +");
        if (words.length > 1 && !line.startsWith("#")) {
          long bit = 1L << languages.size();
          languages.add(words[0]);
          distinct(words).forEach(word -> byWord.merge(numberOf(word), bit, (a, b) -> a | b));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read function-words.txt of this build", e);
    }
    if (languages.size() > Long.SIZE || !languages.getFirst().equals("en")) {
      throw new IllegalStateException(
          "function-words.txt has at most 64 languages, and English first");
    }
    return new FunctionWords(languages, byWord);
  }

  private static Set<String> distinct(String[] line) {
    var words = new HashSet<>(List.of(line).subList(1, line.length));
    words.remove("");
    return words;
  }

  private static long numberOf(String word) {
    long number = EMPTY;
    for (int i = 0; i < word.length(); i++) {
      number = extended(number, word.charAt(i));
    }
    return number;
  }
}
