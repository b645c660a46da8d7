package dateline.index.annotate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words that an article writes in small letters inside its running text. What it writes so is
/// no name where a sentence opens with it.
final class OrdinaryWords {
  private final List<Tokens> zones;

  /// Answers given: an article asks for few words, those more than once.
  private final Map<String, Boolean> known = new HashMap<>();

  OrdinaryWords(List<Tokens> zones) {
    this.zones = zones;
  }

  boolean contains(String word) {
    return known.computeIfAbsent(word, _ -> isWritten(word.toLowerCase(Locale.ROOT)));
  }

  private boolean isWritten(String word) {
    for (Tokens tokens : zones) {
      for (int i = 0; i < tokens.size; i++) {
        if (tokens.is(i, word) && tokens.isWord(i) && !tokens.isCapitalised(i)) {
          return true;
        }
      }
    }
    return false;
  }
}
