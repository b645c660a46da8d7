package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Facet;
import dateline.search.lucene.OpenGeneration.GlobalOrdinals;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
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

  /// @param conditioned selected and excluded values
  Facet facet(int limit, List<String> selected, List<String> conditioned, OpenGeneration generation)
      throws IOException {
    return new FacetChoice(
            field, counts, ordinals.values(), generation.names(), generation.containment(field))
        .facet(limit, selected, conditioned, missing);
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
}
