package dateline.corpus.store;

import dateline.corpus.EntityKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the editors' repairs amount to. An index keeps the ids that recognition gave; this tells
/// how to show them, so that a repair works at once and its undoing too. Only a split takes part in
/// indexing. Immutable once made.
public final class EntityOverlay {
  public static final EntityOverlay NONE = new EntityOverlay(List.of());

  private final Map<EntityKind, OfKind> kinds = new EnumMap<>(EntityKind.class);

  private static final class OfKind {
    final Map<String, String> into = new LinkedHashMap<>();
    final Set<String> hidden = new LinkedHashSet<>();
    final Map<String, String> labels = new HashMap<>();
    final Map<String, Set<String>> aliases = new HashMap<>();
    final Map<String, List<EntityEdit.Split>> splits = new HashMap<>();
    final Map<String, Set<String>> shownAs = new HashMap<>();

    String root(String id) {
      String root = id;
      for (String next; (next = into.get(root)) != null; ) {
        root = next;
      }
      return root;
    }
  }

  private EntityOverlay(Collection<EntityEdit> edits) {
    for (EntityKind kind : EntityKind.values()) {
      kinds.put(kind, new OfKind());
    }
    edits.forEach(this::apply);
    for (OfKind kind : kinds.values()) {
      kind.into
          .keySet()
          .forEach(id ->
              kind.shownAs.computeIfAbsent(kind.root(id), _ -> new LinkedHashSet<>()).add(id));
    }
  }

  /// @param edits in the order in which they were made
  public static EntityOverlay of(Collection<EntityEdit> edits) {
    return edits.isEmpty() ? NONE : new EntityOverlay(edits);
  }

  private void apply(EntityEdit edit) {
    OfKind kind = of(edit.kind());
    String root = kind.root(edit.id());
    switch (edit) {
      case EntityEdit.Merge merge -> {
        String target = kind.root(merge.into());
        if (!root.equals(target)) { // else they are one already
          kind.into.put(root, target);
        }
      }
      case EntityEdit.Hide _ -> kind.hidden.add(root);
      case EntityEdit.Rename rename -> kind.labels.put(root, rename.label());
      case EntityEdit.Alias alias ->
          kind.aliases.computeIfAbsent(root, _ -> new LinkedHashSet<>()).add(alias.name());
      case EntityEdit.Split split ->
          kind.splits.computeIfAbsent(split.id(), _ -> new ArrayList<>()).add(split);
    }
  }

  /// The id under which a found one is shown; empty when it is hidden.
  public Optional<String> shown(EntityKind kind, String id) {
    String root = rootOf(kind, id);
    return of(kind).hidden.contains(root) ? Optional.empty() : Optional.of(root);
  }

  /// As [#shown], of hidden ones too.
  public String rootOf(EntityKind kind, String id) {
    return of(kind).root(id);
  }

  /// Found ids that are shown otherwise than as themselves, or not at all.
  public Set<String> changed(EntityKind kind) {
    var changed = new LinkedHashSet<>(of(kind).into.keySet());
    changed.addAll(of(kind).hidden);
    return changed;
  }

  /// Found ids that are part of a shown one, without itself.
  public Set<String> mergedInto(EntityKind kind, String shown) {
    return of(kind).shownAs.getOrDefault(shown, Set.of());
  }

  /// The name that an editor gave; null for none.
  public @Nullable String label(EntityKind kind, String shown) {
    return of(kind).labels.get(shown);
  }

  /// Ids with names that an editor gave, and these.
  public Map<String, String> labels(EntityKind kind) {
    return Collections.unmodifiableMap(of(kind).labels);
  }

  /// Ids with aliases, and these.
  public Map<String, Set<String>> aliases(EntityKind kind) {
    var aliases = new HashMap<String, Set<String>>();
    OfKind of = of(kind);
    of.aliases.forEach((id, names) ->
        aliases.computeIfAbsent(of.root(id), _ -> new LinkedHashSet<>()).addAll(names));
    return aliases;
  }

  /// The id that a found entity has in one article.
  ///
  /// @param isCalled whether the article calls it by a name
  public String idIn(EntityKind kind, String id, String article, Predicate<String> isCalled) {
    for (EntityEdit.Split split : of(kind).splits.getOrDefault(id, List.of())) {
      boolean isChosen =
          split.articles().contains(article) || split.names().stream().anyMatch(isCalled);
      if (isChosen == (split.side() == EntityEdit.Side.CHOSEN)) {
        return split.newId();
      }
    }
    return id;
  }

  private OfKind of(EntityKind kind) {
    return java.util.Objects.requireNonNull(kinds.get(kind));
  }
}
