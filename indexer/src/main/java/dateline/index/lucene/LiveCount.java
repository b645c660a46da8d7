package dateline.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Counts the articles that hold a term. The count that Lucene keeps knows nothing of deletions.
final class LiveCount {
  private LiveCount() {}

  /// @param at stands at the term
  /// @param live null where nothing is deleted
  static int of(TermsEnum at, @Nullable Bits live) throws IOException {
    if (live == null) {
      return at.docFreq();
    }
    PostingsEnum articles = at.postings(null, PostingsEnum.NONE);
    int count = 0;
    for (int article; (article = articles.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
      count += live.get(article) ? 1 : 0;
    }
    return count;
  }
}
