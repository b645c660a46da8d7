package dateline.corpus.gazetteer;

import dateline.corpus.EntityKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Looks up what a name in a search stands for. Case, accents and punctuation do not count.
/// Immutable once made.
public final class EntityNames {
  private final Map<EntityKind, Map<String, List<String>>> ids = new EnumMap<>(EntityKind.class);

  public EntityNames(Gazetteer gazetteer) {
    for (PlaceName name : gazetteer.placeNames()) {
      if (name.use() != PlaceName.Use.PREFIX && !name.has(PlaceName.Flag.AFTER_COMMA)) {
        add(EntityKind.PLACE, name.name(), name.placeId());
      }
    }
    gazetteer.places().forEach(place -> add(EntityKind.PLACE, place.label(), place.id()));
    for (OrganisationEntry organisation : gazetteer.organisations()) {
      add(EntityKind.ORGANISATION, organisation.label(), organisation.id());
      organisation.aliases().forEach(a -> add(EntityKind.ORGANISATION, a, organisation.id()));
    }
    gazetteer.issues().forEach(issue -> add(EntityKind.ISSUE, issue.label(), issue.id()));
  }

  /// Ids whose label, alias or demonym is `text`, the most prominent first; empty when none is.
  public List<String> ids(EntityKind kind, String text) {
    return ids.getOrDefault(kind, Map.of()).getOrDefault(FoldedName.of(text), List.of());
  }

  private void add(EntityKind kind, String name, String id) {
    ids.computeIfAbsent(kind, _ -> new HashMap<>())
        .merge(FoldedName.of(name), List.of(id), EntityNames::joined);
  }

  private static List<String> joined(List<String> old, List<String> more) {
    var all = new LinkedHashSet<>(old);
    all.addAll(more);
    return List.copyOf(all);
  }
}
