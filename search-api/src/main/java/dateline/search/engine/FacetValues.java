package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one field whose names start with a prefix, among the articles of a search. The
/// field's own filter does not count.
///
/// A value matches by its label or another name of it, without regard to case, accents and
/// punctuation, or letter by letter by the value itself where that is its label. Places that only
/// gather others, such as continents, are left out unless there is a prefix.
///
/// @param items most frequent first, then by label, then by value
/// @param valuesTotal how many values match, those beyond the limit included
public record FacetValues(
    String generation, ArticleField field, String prefix, List<Item> items, long valuesTotal) {
  public FacetValues {
    items = List.copyOf(items);
  }

  /// Which values to look up.
  ///
  /// @param prefix what their names start with; blank for all values
  /// @param limit most items, 1 to [#LIMIT_MAX]
  /// @param within the search; how much of its list to show does not count
  public record Request(ArticleField field, String prefix, int limit, SearchRequest within) {
    public static final int LIMIT_DEFAULT = 10;
    public static final int LIMIT_MAX = 1000;
  }

  /// @param value stable id
  /// @param label for people
  /// @param alias the other name that starts with the prefix; null when the label does
  public record Item(String value, String label, @Nullable String alias, long count) {}
}
