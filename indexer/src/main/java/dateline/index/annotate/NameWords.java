package dateline.index.annotate;

import dateline.corpus.Zone;

/// Cuts names of the gazetteer as [Tokenizer] cuts text, and numbers their words.
final class NameWords {
  private final Lexicon lexicon;
  private final Tokenizer tokenizer;

  NameWords(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.tokenizer = new Tokenizer(lexicon, new Stems(lexicon), Openings.none());
  }

  int[] of(String name) {
    Tokens tokens = tokenizer.tokens(0, Zone.BODY, name);
    int[] numbers = new int[tokens.size];
    for (int i = 0; i < tokens.size; i++) {
      numbers[i] = lexicon.add(new String(tokens.chars, tokens.starts[i], length(tokens, i)));
    }
    return numbers;
  }

  /// As [Tokens#word] has them in a paragraph of capitals.
  int[] withFirstCapitals(String name) {
    Tokens tokens = tokenizer.tokens(0, Zone.BODY, name);
    int[] numbers = new int[tokens.size];
    for (int i = 0; i < tokens.size; i++) {
      char[] word = new char[length(tokens, i)];
      for (int at = 0; at < word.length; at++) {
        char c = tokens.chars[tokens.starts[i] + at];
        word[at] = at == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c);
      }
      numbers[i] = lexicon.add(new String(word));
    }
    return numbers;
  }

  private static int length(Tokens tokens, int i) {
    return tokens.ends[i] - tokens.starts[i];
  }
}
