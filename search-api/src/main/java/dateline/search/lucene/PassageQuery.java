package dateline.search.lucene;

import dateline.search.query.Span;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Articles that hold enough stretches of a kind. Those that hold the words are looked into, field
/// by field.
final class PassageQuery extends Query {
  private final Span span;
  private final int least;
  private final List<FieldPlaces> fields;

  /// @param least stretches over all fields
  PassageQuery(Span span, int least, List<FieldPlaces> fields) {
    this.span = span;
    this.least = least;
    this.fields = List.copyOf(fields);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    var any = new BooleanQuery.Builder();
    fields.forEach(field -> any.add(field.candidates(span), Occur.SHOULD));
    Weight candidates =
        searcher.createWeight(searcher.rewrite(any.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Scorer scorer = candidates.scorer(leaf);
        if (scorer == null) {
          return null;
        }
        var places = fields.stream().map(field -> new IndexedPlaces(leaf.reader(), field)).toList();
        var iterator = new PassageIterator(scorer, places);
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score(), mode, iterator);
          }

          @Override
          public long cost() {
            return iterator.approximation().cost();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return candidates.isCacheable(leaf);
      }
    };
  }

  private final class PassageIterator extends TwoPhaseIterator {
    /// Looking at every place of a word, in rough proportion to reading one term of an article.
    private static final float COST = 200;

    private final List<IndexedPlaces> places;

    PassageIterator(Scorer candidates, List<IndexedPlaces> places) {
      super(candidates.iterator());
      this.places = places;
    }

    @Override
    public boolean matches() throws IOException {
      int count = 0;
      for (IndexedPlaces each : places) {
        each.moveTo(approximation.docID());
        var stretches = new Stretches(each);
        count += least > 1 ? stretches.count(span) : Math.min(1, stretches.of(span).size());
        if (count >= least) {
          return true;
        }
      }
      return false;
    }

    @Override
    public float matchCost() {
      return COST;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "passage(" + span + ", " + least + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PassageQuery passage
        && span.equals(passage.span)
        && least == passage.least
        && fields.equals(passage.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(PassageQuery.class, span, least, fields);
  }
}
