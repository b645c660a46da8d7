package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import java.util.List;

/// An article together with the entities that were recognised in it and with its near-copies.
///
/// @param entities strongest first within their kind
/// @param copies near-identical articles, oldest first, undated last; the first [#COPIES_MAX]
public record StoredArticle(Article article, List<Entity> entities, List<Hit> copies) {
  /// A notice that an agency sends daily in the same words has hundreds, which a search lists.
  public static final int COPIES_MAX = 100;

  public StoredArticle {
    entities = List.copyOf(entities);
    copies = List.copyOf(copies);
  }

  /// @param id stable, the value that filters take
  /// @param isSalient whether the article is about it rather than naming it in passing; only then
  ///   does a filter on it find the article
  /// @param stretches where the text names it, in reading order; may be empty for an issue
  public record Entity(
      EntityKind kind, String id, String label, boolean isSalient, List<Stretch> stretches) {
    public Entity {
      stretches = List.copyOf(stretches);
    }
  }

  /// A stretch of a zone's text as it was read, in code points.
  ///
  /// @param end exclusive
  public record Stretch(Zone zone, int start, int end) {}
}
