package dateline.search.page;

import dateline.search.engine.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts the values of a facet in the order of a tree: each below the nearest wider one that is
/// shown, else at the top; side by side they keep their order.
final class FacetTree {
  /// Deeper values stand no further in: the list is narrow.
  static final int LEVEL_MAX = 3;

  /// @param parent null at the top
  record Node(Facet.Item item, Facet.@Nullable Item parent, int level) {}

  private final List<Facet.Item> shown;
  private final List<Facet.Item> all;
  private final List<Node> nodes = new ArrayList<>();

  private FacetTree(List<Facet.Item> shown, List<Facet.Item> all) {
    this.shown = shown;
    this.all = all;
  }

  /// @param all the facet's values, among which parents are found that are not shown
  static List<Node> of(List<Facet.Item> shown, List<Facet.Item> all) {
    var tree = new FacetTree(shown, all);
    tree.addBelow(null, 0);
    return tree.nodes;
  }

  private void addBelow(Facet.@Nullable Item parent, int level) {
    for (Facet.Item item : shown) {
      if (Objects.equals(shownParent(item), parent)) {
        nodes.add(new Node(item, parent, Math.min(level, LEVEL_MAX)));
        addBelow(item, level + 1);
      }
    }
  }

  private Facet.@Nullable Item shownParent(Facet.Item item) {
    Facet.Item parent = named(item.parent());
    while (parent != null && !shown.contains(parent)) {
      parent = named(parent.parent());
    }
    return parent;
  }

  private Facet.@Nullable Item named(@Nullable String value) {
    return value == null
        ? null
        : all.stream().filter(item -> item.value().equals(value)).findFirst().orElse(null);
  }
}
