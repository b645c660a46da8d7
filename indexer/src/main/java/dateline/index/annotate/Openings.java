package dateline.index.annotate;

import java.util.function.IntPredicate;

/// Tells of a word whether a name, a role or a term of an issue opens with it. Most words open
/// none: where that is known of a spelling, they need no look-up wherever they stand.
///
/// Each takes the number of a form of the word, as [Spelling] has them.
record Openings(
    IntPredicate names,
    IntPredicate namesInCapitals,
    IntPredicate roles,
    IntPredicate terms,
    IntPredicate casedTerms) {
  /// While the dictionaries are being filled.
  static final Openings NONE = new Openings(_ -> false, _ -> false, _ -> false, _ -> false, _ -> false);

  /// Of a word outside text in capitals, as bits of [Traits].
  int of(int asWritten, int lower, int stem) {
    return bit(names.test(asWritten), Traits.OPENS_NAME)
        | bit(casedTerms.test(asWritten), Traits.OPENS_CASED_TERM)
        | inAnyCase(lower, stem);
  }

  /// Of a word in capitals, where capitals tell no terms.
  int inCapitals(int title, int lower, int stem) {
    return bit(namesInCapitals.test(title), Traits.OPENS_NAME) | inAnyCase(lower, stem);
  }

  private int inAnyCase(int lower, int stem) {
    return bit(roles.test(lower), Traits.OPENS_ROLE) | bit(terms.test(stem), Traits.OPENS_TERM);
  }

  private static int bit(boolean opens, int trait) {
    return opens ? trait : 0;
  }
}
