package dateline.index.annotate;

/// Tells of a spelling once what opens and goes on with it: names, roles and terms of issues. Most
/// words open none, and few go on with one, so that they need no look-up wherever they stand.
///
/// @param names as they are written
/// @param namesInCapitals as text in capitals is looked up
/// @param roles by the lower-case word
/// @param terms by the stem
/// @param casedTerms as they are written
record Openings(
    NameTrie names, NameTrie namesInCapitals, NameTrie roles, NameTrie terms, NameTrie casedTerms) {
  /// While the dictionaries are being filled.
  static Openings none() {
    var none = new NameTrie();
    return new Openings(none, none, none, none, none);
  }

  /// The node behind a word in each trie, [NameTrie#NONE] where nothing opens with it.
  record Nodes(int name, int nameInCapitals, int role, int term, int casedTerm) {
    private static final Nodes NONE =
        new Nodes(NameTrie.NONE, NameTrie.NONE, NameTrie.NONE, NameTrie.NONE, NameTrie.NONE);
  }

  Nodes nodes(Spelling.Numbers word) {
    var nodes =
        new Nodes(
            names.first(word.asWritten()),
            namesInCapitals.first(word.title()),
            roles.first(word.lower()),
            terms.first(word.stem()),
            casedTerms.first(word.asWritten()));
    return nodes.equals(Nodes.NONE) ? Nodes.NONE : nodes;
  }

  /// Bits of [Traits] for a word outside text in capitals.
  int traits(Nodes nodes, Spelling.Numbers word) {
    return opens(nodes.name(), Traits.OPENS_NAME)
        | opens(nodes.casedTerm(), Traits.OPENS_CASED_TERM)
        | bit(names.continuesWith(word.asWritten()), Traits.CONTINUES_NAME)
        | inAnyCase(nodes, word);
  }

  /// Bits of [Traits] for a word in capitals, which make no cased term.
  int traitsInCapitals(Nodes nodes, Spelling.Numbers word) {
    return opens(nodes.nameInCapitals(), Traits.OPENS_NAME)
        | bit(namesInCapitals.continuesWith(word.title()), Traits.CONTINUES_NAME)
        | inAnyCase(nodes, word);
  }

  private int inAnyCase(Nodes nodes, Spelling.Numbers word) {
    return opens(nodes.role(), Traits.OPENS_ROLE)
        | opens(nodes.term(), Traits.OPENS_TERM)
        | bit(roles.continuesWith(word.lower()), Traits.CONTINUES_ROLE)
        | bit(terms.continuesWith(word.stem()), Traits.CONTINUES_TERM);
  }

  private static int opens(int node, int trait) {
    return bit(node != NameTrie.NONE, trait);
  }

  private static int bit(boolean isSet, int trait) {
    return isSet ? trait : 0;
  }
}
