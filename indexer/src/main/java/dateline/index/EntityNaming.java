package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
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
  private final EntityOverlay overlay;

  EntityNaming(Gazetteer gazetteer, EntityIds ids, EntityOverlay overlay) {
    this.gazetteer = gazetteer;
    this.ids = ids;
    this.overlay = overlay;
  }

  IndexedArticle name(long sequence, Article article, List<FoundEntity> found) {
    var named = new ArrayList<IndexedArticle.Named>();
    for (FoundEntity entity :
        found.stream().sorted(Comparator.comparingDouble(FoundEntity::score).reversed()).toList()) {
      if (entity.isKnownAcrossArticles()) {
        named.add(name(article, entity));
      }
    }
    return new IndexedArticle(sequence, article, named);
  }

  private IndexedArticle.Named name(Article article, FoundEntity entity) {
    EntityKind kind = entity.kind();
    if (entity.key().startsWith("~")) {
      String id = split(article, entity, ids.idOf(kind, entity.key(), entity.label()));
      List<String> names = kind == EntityKind.PERSON ? shortened(entity.label()) : List.of();
      return new IndexedArticle.Named(entity, id, List.of(), names);
    }
    // a merged place lies where the one lies that it is shown as
    List<String> containers =
        gazetteer.ancestors(kind, overlay.rootOf(kind, entity.key())).stream()
            .filter(id -> !id.equals("world"))
            .toList();
    var names = new ArrayList<String>();
    containers.forEach(id -> gazetteer.label(id).ifPresent(names::add));
    return new IndexedArticle.Named(
        entity, split(article, entity, entity.key()), containers, names);
  }

  private String split(Article article, FoundEntity entity, String id) {
    return overlay.idIn(
        entity.kind(), id, article.id().value(), name -> isCalled(entity, FoldedName.of(name)));
  }

  private static boolean isCalled(FoundEntity entity, String folded) {
    return FoldedName.of(entity.label()).equals(folded)
        || entity.mentions().stream()
            .anyMatch(mention -> FoldedName.of(mention.text()).equals(folded));
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
