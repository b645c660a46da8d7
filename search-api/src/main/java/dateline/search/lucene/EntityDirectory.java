package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.store.EntityIds;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Labels of entity ids, and ids of names. Immutable once made.
final class EntityDirectory {
  /// Wide containers would head every list of places without telling anything.
  private static final Set<String> WIDE_KINDS = Set.of("world", "continent", "subregion");

  private final Gazetteer gazetteer;
  private final EntityNames known;
  private final Map<EntityKind, Map<String, String>> labels = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Map<String, Set<String>>> ids = new EnumMap<>(EntityKind.class);

  EntityDirectory(Gazetteer gazetteer, EntityNames known, List<EntityIds.Entity> minted) {
    this.gazetteer = gazetteer;
    this.known = known;
    for (EntityIds.Entity entity : minted) {
      labels.computeIfAbsent(entity.kind(), _ -> new HashMap<>()).put(entity.id(), entity.label());
      ids.computeIfAbsent(entity.kind(), _ -> new HashMap<>())
          .computeIfAbsent(FoldedName.of(entity.label()), _ -> new LinkedHashSet<>())
          .add(entity.id());
    }
  }

  /// The name to show; the id itself when nobody knows it.
  String labelOf(EntityKind kind, String id) {
    String label = labels.getOrDefault(kind, Map.of()).get(id);
    return label == null ? gazetteer.label(id).orElse(id) : label;
  }

  /// Other names of an entity that the lists know, the closest first; none for people.
  List<String> aliasesOf(EntityKind kind, String id) {
    String label = labelOf(kind, id);
    return known.names(kind, id).stream().filter(name -> !name.equals(label)).toList();
  }

  /// Ids that a text stands for: an id itself, or the label or alias of one or more; empty when
  /// none is known.
  Set<String> idsOf(EntityKind kind, String text) {
    var found = new LinkedHashSet<String>();
    if (isId(kind, text)) {
      found.add(text);
      return found;
    }
    found.addAll(known.ids(kind, text));
    found.addAll(ids.getOrDefault(kind, Map.of()).getOrDefault(FoldedName.of(text), Set.of()));
    return found;
  }

  /// Whether a place only gathers others.
  boolean isWide(String placeId) {
    return gazetteer
        .place(placeId)
        .map(place -> WIDE_KINDS.contains(place.kind().name().toLowerCase(java.util.Locale.ROOT)))
        .orElse(false);
  }

  /// Whether a place is a part of a country that has cities of its own, as a state.
  boolean isArea(String placeId) {
    return gazetteer
        .place(placeId)
        .filter(place -> place.kind() == PlaceEntry.Kind.STATE)
        .isPresent();
  }

  /// Ids of all that contains an entity, nearest first.
  List<String> containersOf(EntityKind kind, String id) {
    return gazetteer.ancestors(kind, id);
  }

  private boolean isId(EntityKind kind, String text) {
    boolean isKnown =
        switch (kind) {
          case PERSON -> false;
          case PLACE -> gazetteer.place(text).isPresent();
          case ORGANISATION -> gazetteer.organisation(text).isPresent();
          case ISSUE -> gazetteer.issue(text).isPresent();
        };
    return isKnown || labels.getOrDefault(kind, Map.of()).containsKey(text);
  }
}
