package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Facet;
import dateline.search.lucene.OpenGeneration.GlobalOrdinals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/// Counts the values of one field over the articles it is given, segment by segment.
final class FacetCounter {
  private final ArticleField field;
  private final GlobalOrdinals ordinals;
  private final int[] counts;
  private long missing;
  private @Nullable SortedSetDocValues values;
  private LongValues toGlobal = LongValues.IDENTITY;

  FacetCounter(ArticleField field, GlobalOrdinals ordinals) {
    this.field = field;
    this.ordinals = ordinals;
    this.counts = new int[ordinals.count()];
  }

  ArticleField field() {
    return field;
  }

  void open(LeafReaderContext leaf) throws IOException {
    values = DocValues.getSortedSet(leaf.reader(), field.parameter());
    toGlobal =
        ordinals.perSegment() == null
            ? LongValues.IDENTITY
            : ordinals.perSegment().getGlobalOrds(leaf.ord);
  }

  /// Articles must come in rising order.
  void count(int article) throws IOException {
    if (values == null || !values.advanceExact(article)) {
      missing++;
      return;
    }
    for (int i = values.docValueCount(); i > 0; i--) {
      counts[(int) toGlobal.get(values.nextOrd())]++;
    }
  }

  /// Counted articles that have the value of each ordinal.
  int[] counts() {
    return counts;
  }

  SortedSetDocValues values() throws IOException {
    return ordinals.values();
  }

  /// The most frequent values, and those with a condition even where they count nothing.
  ///
  /// @param conditioned selected and excluded values
  Facet facet(int limit, List<String> selected, List<String> conditioned, EntityDirectory names)
      throws IOException {
    SortedSetDocValues values = ordinals.values();
    record Counted(int ordinal, int count) {}
    Comparator<Counted> byCount =
        Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::ordinal);
    var top = new PriorityQueue<Counted>(byCount.reversed());
    long valuesTotal = 0;
    long sum = 0;
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] == 0) {
        continue;
      }
      valuesTotal++;
      sum += counts[ordinal];
      boolean isCandidate = top.size() < limit || counts[ordinal] > top.element().count();
      if (isCandidate && !isHidden(ordinal, names, values)) {
        top.add(new Counted(ordinal, counts[ordinal]));
        if (top.size() > limit) {
          top.remove();
        }
      }
    }
    var items = new ArrayList<Facet.Item>();
    for (Counted each : top.stream().sorted(byCount).toList()) {
      String value = values.lookupOrd(each.ordinal()).utf8ToString();
      items.add(
          new Facet.Item(
              value, label(field, value, names), each.count(), selected.contains(value)));
    }
    for (String value : conditioned) {
      if (items.stream().noneMatch(item -> item.value().equals(value))) {
        long ordinal = values.lookupTerm(new BytesRef(value));
        items.add(
            new Facet.Item(
                value,
                label(field, value, names),
                ordinal < 0 ? 0 : counts[(int) ordinal],
                selected.contains(value)));
      }
    }
    long listed = items.stream().mapToLong(Facet.Item::count).sum();
    return new Facet(field, items, valuesTotal, missing, sum - listed);
  }

  /// The name of a value for people.
  static String label(ArticleField field, String value, EntityDirectory names) {
    return switch (field) {
      case PERSON -> names.labelOf(EntityKind.PERSON, value);
      case PLACE, PLACE_MENTION -> names.labelOf(EntityKind.PLACE, value);
      case ORG -> names.labelOf(EntityKind.ORGANISATION, value);
      case ISSUE -> names.labelOf(EntityKind.ISSUE, value);
      case SOURCE, SECTION, AUTHOR, LANGUAGE, TYPE, TAG -> value;
    };
  }

  private boolean isHidden(int ordinal, EntityDirectory names, SortedSetDocValues values)
      throws IOException {
    return (field == ArticleField.PLACE || field == ArticleField.PLACE_MENTION)
        && names.isWide(values.lookupOrd(ordinal).utf8ToString());
  }
}
