package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityIds;
import dateline.index.annotate.FoundEntity;
import dateline.index.generation.IndexedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives the entities that were found in an article their ids and what contains them.
///
/// Articles must come in the order of the store, one at a time, so that a rebuild from the same
/// store mints the same ids.
final class EntityNaming {
  private final Gazetteer gazetteer;
  private final EntityIds ids;

  EntityNaming(Gazetteer gazetteer, EntityIds ids) {
    this.gazetteer = gazetteer;
    this.ids = ids;
  }

  IndexedArticle name(long sequence, Article article, List<FoundEntity> found) {
    var named = new ArrayList<IndexedArticle.Named>();
    for (FoundEntity entity :
        found.stream().sorted(Comparator.comparingDouble(FoundEntity::score).reversed()).toList()) {
      if (entity.isKnownAcrossArticles()) {
        named.add(name(entity));
      }
    }
    return new IndexedArticle(sequence, article, named);
  }

  private IndexedArticle.Named name(FoundEntity entity) {
    EntityKind kind = entity.kind();
    if (entity.key().startsWith("~")) {
      String id = ids.idOf(kind, entity.key(), entity.label());
      List<String> names = kind == EntityKind.PERSON ? shortened(entity.label()) : List.of();
      return new IndexedArticle.Named(entity, id, List.of(), names);
    }
    List<String> containers =
        gazetteer.ancestors(kind, entity.key()).stream().filter(id -> !id.equals("world")).toList();
    var names = new ArrayList<String>();
    containers.forEach(id -> gazetteer.label(id).ifPresent(names::add));
    return new IndexedArticle.Named(entity, entity.key(), containers, names);
  }

  /// _George H. W. Bush_ can be asked for as _George Bush_, _G. H. W. Bush_ and _G. Bush_ too.
  private static List<String> shortened(String fullName) {
    List<String> words = List.of(fullName.split(" "));
    if (words.size() < 2) {
      return List.of();
    }
    String first = words.getFirst();
    String initial = first.substring(0, first.offsetByCodePoints(0, 1));
    String withoutInitials =
        String.join(
            " ", words.stream().filter(word -> !word.endsWith(".") || word.length() > 2).toList());
    String rest = fullName.substring(first.length());
    String last = " " + words.getLast();
    return List.of(withoutInitials, initial + rest, initial + last);
  }
}
