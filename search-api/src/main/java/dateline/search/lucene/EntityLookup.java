package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// The entities of a generation by the beginnings of their names and of each word in them.
/// Immutable once made.
///
/// One sorted list holds every place in a folded name where a word begins, as the number of the
/// name and the place in it; so a name costs its letters once, however many words it has.
final class EntityLookup {
  static final EntityLookup NONE = new EntityLookup(List.of());

  private static final int PLACE_BITS = 16;

  /// An entity in a generation.
  ///
  /// @param count articles that the filter on it finds; 0 for a place that is only mentioned
  private record Entity(EntityKind kind, String id, String label, int count) {}

  /// The label of an entity stands before its other names.
  ///
  /// @param alias null for the label
  private record Name(Entity entity, String folded, @Nullable String alias) {}

  private final List<Name> names;
  private final long[] beginnings;

  private EntityLookup(List<Name> names) {
    this.names = names;
    var found = LongStream.builder();
    for (int name = 0; name < names.size(); name++) {
      String folded = names.get(name).folded();
      for (int place = 0; place >= 0 && place < 1 << PLACE_BITS; ) {
        found.add((long) name << PLACE_BITS | place);
        int blank = folded.indexOf(' ', place);
        place = blank < 0 ? -1 : blank + 1;
      }
    }
    beginnings = found.build().boxed().sorted(this::compare).mapToLong(Long::longValue).toArray();
  }

  static EntityLookup of(
      IndexSearcher searcher, Map<ArticleField, ShownValues> shown, EntityDirectory directory)
      throws IOException {
    var names = new ArrayList<Name>();
    for (EntityKind kind : EntityKind.values()) {
      ShownValues mentioned = shown.get(ClauseCompiler.mentionField(kind));
      if (mentioned == null) {
        continue;
      }
      ShownValues.Table values = mentioned.table();
      for (int ordinal = 0; ordinal < mentioned.count(); ordinal++) {
        String id = values.value(ordinal);
        if (!mentioned.isHeld(ordinal) || directory.shown(kind, id).filter(id::equals).isEmpty()) {
          continue;
        }
        String label = directory.labelOf(kind, id);
        int count = articles(searcher, ArticleRows.filterOf(kind), directory.found(kind, id));
        var entity = new Entity(kind, id, label, count);
        add(new Name(entity, FoldedName.of(label), null), names);
        for (String alias : directory.aliasesOf(kind, id)) {
          add(new Name(entity, FoldedName.of(alias), alias), names);
        }
      }
    }
    return new EntityLookup(List.copyOf(names));
  }

  private static int articles(IndexSearcher searcher, ArticleField field, Set<String> found)
      throws IOException {
    return found.size() == 1
        ? LiveArticles.count(
            new Term(field.parameter(), found.iterator().next()), searcher.getIndexReader())
        : searcher.count(ClauseCompiler.values(field, found));
  }

  private static void add(Name name, List<Name> names) {
    if (!name.folded().isEmpty()) {
      names.add(name);
    }
  }

  /// Entities that the beginning of a name or of a word in it stands for.
  List<Suggestions.Entity> suggest(String typed, int limit) {
    String prefix = FoldedName.of(typed);
    if (prefix.isEmpty()) {
      return List.of();
    }
    Map<Entity, Integer> best = new HashMap<>();
    for (long beginning : startingWith(prefix)) {
      Entity entity = nameAt(beginning).entity();
      if (entity.count() > 0) {
        best.merge(entity, nameOf(beginning), Math::min);
      }
    }
    return best.values().stream()
        .map(names::get)
        .sorted(
            Comparator.comparing(
                    (Name name) -> name.alias() != null || !name.folded().startsWith(prefix))
                .thenComparing(
                    Name::entity,
                    Comparator.comparingInt(Entity::count)
                        .reversed()
                        .thenComparing(Entity::label)
                        .thenComparing(Entity::kind)
                        .thenComparing(Entity::id)))
        .limit(limit)
        .map(name ->
            new Suggestions.Entity(
                ArticleRows.filterOf(name.entity().kind()),
                name.entity().id(),
                name.entity().label(),
                name.alias(),
                name.entity().count()))
        .toList();
  }

  /// Ids of a kind with a name that starts with a folded prefix, each with that name unless it is
  /// the label.
  Map<String, @Nullable String> named(EntityKind kind, String prefix) {
    Map<Entity, Integer> best = new HashMap<>();
    for (long beginning : startingWith(prefix)) {
      Entity entity = nameAt(beginning).entity();
      if (placeIn(beginning) == 0 && entity.kind() == kind) {
        best.merge(entity, nameOf(beginning), Math::min);
      }
    }
    var found = new HashMap<String, @Nullable String>();
    best.forEach((entity, name) -> found.put(entity.id(), names.get(name).alias()));
    return found;
  }

  private long[] startingWith(String prefix) {
    int first = firstFrom(prefix);
    int last = first;
    while (last < beginnings.length
        && foldedAt(beginnings[last]).startsWith(prefix, placeIn(beginnings[last]))) {
      last++;
    }
    return Arrays.copyOfRange(beginnings, first, last);
  }

  private int firstFrom(String prefix) {
    int low = 0;
    int high = beginnings.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      long beginning = beginnings[middle];
      if (foldedAt(beginning).substring(placeIn(beginning)).compareTo(prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(long one, long other) {
    String left = foldedAt(one);
    String right = foldedAt(other);
    int i = placeIn(one);
    int j = placeIn(other);
    for (; i < left.length() && j < right.length(); i++, j++) {
      int order = Character.compare(left.charAt(i), right.charAt(j));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(left.length() - i, right.length() - j);
    return order == 0 ? Long.compare(one, other) : order;
  }

  private Name nameAt(long beginning) {
    return names.get(nameOf(beginning));
  }

  private static int nameOf(long beginning) {
    return (int) (beginning >>> PLACE_BITS);
  }

  private String foldedAt(long beginning) {
    return nameAt(beginning).folded();
  }

  private static int placeIn(long beginning) {
    return (int) (beginning & ((1 << PLACE_BITS) - 1));
  }
}
