package dateline.index.story;

import java.util.Arrays;

/// Which of some numbered things hang together.
final class Components {
  private final int[] parents;

  Components(int things) {
    parents = new int[things];
    Arrays.setAll(parents, thing -> thing);
  }

  void join(int one, int other) {
    int root = root(one);
    int otherRoot = root(other);
    // the least number leads: which one does not depend on the order of joining
    parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
  }

  boolean areJoined(int one, int other) {
    return root(one) == root(other);
  }

  /// The least thing that hangs together with this one.
  int root(int thing) {
    int each = thing;
    while (parents[each] != each) {
      parents[each] = parents[parents[each]];
      each = parents[each];
    }
    return each;
  }
}
