package dateline.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Which articles hold what, deleted ones left out.
///
/// An index that a run carried on keeps the articles that were replaced or withdrawn as deleted
/// documents of their segments. Lucene leaves them out of what its searcher finds; its terms, their
/// counts, and the scorer of a segment know nothing of it.
final class LiveArticles {
  private LiveArticles() {}

  /// The articles of a segment that a scorer finds and that are not deleted.
  static DocIdSetIterator of(DocIdSetIterator found, LeafReaderContext leaf) {
    Bits live = leaf.reader().getLiveDocs();
    return live == null ? found : new Undeleted(found, live);
  }

  /// Whether any article holds a term.
  static boolean hold(Term term, IndexReader reader) throws IOException {
    return count(term, reader, 1) > 0;
  }

  /// How many articles hold a term. As quick as Lucene's own count where nothing is deleted.
  static int count(Term term, IndexReader reader) throws IOException {
    return count(term, reader, Integer.MAX_VALUE);
  }

  /// Whether any article matches.
  static boolean match(Query query, IndexSearcher searcher) throws IOException {
    return searcher.search(query, 1).scoreDocs.length > 0;
  }

  /// Whether at least so many articles match. It looks no further than that.
  static boolean match(Query query, int fewest, IndexSearcher searcher) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    int count = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        count += count(scorer.iterator(), leaf.reader().getLiveDocs(), fewest - count);
      }
      if (count >= fewest) {
        return true;
      }
    }
    return false;
  }

  /// @param most counting may stop there
  private static int count(Term term, IndexReader reader, int most) throws IOException {
    if (!reader.hasDeletions()) {
      return reader.docFreq(term);
    }
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      if (live == null) {
        count += leaf.reader().docFreq(term);
      } else {
        PostingsEnum articles = leaf.reader().postings(term, PostingsEnum.NONE);
        count += articles == null ? 0 : count(articles, live, most - count);
      }
      if (count >= most) {
        return count;
      }
    }
    return count;
  }

  /// @param live null where nothing is deleted
  static int count(DocIdSetIterator articles, @Nullable Bits live, int most) throws IOException {
    int count = 0;
    for (int article;
        count < most && (article = articles.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
      count += live == null || live.get(article) ? 1 : 0;
    }
    return count;
  }

  private static final class Undeleted extends DocIdSetIterator {
    private final DocIdSetIterator found;
    private final Bits live;

    Undeleted(DocIdSetIterator found, Bits live) {
      this.found = found;
      this.live = live;
    }

    @Override
    public int docID() {
      return found.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return next(found.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
      return next(found.advance(target));
    }

    private int next(int from) throws IOException {
      int article = from;
      while (article != NO_MORE_DOCS && !live.get(article)) {
        article = found.nextDoc();
      }
      return article;
    }

    @Override
    public long cost() {
      return found.cost();
    }
  }
}
