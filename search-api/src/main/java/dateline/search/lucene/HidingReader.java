package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// An index without some of its articles, as if they were deleted in it: so a withdrawal works at
/// once, in every list and every count, before a run has written an index without the article.
final class HidingReader extends FilterDirectoryReader {
  private final Collection<String> hidden;

  private HidingReader(DirectoryReader in, Collection<String> hidden) throws IOException {
    super(in, new Wrapper(hidden));
    this.hidden = hidden;
    in.incRef();
  }

  /// Shares the reader, which its owner may close.
  ///
  /// @param hidden ids of articles
  static DirectoryReader of(DirectoryReader reader, Collection<String> hidden) throws IOException {
    for (String id : hidden) {
      if (reader.docFreq(new Term(IndexNames.ID, id)) > 0) {
        return new HidingReader(reader, hidden);
      }
    }
    reader.incRef();
    return reader;
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new HidingReader(other, hidden);
  }

  /// Nothing may be kept for the index within: other articles live in it.
  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  @Override
  protected void doClose() throws IOException {
    in.decRef();
  }

  private static final class Wrapper extends SubReaderWrapper {
    private final Collection<String> hidden;

    Wrapper(Collection<String> hidden) {
      this.hidden = hidden;
    }

    @Override
    public LeafReader wrap(LeafReader leaf) {
      try {
        FixedBitSet living = null;
        for (String id : hidden) {
          PostingsEnum found = leaf.postings(new Term(IndexNames.ID, id), PostingsEnum.NONE);
          while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            living = living == null ? living(leaf) : living;
            living.clear(found.docID());
          }
        }
        return living == null ? leaf : new Leaf(leaf, living);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static FixedBitSet living(LeafReader leaf) {
      var living = new FixedBitSet(leaf.maxDoc());
      Bits known = leaf.getLiveDocs();
      for (int article = 0; article < leaf.maxDoc(); article++) {
        if (known == null || known.get(article)) {
          living.set(article);
        }
      }
      return living;
    }
  }

  private static final class Leaf extends FilterLeafReader {
    private final BitSet living;

    Leaf(LeafReader in, BitSet living) {
      super(in);
      this.living = living;
    }

    @Override
    public Bits getLiveDocs() {
      return living;
    }

    @Override
    public int numDocs() {
      return living.cardinality();
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
