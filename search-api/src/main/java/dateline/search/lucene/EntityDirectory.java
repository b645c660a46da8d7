package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
import dateline.index.schema.ArticleField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Labels of entity ids, and ids of names, as the editors' repairs have them. An index holds the
/// ids that recognition gave, _found_ ones; searches take and give _shown_ ones. Immutable once
/// made.
final class EntityDirectory {
  /// Wide containers would head every list of places without telling anything.
  private static final Set<String> WIDE_KINDS = Set.of("world", "continent", "subregion");

  private static final String WORLD = "world";

  private final Gazetteer gazetteer;
  private final EntityNames known;
  private final Variants variants;
  private final Map<EntityKind, Map<String, String>> labels = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Map<String, Set<String>>> ids = new EnumMap<>(EntityKind.class);
  private final EntityOverlay overlay;
  private final String edits;
  private final Map<EntityKind, Map<String, Set<String>>> aliases = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Map<String, Set<String>>> found = new EnumMap<>(EntityKind.class);

  /// @param edits names the state of the overlay
  EntityDirectory(
      Gazetteer gazetteer,
      EntityNames known,
      List<EntityIds.Entity> minted,
      EntityOverlay overlay,
      String edits) {
    this(gazetteer, known, Variants.of(gazetteer.synonyms()), minted, overlay, edits);
  }

  private EntityDirectory(
      Gazetteer gazetteer,
      EntityNames known,
      Variants variants,
      List<EntityIds.Entity> minted,
      EntityOverlay overlay,
      String edits) {
    this.edits = edits;
    this.variants = variants;
    this.gazetteer = gazetteer;
    this.known = known;
    this.overlay = overlay;
    for (EntityIds.Entity entity : minted) {
      labels.computeIfAbsent(entity.kind(), _ -> new HashMap<>()).put(entity.id(), entity.label());
      addName(entity.kind(), entity.label(), entity.id());
    }
    for (EntityKind kind : EntityKind.values()) {
      aliases.put(kind, overlay.aliases(kind));
      overlay.aliases(kind).forEach((id, names) -> names.forEach(name -> addName(kind, name, id)));
      overlay.labels(kind).forEach((id, label) -> addName(kind, label, id));
      for (String changed : overlay.changed(kind)) {
        shown(kind, changed).ifPresent(shown -> addFound(kind, changed, shown));
      }
    }
  }

  private void addName(EntityKind kind, String name, String id) {
    ids.computeIfAbsent(kind, _ -> new HashMap<>())
        .computeIfAbsent(FoldedName.of(name), _ -> new LinkedHashSet<>())
        .add(id);
  }

  /// What is found as `changed` is shown as `shown`, and within all that contains it.
  private void addFound(EntityKind kind, String changed, String shown) {
    for (String id : withContainers(kind, shown)) {
      found
          .computeIfAbsent(kind, _ -> new HashMap<>())
          .computeIfAbsent(id, _ -> new LinkedHashSet<>())
          .add(changed);
    }
  }

  /// The same lists with other minted ids and repairs.
  EntityDirectory with(List<EntityIds.Entity> minted, EntityOverlay overlay, String edits) {
    return new EntityDirectory(gazetteer, known, variants, minted, overlay, edits);
  }

  /// Other forms of words that the lists know.
  Variants variants() {
    return variants;
  }

  /// The state of the editors' repairs that this shows.
  String edits() {
    return edits;
  }

  /// A shown id and all shown ones that contain it.
  Set<String> withContainers(EntityKind kind, String shown) {
    var all = new LinkedHashSet<String>(List.of(shown));
    for (String container : gazetteer.ancestors(kind, shown)) {
      shown(kind, container).filter(id -> !id.equals(WORLD)).ifPresent(all::add);
    }
    return all;
  }

  /// The id under which a found one is shown; empty when an editor hid it.
  Optional<String> shown(EntityKind kind, String id) {
    return overlay.shown(kind, id);
  }

  /// Found ids that are not shown as themselves.
  Set<String> changed(EntityKind kind) {
    return overlay.changed(kind);
  }

  /// The found ids whose articles have an id as shown; empty for a hidden one.
  Set<String> found(EntityKind kind, String id) {
    Optional<String> shown = shown(kind, id);
    if (shown.isEmpty()) {
      return Set.of();
    }
    var all = new LinkedHashSet<String>(List.of(shown.get()));
    all.addAll(found.getOrDefault(kind, Map.of()).getOrDefault(shown.get(), Set.of()));
    return all;
  }

  /// As [#found(EntityKind, String)]; other values are shown as they are.
  Set<String> found(ArticleField field, String value) {
    EntityKind kind = kind(field);
    return kind == null ? Set.of(value) : found(kind, value);
  }

  /// The kind of entity that the values of a field are; null for other values.
  static @Nullable EntityKind kind(ArticleField field) {
    return switch (field) {
      case PERSON -> EntityKind.PERSON;
      case PLACE, PLACE_MENTION -> EntityKind.PLACE;
      case ORG -> EntityKind.ORGANISATION;
      case ISSUE -> EntityKind.ISSUE;
      case SOURCE, SECTION, AUTHOR, LANGUAGE, TYPE, TAG -> null;
    };
  }

  /// The name to show; the id itself when nobody knows it.
  String labelOf(EntityKind kind, String id) {
    String root = overlay.rootOf(kind, id);
    String renamed = overlay.label(kind, root);
    return renamed == null ? listedLabel(kind, root) : renamed;
  }

  private String listedLabel(EntityKind kind, String id) {
    String label = labels.getOrDefault(kind, Map.of()).get(id);
    return label == null ? gazetteer.label(id).orElse(id) : label;
  }

  /// Other names of a shown entity that the lists or the editors know, the closest first.
  List<String> aliasesOf(EntityKind kind, String id) {
    var names = new LinkedHashSet<>(known.names(kind, id));
    names.add(listedLabel(kind, id));
    names.addAll(aliases.getOrDefault(kind, Map.of()).getOrDefault(id, Set.of()));
    for (String merged : overlay.mergedInto(kind, id)) {
      names.add(Objects.requireNonNullElse(overlay.label(kind, merged), listedLabel(kind, merged)));
      names.addAll(known.names(kind, merged));
    }
    names.remove(labelOf(kind, id));
    return List.copyOf(names);
  }

  /// Whether an entity of a kind has or had this id.
  boolean isId(EntityKind kind, String id) {
    return gazetteer.has(kind, id) || labels.getOrDefault(kind, Map.of()).containsKey(id);
  }

  /// Found ids that a text stands for: an id itself, or the label or alias of one or more; empty
  /// when none is known.
  Set<String> idsOf(EntityKind kind, String text) {
    if (isId(kind, text)) {
      return found(kind, text);
    }
    var asked = new LinkedHashSet<>(known.ids(kind, text));
    asked.addAll(ids.getOrDefault(kind, Map.of()).getOrDefault(FoldedName.of(text), Set.of()));
    var all = new LinkedHashSet<String>();
    asked.forEach(id -> all.addAll(found(kind, id)));
    return all;
  }

  /// The found ids of the one entity that a text is a name of; empty when there is none, or more
  /// than one.
  Optional<Set<String>> onlyNamed(EntityKind kind, String name) {
    var asked = new LinkedHashSet<String>();
    for (String id : known.ids(kind, name)) {
      shown(kind, id).ifPresent(asked::add);
    }
    for (String id : ids.getOrDefault(kind, Map.of()).getOrDefault(FoldedName.of(name), Set.of())) {
      shown(kind, id).ifPresent(asked::add);
    }
    return asked.size() == 1 ? Optional.of(found(kind, asked.iterator().next())) : Optional.empty();
  }

  /// Whether a list has the word, as a name, a part of one, or a word like others; or an editor or
  /// the archive's own entities are called so.
  boolean isWord(String word) {
    return gazetteer.words().contains(word)
        || ids.values().stream().anyMatch(names -> names.containsKey(FoldedName.of(word)));
  }

  /// Whether a list names the entity, and not the archive's own articles alone.
  boolean isListed(EntityKind kind, String id) {
    return gazetteer.has(kind, id);
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

  /// Whether it is one of some entities or lies in one.
  boolean isWithin(EntityKind kind, String id, Set<String> ids) {
    return ids.contains(id) || containersOf(kind, id).stream().anyMatch(ids::contains);
  }
}
