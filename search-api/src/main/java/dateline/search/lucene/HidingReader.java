package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// An index without some of its articles, as if they were deleted in it: so a withdrawal works at
/// once, in every list and every count, before a run has written an index without the article; and
/// so a caller sees the part of an archive that is theirs.
final class HidingReader extends FilterDirectoryReader {
  private final Choice choice;

  private HidingReader(DirectoryReader in, Choice choice) throws IOException {
    super(in, new Wrapper(choice));
    this.choice = choice;
    in.incRef();
  }

  /// Which articles of a segment are left.
  private interface Choice {
    /// Null where nothing is to be hidden in the segment.
    @Nullable FixedBitSet living(LeafReader leaf) throws IOException;
  }

  /// Shares the reader, which its owner may close.
  ///
  /// @param hidden ids of articles
  static DirectoryReader without(DirectoryReader reader, Collection<String> hidden)
      throws IOException {
    for (String id : hidden) {
      if (reader.docFreq(new Term(IndexNames.ID, id)) > 0) {
        return new HidingReader(reader, leaf -> living(leaf, hidden));
      }
    }
    reader.incRef();
    return reader;
  }

  /// Shares the reader, which its owner may close.
  ///
  /// @param shown numbers of articles, none of them deleted
  static DirectoryReader showing(DirectoryReader reader, FixedBitSet shown) throws IOException {
    IdentityHashMap<LeafReader, FixedBitSet> parts = new IdentityHashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      int size = leaf.reader().maxDoc();
      var part = new FixedBitSet(size);
      FixedBitSet.orRange(shown, leaf.docBase, part, 0, size);
      parts.put(leaf.reader(), part);
    }
    return new HidingReader(reader, parts::get);
  }

  private static @Nullable FixedBitSet living(LeafReader leaf, Collection<String> hidden)
      throws IOException {
    FixedBitSet living = null;
    for (String id : hidden) {
      PostingsEnum found = leaf.postings(new Term(IndexNames.ID, id), PostingsEnum.NONE);
      while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        living = living == null ? living(leaf) : living;
        living.clear(found.docID());
      }
    }
    return living;
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

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new HidingReader(other, choice);
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
    private final Choice choice;

    Wrapper(Choice choice) {
      this.choice = choice;
    }

    @Override
    public LeafReader wrap(LeafReader leaf) {
      try {
        FixedBitSet living = choice.living(leaf);
        return living == null ? leaf : new Leaf(leaf, living);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
