package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values of a field with the number of matching articles that have them. The field's own filter
/// does not count.
///
/// Places and issues lie within wider ones, and an article that has a value has all wider ones too,
/// so it counts once at every level. A selected value brings up to [#NARROWER_MAX] of what lies
/// within it.
///
/// @param items most frequent first, of equals the wider first, then by value; selected and
///   excluded values that are too rare and what lies within the selected ones follow
/// @param valuesTotal how many different values there are
/// @param missing articles without any value
/// @param other articles-per-value counts that are not listed, summed
public record Facet(
    ArticleField field, List<Item> items, long valuesTotal, long missing, long other) {
  public Facet {
    items = List.copyOf(items);
  }

  /// How many values within a selected one are listed for its sake.
  public static final int NARROWER_MAX = 5;

  /// @param value stable id
  /// @param label for people
  /// @param parent the nearest wider value that is listed too; null for none
  public record Item(
      String value, String label, long count, boolean isSelected, @Nullable String parent) {}
}
