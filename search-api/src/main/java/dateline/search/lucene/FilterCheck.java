package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// Tells of each article of one segment whether it passes the filter on one field.
final class FilterCheck {
  private final Filter filter;
  private final SortedSetDocValues values;
  private final long[] any;
  private final List<long[]> all = new ArrayList<>();
  private final long[] not;
  private final long[] hidden;
  private final BitSet met = new BitSet();

  FilterCheck(Filter filter, EntityDirectory names, LeafReaderContext leaf) throws IOException {
    this.filter = filter;
    this.values = DocValues.getSortedSet(leaf.reader(), filter.field().parameter());
    any = ordinals(found(filter.any(), names));
    for (String value : filter.all()) {
      all.add(ordinals(names.found(filter.field(), value)));
    }
    not = ordinals(found(filter.not(), names));
    hidden = ordinals(hidden(names));
  }

  private Set<String> found(List<String> asked, EntityDirectory names) {
    var found = new LinkedHashSet<String>();
    asked.forEach(value -> found.addAll(names.found(filter.field(), value)));
    return found;
  }

  private Set<String> hidden(EntityDirectory names) {
    var hidden = new LinkedHashSet<String>();
    EntityKind kind = EntityDirectory.kind(filter.field());
    if (filter.isMissing() && kind != null) {
      names.changed(kind).stream()
          .filter(id -> names.shown(kind, id).isEmpty())
          .forEach(hidden::add);
    }
    return hidden;
  }

  ArticleField field() {
    return filter.field();
  }

  /// Articles must be asked for in rising order.
  boolean passes(int article) throws IOException {
    if (!values.advanceExact(article)) {
      return filter.any().isEmpty() && filter.all().isEmpty();
    }
    boolean hasAny = filter.any().isEmpty();
    met.clear();
    for (int i = values.docValueCount(); i > 0; i--) {
      long ordinal = values.nextOrd();
      boolean isAgainst = filter.isMissing() && !contains(hidden, ordinal);
      if (isAgainst || contains(not, ordinal)) {
        return false;
      }
      hasAny |= contains(any, ordinal);
      for (int one = 0; one < all.size(); one++) {
        if (contains(all.get(one), ordinal)) {
          met.set(one);
        }
      }
    }
    return hasAny && met.cardinality() == all.size();
  }

  /// A value that the segment does not have is -1 and never found.
  private long[] ordinals(Collection<String> texts) throws IOException {
    long[] ordinals = new long[texts.size()];
    int i = 0;
    for (String text : texts) {
      ordinals[i++] = Math.max(-1, values.lookupTerm(new BytesRef(text)));
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
