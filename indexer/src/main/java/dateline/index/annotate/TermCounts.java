package dateline.index.annotate;

import java.util.Arrays;

/// Weighed occurrences of terms in one article.
final class TermCounts {
  private final double[] weights;
  private int[] met = new int[64];
  private int size;

  TermCounts(int terms) {
    weights = new double[terms];
  }

  /// @param weight above 0
  void add(int term, double weight) {
    if (weights[term] == 0) {
      met = size == met.length ? Arrays.copyOf(met, 2 * size) : met;
      met[size++] = term;
    }
    weights[term] += weight;
  }

  double of(int term) {
    return weights[term];
  }

  /// The terms met, ascending, so that sums over them come out the same each time.
  int[] inOrder() {
    int[] terms = Arrays.copyOf(met, size);
    Arrays.sort(terms);
    return terms;
  }
}
