package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Rights;
import dateline.corpus.Zone;
import java.util.List;

/// An article together with the entities that were recognised in it and with its near-copies. Doors
/// are given those that [#shown] makes.
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

  /// The same with as much text as its publisher lets be shown; entities are told, but not where
  /// they stand in what is left out.
  public StoredArticle shown() {
    if (rights() == Rights.FULL) {
      return this;
    }
    Article shown = rights().shown(article);
    return new StoredArticle(
        shown, entities.stream().map(entity -> entity.within(article, shown)).toList(), copies);
  }

  public Rights rights() {
    return Rights.of(article);
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

    private Entity within(Article whole, Article shown) {
      return new Entity(
          kind,
          id,
          label,
          isSalient,
          stretches.stream().filter(stretch -> stretch.isSame(whole, shown)).toList());
    }
  }

  /// A stretch of a zone's text as it was read, in code points.
  ///
  /// @param end exclusive
  public record Stretch(Zone zone, int start, int end) {
    private boolean isSame(Article whole, Article shown) {
      String left = shown.text(zone);
      if (left.codePointCount(0, left.length()) < end) {
        return false;
      }
      int length = left.offsetByCodePoints(0, end);
      return whole.text(zone).regionMatches(0, left, 0, length);
    }
  }
}
