package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Facet;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/// Counts the shown values of one field over the articles it is given, segment by segment. An
/// article counts once for a value, even where two found ones are shown as one.
final class FacetCounter {
  private final ArticleField field;
  private final ShownValues shown;
  private final int[] counts;
  private final int[] lastArticle;
  private int article;
  private long missing;
  private @Nullable SortedSetDocValues values;
  private LongValues toGlobal = LongValues.IDENTITY;

  FacetCounter(ShownValues shown) {
    this.field = shown.field();
    this.shown = shown;
    this.counts = new int[shown.count()];
    this.lastArticle = new int[shown.isPlain() ? 0 : shown.count()];
  }

  ArticleField field() {
    return field;
  }

  void open(LeafReaderContext leaf) throws IOException {
    values = DocValues.getSortedSet(leaf.reader(), field.parameter());
    toGlobal =
        shown.ordinals().perSegment() == null
            ? LongValues.IDENTITY
            : shown.ordinals().perSegment().getGlobalOrds(leaf.ord);
  }

  /// Articles must come in rising order.
  void count(int article) throws IOException {
    if (values == null || !values.advanceExact(article)) {
      missing++;
      return;
    }
    if (shown.isPlain()) {
      for (int i = values.docValueCount(); i > 0; i--) {
        counts[(int) toGlobal.get(values.nextOrd())]++;
      }
    } else {
      countShown(values);
    }
  }

  private void countShown(SortedSetDocValues values) throws IOException {
    article++;
    boolean hasAny = false;
    for (int i = values.docValueCount(); i > 0; i--) {
      int found = (int) toGlobal.get(values.nextOrd());
      int[] as = shown.shownAs(found);
      if (as == null) {
        hasAny = true;
        countOnce(found);
      } else {
        for (int ordinal : as) {
          hasAny = true;
          countOnce(ordinal);
        }
      }
    }
    missing += hasAny ? 0 : 1;
  }

  private void countOnce(int ordinal) {
    if (lastArticle[ordinal] != article) {
      lastArticle[ordinal] = article;
      counts[ordinal]++;
    }
  }

  /// Counted articles that have the value of each ordinal.
  int[] counts() {
    return counts;
  }

  ShownValues.Table values() throws IOException {
    return shown.table();
  }

  /// @param conditioned selected and excluded values
  Facet facet(int limit, List<String> selected, List<String> conditioned, OpenGeneration generation)
      throws IOException {
    return new FacetChoice(
            field, counts, values(), generation.names(), generation.containment(field))
        .facet(limit, selected, conditioned, missing);
  }

  /// The name of a value for people.
  static String label(ArticleField field, String value, EntityDirectory names) {
    EntityKind kind = EntityDirectory.kind(field);
    return kind == null ? value : names.labelOf(kind, value);
  }
}
