package dateline.index.lucene;

import dateline.corpus.Published;
import dateline.index.schema.IndexNames;
import dateline.index.schema.IndexNames.Precision;
import dateline.index.story.Members;
import dateline.index.story.When;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// The articles of an index that is being written, as it is now, found by their bands. Deleted ones
/// are not there. For use by one thread.
public final class BandIndex implements Closeable {
  private final DirectoryReader reader;
  private final Members members;
  private int[] places = new int[16];

  BandIndex(IndexWriter writer) throws IOException {
    reader = DirectoryReader.open(writer);
    members = new Members(reader.maxDoc());
    for (LeafReaderContext leaf : reader.leaves()) {
      read(leaf.reader(), leaf.docBase);
    }
  }

  /// Told of the articles that share a band.
  public interface Buckets {
    /// @param places may be changed
    void take(long band, int[] places, int count) throws IOException;
  }

  /// All articles by their places.
  public Members members() {
    return members;
  }

  /// Goes through all bands, those of whole texts first, that more than one article has.
  public void forEachBucket(Buckets buckets) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, IndexNames.BANDS);
    if (terms == null) {
      return;
    }
    TermsEnum bands = terms.iterator();
    PostingsEnum found = null;
    for (BytesRef term = bands.next(); term != null; term = bands.next()) {
      if (bands.docFreq() > 1) {
        found = bands.postings(found, PostingsEnum.NONE);
        int count = collect(found, 0, 0, _ -> true);
        if (count > 1) {
          buckets.take(number(term), places, count);
        }
      }
    }
  }

  /// The same, of some bands and some articles alone.
  ///
  /// @param bands in any order; are sorted by this call
  public void forEachBucket(long[] bands, IntPredicate isAsked, Buckets buckets)
      throws IOException {
    for (int i = 0; i < bands.length; i++) {
      bands[i] ^= Long.MIN_VALUE; // as in the index, where a whole text comes first
    }
    Arrays.sort(bands);
    for (int i = 0; i < bands.length; i++) {
      bands[i] ^= Long.MIN_VALUE;
      if (i == 0 || bands[i] != bands[i - 1]) {
        int count = find(bands[i], isAsked);
        if (count > 1) {
          buckets.take(bands[i], places, count);
        }
      }
    }
  }

  /// The place of the article with this id; -1 where there is none.
  public int place(String id) throws IOException {
    int count = find(new Term(IndexNames.ID, id), _ -> true);
    return count == 0 ? -1 : places[0];
  }

  /// The id of the article in a place.
  public String id(int place) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(place, reader.leaves()));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexNames.ID);
    if (!ids.advanceExact(place - leaf.docBase)) {
      throw new IllegalStateException("an article of the index has no id");
    }
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /// The term that stands for a band in the index: eight bytes, of which the first bit tells a band
  /// from a whole text.
  static BytesRef term(long band) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(band ^ Long.MIN_VALUE, bytes, 0);
    return new BytesRef(bytes);
  }

  private static long number(BytesRef term) {
    return NumericUtils.sortableBytesToLong(term.bytes, term.offset) ^ Long.MIN_VALUE;
  }

  private int find(long band, IntPredicate isAsked) throws IOException {
    return find(new Term(IndexNames.BANDS, term(band)), isAsked);
  }

  private int find(Term term, IntPredicate isAsked) throws IOException {
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum found = leaf.reader().postings(term, PostingsEnum.NONE);
      if (found != null) {
        count = collect(found, leaf.docBase, count, isAsked);
      }
    }
    return count;
  }

  private int collect(PostingsEnum found, int base, int from, IntPredicate isAsked)
      throws IOException {
    int count = from;
    for (int each = found.nextDoc();
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = found.nextDoc()) {
      int place = base + each;
      if (members.isThere(place) && isAsked.test(place)) {
        if (count == places.length) {
          places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
      }
    }
    return count;
  }

  private void read(LeafReader segment, int base) throws IOException {
    NumericDocValues sequences = DocValues.getNumeric(segment, IndexNames.SEQUENCE);
    NumericDocValues stories = DocValues.getNumeric(segment, IndexNames.STORY);
    NumericDocValues seconds = DocValues.getNumeric(segment, IndexNames.PUBLISHED);
    NumericDocValues precisions = DocValues.getNumeric(segment, IndexNames.PRECISION);
    Bits live = segment.getLiveDocs();
    for (int each = 0; each < segment.maxDoc(); each++) {
      if ((live == null || live.get(each)) && sequences.advanceExact(each)) {
        When when =
            seconds.advanceExact(each) && precisions.advanceExact(each)
                ? When.of(published(seconds.longValue(), precisions.longValue()))
                : When.UNKNOWN;
        long story = stories.advanceExact(each) ? stories.longValue() : 0;
        members.put(base + each, sequences.longValue(), when, story);
      }
    }
  }

  private static Published published(long second, long code) {
    Instant instant = Instant.ofEpochSecond(second);
    if (code == Precision.INSTANT.code()) {
      return new Published.At(instant);
    }
    LocalDate day = LocalDate.EPOCH.plusDays(Math.floorDiv(second, 86_400));
    if (code == Precision.DAY.code()) {
      return new Published.OnDay(day);
    }
    return code == Precision.MONTH.code()
        ? new Published.InMonth(YearMonth.from(day))
        : new Published.InYear(Year.from(day));
  }
}
