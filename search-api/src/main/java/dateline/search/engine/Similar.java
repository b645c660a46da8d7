package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.List;

/// An article that resembles another one, with the reason.
///
/// @param share of what tells the other article from the rest, how much this one has too: above 0,
///   at most 1
/// @param entities that both are about, most telling first
/// @param words that both hold, most telling first, as the other article writes them
public record Similar(Hit hit, double share, List<Entity> entities, List<String> words) {
  /// Most articles that can be asked for.
  public static final int LIMIT_MAX = 20;

  public Similar {
    entities = List.copyOf(entities);
    words = List.copyOf(words);
  }

  /// @param field whose filter finds articles about it
  public record Entity(ArticleField field, String id, String label) {}
}
