package dateline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Matches articles whose words carry at least a given weight together.
///
/// Only words without which the others stay below the threshold lead the way through the index; the
/// rest is looked up in the articles that they propose, heaviest first, until the verdict is
/// certain.
final class ShareQuery extends Query {
  /// Sums are taken in different orders by different engines; they must not differ by the last bit.
  private static final double TOLERANCE = 1e-9;

  /// A word by what finds it, and what it weighs.
  record Weighted(Query word, double weight) {}

  private final List<Weighted> words;
  private final double threshold;

  /// @param threshold summed weight that an article must reach
  ShareQuery(List<Weighted> words, double threshold) {
    this.words =
        words.stream().sorted(Comparator.comparingDouble(Weighted::weight).reversed()).toList();
    this.threshold = threshold - TOLERANCE * words.stream().mapToDouble(Weighted::weight).sum();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    var weights = new ArrayList<Weight>();
    for (Weighted word : words) {
      weights.add(
          searcher.createWeight(searcher.rewrite(word.word()), ScoreMode.COMPLETE_NO_SCORES, 1));
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var found = new ArrayList<Held>();
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
          Scorer scorer = weights.get(i).scorer(leaf);
          if (scorer != null) {
            found.add(new Held(scorer.iterator(), words.get(i).weight()));
            sum += words.get(i).weight();
          }
        }
        if (sum < threshold || found.isEmpty()) {
          return null;
        }
        var iterator = new ShareIterator(found, threshold);
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
        return weights.stream().allMatch(weight -> weight.isCacheable(leaf));
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "share>=" + threshold + words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShareQuery share
        && words.equals(share.words)
        && threshold == share.threshold;
  }

  @Override
  public int hashCode() {
    return Objects.hash(ShareQuery.class, words, threshold);
  }

  private record Held(DocIdSetIterator articles, double weight) {}

  private static final class ShareIterator extends TwoPhaseIterator {
    private final List<Held> words;
    private final double[] weightFrom;
    private final double threshold;

    ShareIterator(List<Held> words, double threshold) {
      super(new Leaders(words.subList(0, leaders(words, threshold))));
      this.words = words;
      this.threshold = threshold;
      weightFrom = new double[words.size() + 1];
      for (int i = words.size() - 1; i >= 0; i--) {
        weightFrom[i] = weightFrom[i + 1] + words.get(i).weight();
      }
    }

    @Override
    public boolean matches() throws IOException {
      int article = approximation.docID();
      double sum = 0;
      for (int i = 0; i < words.size() && sum + weightFrom[i] >= threshold; i++) {
        DocIdSetIterator word = words.get(i).articles();
        if (word.docID() < article) {
          word.advance(article);
        }
        if (word.docID() == article) {
          sum += words.get(i).weight();
          if (sum >= threshold) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public float matchCost() {
      return 10 * words.size();
    }

    /// The fewest of the heaviest words such that the others alone stay below the threshold.
    private static int leaders(List<Held> words, double threshold) {
      double rest = words.stream().mapToDouble(Held::weight).sum();
      int count = 0;
      while (count < words.size() && rest >= threshold) {
        rest -= words.get(count++).weight();
      }
      return Math.max(1, count);
    }
  }

  /// Articles that hold any of the leading words. They are few, so a linear scan finds the least
  /// quickest.
  private static final class Leaders extends DocIdSetIterator {
    private final List<Held> words;
    private int article = -1;

    Leaders(List<Held> words) {
      this.words = words;
    }

    @Override
    public int docID() {
      return article;
    }

    @Override
    public int nextDoc() throws IOException {
      return advance(article + 1);
    }

    @Override
    public int advance(int target) throws IOException {
      int least = NO_MORE_DOCS;
      for (Held word : words) {
        DocIdSetIterator articles = word.articles();
        int at = articles.docID() < target ? articles.advance(target) : articles.docID();
        least = Math.min(least, at);
      }
      article = least;
      return article;
    }

    @Override
    public long cost() {
      return words.stream().mapToLong(word -> word.articles().cost()).sum();
    }
  }
}
