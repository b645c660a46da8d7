package dateline.search.lucene;

import dateline.index.schema.ArticleField;
import dateline.search.engine.Filter;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// Tells of each article of one segment whether it passes the filter on one field.
final class FilterCheck {
  private final Filter filter;
  private final SortedSetDocValues values;
  private final long[] any;
  private final long[] all;
  private final long[] not;

  FilterCheck(Filter filter, LeafReaderContext leaf) throws IOException {
    this.filter = filter;
    this.values = DocValues.getSortedSet(leaf.reader(), filter.field().parameter());
    any = ordinals(filter.any());
    all = ordinals(filter.all());
    not = ordinals(filter.not());
  }

  ArticleField field() {
    return filter.field();
  }

  /// Articles must be asked for in rising order.
  boolean passes(int article) throws IOException {
    if (!values.advanceExact(article)) {
      return filter.any().isEmpty() && filter.all().isEmpty();
    }
    if (filter.isMissing()) {
      return false;
    }
    boolean hasAny = filter.any().isEmpty();
    int found = 0;
    for (int i = values.docValueCount(); i > 0; i--) {
      long ordinal = values.nextOrd();
      if (contains(not, ordinal)) {
        return false;
      }
      hasAny |= contains(any, ordinal);
      found += contains(all, ordinal) ? 1 : 0;
    }
    return hasAny && found == filter.all().size();
  }

  /// A value that the segment does not have is -1 and never found.
  private long[] ordinals(List<String> texts) throws IOException {
    long[] ordinals = new long[texts.size()];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = Math.max(-1, values.lookupTerm(new BytesRef(texts.get(i))));
    }
    return ordinals;
  }

  /// Filters have a handful of values: a scan beats a search.
  private static boolean contains(long[] ordinals, long ordinal) {
    for (long each : ordinals) {
      if (each == ordinal) {
        return true;
      }
    }
    return false;
  }
}
