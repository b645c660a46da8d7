package dateline.search.lucene;

import dateline.search.query.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// Reads the places of words in one field from a segment, article by article in their order.
final class IndexedPlaces implements Places {
  private final LeafReader reader;
  private final FieldPlaces field;
  private final Map<Term, @Nullable PostingsEnum> postings = new HashMap<>();
  private final Map<Term, int[]> read = new HashMap<>();
  private int article;

  IndexedPlaces(LeafReader reader, FieldPlaces field) {
    this.reader = reader;
    this.field = field;
  }

  /// @param next no smaller than the one before
  void moveTo(int next) {
    if (next != article) {
      article = next;
      read.clear();
    }
  }

  @Override
  public List<Extent> of(Span leaf) throws IOException {
    LeafTerms terms = field.terms(leaf);
    var extents = new TreeSet<>(Extent.ORDER);
    for (List<List<Term>> path : terms.paths()) {
      addPath(path, extents);
    }
    return terms.areRuns() ? runs(extents) : List.copyOf(extents);
  }

  private void addPath(List<List<Term>> path, SortedSet<Extent> extents) throws IOException {
    int[] starts = positions(path.getFirst());
    for (int i = 1; i < path.size() && starts.length > 0; i++) {
      int[] next = positions(path.get(i));
      int ahead = i;
      starts =
          Arrays.stream(starts)
              .filter(start -> Arrays.binarySearch(next, start + ahead) >= 0)
              .toArray();
    }
    for (int start : starts) {
      extents.add(new Extent(start, start + path.size() - 1));
    }
  }

  private static List<Extent> runs(SortedSet<Extent> extents) {
    var runs = new ArrayList<Extent>();
    for (Extent extent : extents) {
      if (!runs.isEmpty() && runs.getLast().end() + 1 == extent.start()) {
        runs.add(new Extent(runs.removeLast().start(), extent.end()));
      } else {
        runs.add(extent);
      }
    }
    return runs;
  }

  @Override
  public int[] beginnings(Span.Unit unit) throws IOException {
    Term mark = field.marks().get(unit);
    return mark == null ? new int[0] : positions(mark);
  }

  private int[] positions(List<Term> terms) throws IOException {
    if (terms.size() == 1) {
      return positions(terms.getFirst());
    }
    var all = new ArrayList<int[]>(terms.size());
    for (Term term : terms) {
      all.add(positions(term));
    }
    return all.stream().flatMapToInt(IntStream::of).sorted().distinct().toArray();
  }

  private int[] positions(Term term) throws IOException {
    int[] known = read.get(term);
    if (known == null) {
      known = read(term);
      read.put(term, known);
    }
    return known;
  }

  private int[] read(Term term) throws IOException {
    PostingsEnum found;
    if (postings.containsKey(term)) {
      found = postings.get(term);
    } else {
      found = reader.postings(term, PostingsEnum.POSITIONS);
      postings.put(term, found);
    }
    if (found == null) {
      return new int[0];
    }
    int at = found.docID() < article ? found.advance(article) : found.docID();
    if (at != article) {
      return new int[0];
    }
    int[] positions = new int[found.freq()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = found.nextPosition();
    }
    return Arrays.stream(positions).distinct().toArray();
  }
}
