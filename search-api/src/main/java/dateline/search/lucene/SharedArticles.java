package dateline.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Counts of many terms how many of the articles that a query matches have them. Looks at the first
/// [#ARTICLES_MAX] articles of a segment that match: enough to tell frequent terms from rare ones.
final class SharedArticles {
  private static final int ARTICLES_MAX = 10_000;

  private final OpenGeneration generation;
  private final Weight weight;

  SharedArticles(OpenGeneration generation, Query query) throws IOException {
    this.generation = generation;
    IndexSearcher searcher = generation.searcher();
    weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  int[] counts(String field, List<BytesRef> asked) throws IOException {
    int[] counts = new int[asked.size()];
    for (LeafReaderContext leaf : generation.reader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      Terms terms = leaf.reader().terms(field);
      if (scorer != null && terms != null) {
        FixedBitSet matching =
            first(LiveArticles.of(scorer.iterator(), leaf), leaf.reader().maxDoc());
        TermsEnum each = terms.iterator();
        PostingsEnum articles = null;
        for (int i = 0; i < counts.length; i++) {
          if (each.seekExact(asked.get(i))) {
            articles = each.postings(articles, PostingsEnum.NONE);
            counts[i] += shared(articles, matching);
          }
        }
      }
    }
    return counts;
  }

  private static FixedBitSet first(DocIdSetIterator matching, int articles) throws IOException {
    var found = new FixedBitSet(articles);
    int left = ARTICLES_MAX;
    for (int article;
        left > 0 && (article = matching.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS;
        left--) {
      found.set(article);
    }
    return found;
  }

  private static int shared(DocIdSetIterator articles, FixedBitSet matching) throws IOException {
    int shared = 0;
    int article = articles.nextDoc();
    while (article != DocIdSetIterator.NO_MORE_DOCS) {
      int next = matching.nextSetBit(article);
      if (next == DocIdSetIterator.NO_MORE_DOCS) {
        break;
      }
      shared += next == article ? 1 : 0;
      article = next == article ? articles.nextDoc() : articles.advance(next);
    }
    return shared;
  }
}
