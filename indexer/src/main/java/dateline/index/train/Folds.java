package dateline.index.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Parts of what is learned from, each held back once; the same for the same seed.
final class Folds {
  /// Numbers of examples, ascending.
  record Fold(List<Integer> learned, List<Integer> held) {}

  private Folds() {}

  static List<Fold> of(int examples, int count, long seed) {
    var order = new ArrayList<>(IntStream.range(0, examples).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    int[] part = new int[examples];
    for (int i = 0; i < examples; i++) {
      part[order.get(i)] = i % count;
    }
    var folds = new ArrayList<Fold>();
    for (int fold = 0; fold < count; fold++) {
      int held = fold;
      folds.add(
          new Fold(
              IntStream.range(0, examples).filter(i -> part[i] != held).boxed().toList(),
              IntStream.range(0, examples).filter(i -> part[i] == held).boxed().toList()));
    }
    return folds;
  }
}
