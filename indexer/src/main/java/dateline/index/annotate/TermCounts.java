package dateline.index.annotate;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Weighed occurrences of terms in one article: a small open hash table, since an article has few
/// of all terms.
final class TermCounts {
  private static final int EMPTY = -1;

  private int[] terms = new int[128];
  private double[] weights = new double[128];
  private int[] slotsInOrder = new int[64];
  private int size;

  TermCounts() {
    Arrays.fill(terms, EMPTY);
  }

  void add(int term, double weight) {
    int slot = slot(term);
    if (terms[slot] == EMPTY) {
      if (size == slotsInOrder.length) {
        grow();
        slot = slot(term);
      }
      terms[slot] = term;
      slotsInOrder[size++] = slot;
    }
    weights[slot] += weight;
  }

  /// 0 for a term that was not met.
  double of(int term) {
    return weights[slot(term)];
  }

  /// The terms in the order of their first occurrence.
  void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      action.accept(terms[slotsInOrder[i]]);
    }
  }

  private int slot(int term) {
    int slot = ((term * 0x9E3779B9) >>> 8) & (terms.length - 1); // Fibonacci hashing, as in Lexicon
    while (terms[slot] != EMPTY && terms[slot] != term) {
      slot = (slot + 1) & (terms.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] oldTerms = terms;
    double[] oldWeights = weights;
    terms = new int[2 * oldTerms.length];
    weights = new double[terms.length];
    Arrays.fill(terms, EMPTY);
    for (int i = 0; i < size; i++) {
      int old = slotsInOrder[i];
      int slot = slot(oldTerms[old]);
      terms[slot] = oldTerms[old];
      weights[slot] = oldWeights[old];
      slotsInOrder[i] = slot;
    }
    slotsInOrder = Arrays.copyOf(slotsInOrder, 2 * size);
  }
}
