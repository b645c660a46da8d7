package dateline.index;

import dateline.corpus.EntityKind;
import dateline.corpus.store.ArchiveStore;
import dateline.index.generation.Generation;
import dateline.index.generation.Lineage;
import dateline.index.lucene.PublishedArticles;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What an incremental run has to write.
///
/// @param articles ids of all articles that may be other than in the base
/// @param again those of them that must be done again though their text is the same
/// @param withdrawn ids of articles that were taken back and of which the base still holds text
/// @param isOther whether the base lacks repairs that concern no article of it
record Changes(Set<String> articles, Set<String> again, Set<String> withdrawn, boolean isOther) {
  /// Nothing, where the plan has no base.
  static Changes of(Plan plan, ArchiveStore store, Repairs repairs, Instant now)
      throws IOException {
    Generation base = plan.base();
    if (base == null) {
      return new Changes(Set.of(), Set.of(), Set.of(), false);
    }
    Lineage lineage = base.manifest().lineage();
    Set<String> again = repaired(base, repairs);
    var articles = new LinkedHashSet<>(store.shown().touchedSince(base.manifest().runs()));
    articles.addAll(store.shown().dueBetween(lineage.asOf(), now));
    articles.addAll(again);
    Set<String> withdrawn = withdrawn(base, store.withdrawn());
    return new Changes(articles, again, withdrawn, !lineage.edits().equals(repairs.indexed()));
  }

  boolean isEmpty() {
    return articles.isEmpty() && withdrawn.isEmpty() && !isOther;
  }

  private static Set<String> withdrawn(Generation base, Set<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    try (var published = new PublishedArticles(base.directory())) {
      return published.withTextOf(ids);
    }
  }

  /// Articles of the base that bear an entity that editors repaired since.
  private static Set<String> repaired(Generation base, Repairs repairs) throws IOException {
    Map<EntityKind, Set<String>> affected = repairs.affected(base.manifest().lineage().edits());
    var articles = new LinkedHashSet<String>();
    if (!affected.isEmpty()) {
      try (var published = new PublishedArticles(base.directory())) {
        for (Map.Entry<EntityKind, Set<String>> kind : affected.entrySet()) {
          articles.addAll(published.naming(kind.getKey(), kind.getValue()));
        }
      }
    }
    return articles;
  }
}
