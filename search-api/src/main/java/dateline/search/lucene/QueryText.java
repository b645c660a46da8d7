package dateline.search.lucene;

import dateline.search.query.Clause;
import java.util.ArrayList;
import java.util.List;

/// What a query asks, as a text without operators: its words, phrases and names, in order, without
/// what it excludes.
final class QueryText {
  private QueryText() {}

  /// Empty where it has no words.
  static String of(Clause clause) {
    var words = new ArrayList<String>();
    collect(clause, words);
    return String.join(" ", words);
  }

  private static void collect(Clause clause, List<String> words) {
    switch (clause) {
      case Clause.Ranked ranked -> words.addAll(ranked.words());
      case Clause.Phrase phrase -> words.add(phrase.text());
      case Clause.Entity entity -> words.add(entity.name());
      case Clause.All(var parts) -> parts.forEach(part -> collect(part, words));
      case Clause.Any(var parts) -> parts.forEach(part -> collect(part, words));
      // its words stand in spans; the clauses beside it say more of what is meant
      case Clause.Passage _ -> {}
      case Clause.Everything _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _,
          Clause.Not _ -> {}
    }
  }
}
