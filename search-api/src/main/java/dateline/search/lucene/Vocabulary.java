package dateline.search.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.index.schema.IndexNames;
import dateline.index.schema.PrintedPhrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiPostingsEnum;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The words and phrases that a generation prints, in order of their keys, each in the spelling
/// that is printed most often. Immutable once made.
///
/// A phrase is there when two articles have it. Where there would be more than [#ENTRIES_MAX]
/// entries, the rarest are left out.
final class Vocabulary {
  static final Vocabulary NONE = new Vocabulary(new byte[0], new int[1], new int[0]);

  /// Some 10 MB.
  private static final int ENTRIES_MAX = 250_000;

  private static final int COUNT_MAX = 1 << 16;

  /// Terms of the index one after the other.
  private final byte[] text;

  private final int[] starts;
  private final int[] counts;

  private Vocabulary(byte[] text, int[] starts, int[] counts) {
    this.text = text;
    this.starts = starts;
    this.counts = counts;
  }

  /// One key with its spellings.
  ///
  /// @param term of the most frequent spelling
  /// @param count articles per spelling, summed
  record Entry(PrintedPhrase phrase, BytesRef term, int count) {}

  private interface Each {
    void key(BytesRef term, int count);
  }

  static Vocabulary read(IndexReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, IndexNames.PHRASES);
    if (terms == null) {
      return NONE;
    }
    int @Nullable [] live = reader.hasDeletions() ? liveCounts(terms, reader) : null;
    int[] entriesWith = new int[COUNT_MAX];
    forEachKey(terms, live, (_, count) -> entriesWith[Math.min(count, COUNT_MAX - 1)]++);
    int least = COUNT_MAX - 1;
    int entries = entriesWith[least];
    while (least > 1 && entries + entriesWith[least - 1] <= ENTRIES_MAX) {
      entries += entriesWith[--least];
    }
    var text = new ByteArrayOutputStream();
    var starts = IntStream.builder().add(0);
    var counts = IntStream.builder();
    int leastCount = least;
    forEachKey(
        terms,
        live,
        (term, count) -> {
          if (count >= leastCount) {
            text.write(term.bytes, term.offset, term.length);
            starts.add(text.size());
            counts.add(count);
          }
        });
    return new Vocabulary(text.toByteArray(), starts.build().toArray(), counts.build().toArray());
  }

  /// The most frequent entries whose keys start with a prefix, most frequent first.
  List<Entry> top(String prefix, int limit) {
    byte[] sought = prefix.getBytes(UTF_8);
    Comparator<Integer> rarestFirst =
        Comparator.comparingInt((Integer entry) -> counts[entry])
            .thenComparing(Comparator.reverseOrder());
    var top = new PriorityQueue<>(rarestFirst);
    for (int entry = firstFrom(sought);
        entry < counts.length && startsWith(entry, sought);
        entry++) {
      if (top.size() < limit) {
        top.add(entry);
      } else if (counts[entry] > counts[top.element()]) {
        top.remove();
        top.add(entry);
      }
    }
    return top.stream().sorted(rarestFirst.reversed()).map(this::entry).toList();
  }

  /// How a key is spelled most often; empty when it is not there.
  Optional<String> spelling(String key) {
    byte[] sought = (key + '\0').getBytes(UTF_8);
    int entry = firstFrom(sought);
    return entry < counts.length && startsWith(entry, sought)
        ? Optional.of(entry(entry).phrase().spelling())
        : Optional.empty();
  }

  private Entry entry(int entry) {
    var term = new BytesRef(text, starts[entry], starts[entry + 1] - starts[entry]);
    return new Entry(PrintedPhrase.ofTerm(term.utf8ToString()), term, counts[entry]);
  }

  private int firstFrom(byte[] sought) {
    int low = 0;
    int high = counts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              text, starts[middle], starts[middle + 1], sought, 0, sought.length);
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean startsWith(int entry, byte[] sought) {
    int end = starts[entry] + sought.length;
    return end <= starts[entry + 1]
        && Arrays.equals(text, starts[entry], end, sought, 0, sought.length);
  }

  /// Articles with each term, in the order of terms, deleted ones left out. Reads whatever holds a
  /// term, which is why it is done once.
  private static int[] liveCounts(Terms terms, IndexReader reader) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    var counts = IntStream.builder();
    TermsEnum each = terms.iterator();
    PostingsEnum reused = null;
    while (each.next() != null) {
      reused = each.postings(reused, PostingsEnum.NONE);
      if (reused instanceof MultiPostingsEnum segments) {
        int count = 0;
        for (int i = 0; i < segments.getNumSubs(); i++) {
          var segment = segments.getSubs()[i];
          Bits live = leaves.get(segment.slice.readerIndex()).reader().getLiveDocs();
          count += LiveArticles.count(segment.postingsEnum, live, Integer.MAX_VALUE);
        }
        counts.add(count);
      } else {
        Bits live = leaves.getFirst().reader().getLiveDocs();
        counts.add(LiveArticles.count(reused, live, Integer.MAX_VALUE));
      }
    }
    return counts.build().toArray();
  }

  /// Visits each key with its most frequent spelling, but no phrase of one article alone.
  ///
  /// @param live articles with each term; null where Lucene's own counts hold
  private static void forEachKey(Terms terms, int @Nullable [] live, Each each) throws IOException {
    TermsEnum spellings = terms.iterator();
    @Nullable BytesRef best = null;
    int bestCount = 0;
    int sum = 0;
    int ordinal = 0;
    for (BytesRef term; (term = spellings.next()) != null; ) {
      int count = live == null ? spellings.docFreq() : live[ordinal++];
      if (count == 0) {
        continue; // only deleted articles print it
      }
      if (best != null && !isSameKey(best, term)) {
        visit(best, sum, each);
        best = null;
      }
      if (best == null) {
        bestCount = 0;
        sum = 0;
      }
      sum += count;
      if (count >= bestCount) { // among equals small letters, which come later
        best = BytesRef.deepCopyOf(term);
        bestCount = count;
      }
    }
    if (best != null) {
      visit(best, sum, each);
    }
  }

  private static void visit(BytesRef term, int count, Each each) {
    int keyLength = keyLength(term);
    boolean isPhrase = false;
    for (int i = keyLength; i < term.length && !isPhrase; i++) {
      isPhrase = term.bytes[term.offset + i] == ' ';
    }
    if (count > 1 || !isPhrase) {
      each.key(term, count);
    }
  }

  private static boolean isSameKey(BytesRef one, BytesRef other) {
    int length = keyLength(one) + 1;
    return other.length >= length
        && Arrays.equals(
            one.bytes,
            one.offset,
            one.offset + length,
            other.bytes,
            other.offset,
            other.offset + length);
  }

  private static int keyLength(BytesRef term) {
    int length = 0;
    while (term.bytes[term.offset + length] != 0) {
      length++;
    }
    return length;
  }
}
