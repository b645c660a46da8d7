package dateline.corpus.store;

import dateline.corpus.EntityKind;
import java.util.List;
import java.util.Set;

/// One repair that an editor made to what recognition calls entities.
public sealed interface EntityEdit {
  EntityKind kind();

  String id();

  /// Ids of entities that must be known.
  default List<String> ids() {
    return this instanceof Merge merge ? List.of(merge.id, merge.into) : List.of(id());
  }

  /// What was found as `id` is `into`.
  record Merge(EntityKind kind, String id, String into) implements EntityEdit {}

  /// What was found as `id` is nothing of its kind.
  record Hide(EntityKind kind, String id) implements EntityEdit {}

  record Rename(EntityKind kind, String id, String label) implements EntityEdit {}

  /// People also ask for it by `name`.
  record Alias(EntityKind kind, String id, String name) implements EntityEdit {}

  /// Two were found as one: in the articles of one side it is `newId`.
  ///
  /// @param label of `newId`
  /// @param side which articles have `newId`
  /// @param names folded when compared; an article that calls it so is chosen
  /// @param articles ids of articles that are chosen
  record Split(
      EntityKind kind,
      String id,
      String newId,
      String label,
      Side side,
      List<String> names,
      Set<String> articles)
      implements EntityEdit {
    public Split {
      names = List.copyOf(names);
      articles = Set.copyOf(articles);
    }
  }

  /// The articles of a split that get the new id, so that the larger part can keep the old one.
  enum Side {
    CHOSEN,
    OTHERS
  }
}
