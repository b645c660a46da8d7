package dateline.search.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/// The terms by which an index holds a word, phrase or name in one field.
///
/// @param paths ways to read it: at each position the terms of which one must stand there
/// @param areRuns whether terms side by side are one stretch, as the words of a name are
record LeafTerms(List<List<List<Term>>> paths, boolean areRuns) {
  LeafTerms {
    paths = List.copyOf(paths);
  }

  /// Articles that may hold it.
  Query candidates() {
    var any = new BooleanQuery.Builder();
    for (List<List<Term>> path : paths) {
      var all = new BooleanQuery.Builder();
      path.forEach(terms -> all.add(oneOf(terms), Occur.FILTER));
      any.add(all.build(), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query oneOf(List<Term> terms) {
    if (terms.size() == 1) {
      return new TermQuery(terms.getFirst());
    }
    if (terms.isEmpty()) {
      return new BooleanQuery.Builder().build();
    }
    return new TermInSetQuery(terms.getFirst().field(), terms.stream().map(Term::bytes).toList());
  }
}
