package dateline.index.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words that an article writes in small letters inside its running text. What it writes so is
/// no name where a sentence opens with it.
final class OrdinaryWords {
  private final List<Tokens> zones;
  private Set<String> words = Set.of();

  OrdinaryWords(List<Tokens> zones) {
    this.zones = zones;
  }

  boolean contains(String word) {
    if (words.isEmpty()) {
      words = collected();
    }
    return words.contains(word.toLowerCase(Locale.ROOT));
  }

  private Set<String> collected() {
    var collected = new HashSet<String>();
    for (Tokens tokens : zones) {
      for (int i = 0; i < tokens.size; i++) {
        if (tokens.isWord(i) && !tokens.isCapitalised(i)) {
          collected.add(tokens.text(i));
        }
      }
    }
    return collected;
  }
}
