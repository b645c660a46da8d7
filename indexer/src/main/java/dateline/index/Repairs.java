package dateline.index;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityEdit;
import dateline.corpus.store.EntityEdits.Made;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The editors' repairs that are part of an index: splits, and merges of what lies inside something
/// wider. All others are applied when a search is answered.
record Repairs(List<Made> all) {
  Repairs {
    all = List.copyOf(all);
  }

  EntityOverlay overlay() {
    return EntityOverlay.of(all.stream().filter(made -> !made.isUndone()).map(Made::edit).toList());
  }

  /// Numbers of the repairs in force that an index built now has.
  SortedSet<Long> indexed() {
    var numbers = new TreeSet<Long>();
    for (Made made : all) {
      if (!made.isUndone() && isIndexed(made.edit())) {
        numbers.add(made.number());
      }
    }
    return numbers;
  }

  /// Repairs that name an entity that nobody knows, one sentence each.
  List<String> unknown(EntityIds ids, Gazetteer gazetteer) {
    var problems = new ArrayList<String>();
    for (Made made : all) {
      for (String id : made.isUndone() ? List.<String>of() : made.edit().ids()) {
        EntityKind kind = made.edit().kind();
        if (!ids.isMinted(kind, id) && !gazetteer.has(kind, id)) {
          problems.add(
              "edit %d names %s/%s, which is no entity".formatted(made.number(), kind.word(), id));
        }
      }
    }
    return problems;
  }

  /// Ids whose articles must be done again, since an index has other repairs than are in force.
  ///
  /// @param built numbers of the repairs that the index has
  Map<EntityKind, Set<String>> affected(Set<Long> built) {
    EntityOverlay before =
        EntityOverlay.of(
            all.stream()
                .filter(made -> built.contains(made.number()) && !isSplit(made.edit()))
                .map(Made::edit)
                .toList());
    EntityOverlay now = overlay();
    Set<Long> current = indexed();
    var affected = new EnumMap<EntityKind, Set<String>>(EntityKind.class);
    for (Made made : all) {
      EntityEdit edit = made.edit();
      boolean isNewOrUndone = built.contains(made.number()) != current.contains(made.number());
      for (String id : ids(edit)) {
        boolean isSplitNow = isSplit(edit) && isNewOrUndone;
        boolean isMovedNow =
            isIndexed(edit)
                && !isSplit(edit)
                && !before.rootOf(edit.kind(), id).equals(now.rootOf(edit.kind(), id));
        if (isSplitNow || isMovedNow) {
          affected.computeIfAbsent(edit.kind(), _ -> new TreeSet<>()).add(id);
        }
      }
    }
    return affected;
  }

  private static List<String> ids(EntityEdit edit) {
    return edit instanceof EntityEdit.Split split ? List.of(split.id(), split.newId()) : edit.ids();
  }

  private static boolean isSplit(EntityEdit edit) {
    return edit instanceof EntityEdit.Split;
  }

  private static boolean isIndexed(EntityEdit edit) {
    return isSplit(edit)
        || (edit instanceof EntityEdit.Merge merge
            && (merge.kind() == EntityKind.PLACE || merge.kind() == EntityKind.ISSUE));
  }
}
