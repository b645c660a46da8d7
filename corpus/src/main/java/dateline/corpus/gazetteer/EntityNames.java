package dateline.corpus.gazetteer;

import dateline.corpus.EntityKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Looks up what a name in a search stands for, and what else it is called. Case, accents and
/// punctuation do not count. Immutable once made.
public final class EntityNames {
  private static final List<PlaceName.Use> CLOSEST_FIRST =
      List.of(
          PlaceName.Use.NAME,
          PlaceName.Use.ABBREVIATION,
          PlaceName.Use.DEMONYM,
          PlaceName.Use.METONYM);

  private final Map<EntityKind, Map<String, List<String>>> ids = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Map<String, List<String>>> names = new EnumMap<>(EntityKind.class);

  public EntityNames(Gazetteer gazetteer) {
    for (PlaceName name : gazetteer.placeNames()) {
      if (name.use() != PlaceName.Use.PREFIX && !name.has(PlaceName.Flag.AFTER_COMMA)) {
        add(EntityKind.PLACE, name.name(), name.placeId());
      }
    }
    gazetteer.places().forEach(place -> add(EntityKind.PLACE, place.label(), place.id()));
    for (OrganisationEntry organisation : gazetteer.organisations()) {
      add(EntityKind.ORGANISATION, organisation.label(), organisation.id());
      addName(EntityKind.ORGANISATION, organisation.label(), organisation.id());
      for (String alias : organisation.aliases()) {
        add(EntityKind.ORGANISATION, alias, organisation.id());
        addName(EntityKind.ORGANISATION, alias, organisation.id());
      }
    }
    for (IssueEntry issue : gazetteer.issues()) {
      add(EntityKind.ISSUE, issue.label(), issue.id());
      addName(EntityKind.ISSUE, issue.label(), issue.id());
    }
    addPlaceNames(gazetteer);
  }

  private void addPlaceNames(Gazetteer gazetteer) {
    gazetteer.places().forEach(place -> addName(EntityKind.PLACE, place.label(), place.id()));
    for (PlaceName.Use use : CLOSEST_FIRST) {
      for (PlaceName name : gazetteer.placeNames()) {
        if (name.use() == use && !name.has(PlaceName.Flag.AFTER_COMMA)) {
          addName(EntityKind.PLACE, name.name(), name.placeId());
        }
      }
    }
  }

  /// Ids whose label, alias or demonym is `text`, the most prominent first; empty when none is.
  public List<String> ids(EntityKind kind, String text) {
    return ids.getOrDefault(kind, Map.of()).getOrDefault(FoldedName.of(text), List.of());
  }

  /// Label, other names, abbreviations, demonyms and metonyms of an id, in this order; empty when
  /// no list has it.
  public List<String> names(EntityKind kind, String id) {
    return Collections.unmodifiableList(
        names.getOrDefault(kind, Map.of()).getOrDefault(id, List.of()));
  }

  private void add(EntityKind kind, String name, String id) {
    ids.computeIfAbsent(kind, _ -> new HashMap<>())
        .merge(FoldedName.of(name), List.of(id), EntityNames::joined);
  }

  private void addName(EntityKind kind, String name, String id) {
    List<String> known =
        names
            .computeIfAbsent(kind, _ -> new HashMap<>())
            .computeIfAbsent(id, _ -> new ArrayList<>(2));
    if (!known.contains(name)) {
      known.add(name);
    }
  }

  private static List<String> joined(List<String> old, List<String> more) {
    var all = new LinkedHashSet<>(old);
    all.addAll(more);
    return List.copyOf(all);
  }
}
