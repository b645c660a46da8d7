package dateline.search.lucene;

import java.util.Random;

/// Mistypes words, each time by one letter.
final class RandomSlips {
  private static final int LETTERS = 26;

  enum Kind {
    OTHER_LETTER,
    MISSING_LETTER,
    EXTRA_LETTER,
    EXCHANGED_LETTERS
  }

  private final Random random;

  RandomSlips(Random random) {
    this.random = random;
  }

  /// The word with one slip of the kind; sometimes itself, where equal letters changed places.
  String of(String word, Kind kind) {
    var typed = new StringBuilder(word);
    int at = random.nextInt(word.length());
    switch (kind) {
      case OTHER_LETTER -> typed.setCharAt(at, letter());
      case MISSING_LETTER -> typed.deleteCharAt(at);
      case EXTRA_LETTER -> typed.insert(random.nextInt(word.length() + 1), letter());
      case EXCHANGED_LETTERS -> {
        int first = Math.min(at, word.length() - 2);
        typed.setCharAt(first, word.charAt(first + 1));
        typed.setCharAt(first + 1, word.charAt(first));
      }
    }
    return typed.toString();
  }

  private char letter() {
    return (char) ('a' + random.nextInt(LETTERS));
  }
}
