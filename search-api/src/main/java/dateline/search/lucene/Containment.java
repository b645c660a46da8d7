package dateline.search.lucene;

import dateline.corpus.EntityKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Which value of a field lies directly in which other one, by global ordinal. An article that has
/// a value has all that contain it, so an article counts once at every level.
///
/// Immutable once made.
final class Containment {
  static final int NONE = -1;

  private final int[] parents;
  private final int[] depths;
  private final BitSet areas = new BitSet();

  private Containment(int values) {
    parents = new int[values];
    depths = new int[values];
    Arrays.fill(parents, NONE);
  }

  /// Null for a field whose values lie side by side.
  static @Nullable Containment of(ShownValues shown, EntityDirectory names) throws IOException {
    EntityKind kind = EntityDirectory.kind(shown.field());
    if (kind != EntityKind.PLACE && kind != EntityKind.ISSUE) {
      return null;
    }
    int count = shown.count();
    var tree = new Containment(count);
    ShownValues.Table values = shown.table();
    for (int ordinal = 0; ordinal < count; ordinal++) {
      String id = values.value(ordinal);
      tree.areas.set(ordinal, kind == EntityKind.PLACE && names.isArea(id));
      for (String container : names.containersOf(kind, id)) {
        int above = values.ordinal(container);
        if (above >= 0) {
          tree.parents[ordinal] = tree.depths[ordinal] == 0 ? above : tree.parents[ordinal];
          tree.depths[ordinal]++;
        }
      }
    }
    return tree;
  }

  /// The nearest container that any article has; [#NONE] at the top.
  int parentOf(int ordinal) {
    return parents[ordinal];
  }

  /// How many containers are above.
  int depthOf(int ordinal) {
    return depths[ordinal];
  }

  /// Whether the value only stands between a country and its cities, as a state does.
  boolean isArea(int ordinal) {
    return areas.get(ordinal);
  }

  boolean lies(int ordinal, int within) {
    for (int above = parents[ordinal]; above != NONE; above = parents[above]) {
      if (above == within) {
        return true;
      }
    }
    return false;
  }
}
