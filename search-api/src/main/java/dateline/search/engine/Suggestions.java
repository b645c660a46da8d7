package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody who types may mean, all of it from one generation. Nothing is suggested for
/// nothing.
///
/// @param entities those a word of whose label or of another name starts with what was typed; where
///   the label itself does, first; then by count
/// @param queries most frequent first
public record Suggestions(String generation, List<Entity> entities, List<Query> queries) {
  public static final int LIMIT_DEFAULT = 8;
  public static final int LIMIT_MAX = 20;

  /// Longest text that is completed, in UTF-16 units.
  public static final int TYPED_MAX = 200;

  public Suggestions {
    entities = List.copyOf(entities);
    queries = List.copyOf(queries);
  }

  /// @param field whose filter finds the articles: person, place, organisation or issue
  /// @param alias the other name that matched; null when the label did
  /// @param count articles that the filter finds
  public record Entity(
      ArticleField field, String id, String label, @Nullable String alias, long count) {}

  /// What was typed with its last word completed, and sometimes continued, as the archive prints
  /// it.
  ///
  /// @param count articles that hold all of its words; never 0
  public record Query(String text, long count) {}
}
