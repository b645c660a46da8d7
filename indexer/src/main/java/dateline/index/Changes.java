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
/// @param isOther whether the base lacks repairs that concern no article of it
record Changes(Set<String> articles, Set<String> again, boolean isOther) {
  /// Nothing, where the plan has no base.
  static Changes of(Plan plan, ArchiveStore store, Repairs repairs, Instant now)
      throws IOException {
    Generation base = plan.base();
    if (base == null) {
      return new Changes(Set.of(), Set.of(), false);
    }
    Lineage lineage = base.manifest().lineage();
    Set<String> again = repaired(base, repairs);
    var articles = new LinkedHashSet<>(store.touchedSince(base.manifest().runs()));
    articles.addAll(store.dueBetween(lineage.asOf(), now));
    articles.addAll(again);
    return new Changes(articles, again, !lineage.edits().equals(repairs.indexed()));
  }

  boolean isEmpty() {
    return articles.isEmpty() && !isOther;
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
