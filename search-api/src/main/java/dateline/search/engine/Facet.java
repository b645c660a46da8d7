package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.List;

/// Values of a field with the number of matching articles that have them. The field's own filter
/// does not count.
///
/// @param items most frequent first, then by value; selected and excluded values that are too rare
///   follow
/// @param valuesTotal how many different values there are
/// @param missing articles without any value
/// @param other articles-per-value counts that are not listed, summed
public record Facet(
    ArticleField field, List<Item> items, long valuesTotal, long missing, long other) {
  public Facet {
    items = List.copyOf(items);
  }

  /// @param value stable id
  /// @param label for people
  public record Item(String value, String label, long count, boolean isSelected) {}
}
