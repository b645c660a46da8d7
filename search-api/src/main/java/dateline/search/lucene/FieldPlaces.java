package dateline.search.lucene;

import dateline.search.query.Span;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The terms of a [Span] in one text field of the index.
///
/// @param leaves terms of each phrase, pattern, entity and any entity in it
/// @param marks where the field's sentences and paragraphs begin; null for one that has none
record FieldPlaces(Map<Span, LeafTerms> leaves, Map<Span.Unit, @Nullable Term> marks) {
  FieldPlaces {
    leaves = Map.copyOf(leaves);
  }

  /// Articles that hold enough of the words, wherever in the field they stand.
  Query candidates(Span span) {
    return switch (span) {
      case Span.Phrase _, Span.Wildcard _, Span.Entity _, Span.AnyEntity _ ->
          terms(span).candidates();
      case Span.Either(var parts) -> {
        var any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(candidates(part), Occur.SHOULD));
        yield any.build();
      }
      case Span.Near near -> both(near.left(), near.right());
      case Span.Same same -> both(same.left(), same.right());
      case Span.First(var part, _) -> candidates(part);
    };
  }

  private Query both(Span left, Span right) {
    return new BooleanQuery.Builder()
        .add(candidates(left), Occur.FILTER)
        .add(candidates(right), Occur.FILTER)
        .build();
  }

  LeafTerms terms(Span leaf) {
    LeafTerms terms = leaves.get(leaf);
    if (terms == null) {
      throw new IllegalStateException("no terms of " + leaf);
    }
    return terms;
  }

  /// Takes each leaf of a span.
  @FunctionalInterface
  interface LeafTaker {
    void take(Span leaf) throws IOException;
  }

  static void eachLeaf(Span span, LeafTaker taker) throws IOException {
    switch (span) {
      case Span.Phrase _, Span.Wildcard _, Span.Entity _, Span.AnyEntity _ -> taker.take(span);
      case Span.Either(var parts) -> {
        for (Span part : parts) {
          eachLeaf(part, taker);
        }
      }
      case Span.Near near -> {
        eachLeaf(near.left(), taker);
        eachLeaf(near.right(), taker);
      }
      case Span.Same same -> {
        eachLeaf(same.left(), taker);
        eachLeaf(same.right(), taker);
      }
      case Span.First(var part, _) -> eachLeaf(part, taker);
    }
  }
}
