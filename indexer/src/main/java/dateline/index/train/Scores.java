package dateline.index.train;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Precision, recall and F1 of assigned labels.
public final class Scores {
  private static final class Counts {
    int right;
    int wrong;
    int missed;

    double f1() {
      return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
  }

  private final Counts all = new Counts();
  private final Map<String, Counts> byLabel = new TreeMap<>();

  void add(Set<String> wanted, Set<String> assigned) {
    for (String label : wanted) {
      if (assigned.contains(label)) {
        all.right++;
        of(label).right++;
      } else {
        all.missed++;
        of(label).missed++;
      }
    }
    for (String label : assigned) {
      if (!wanted.contains(label)) {
        all.wrong++;
        of(label).wrong++;
      }
    }
  }

  public double microF1() {
    return all.f1();
  }

  /// Over labels that an article has.
  public double macroF1() {
    return byLabel.values().stream()
        .filter(counts -> counts.right + counts.missed > 0)
        .mapToDouble(Counts::f1)
        .average()
        .orElse(0);
  }

  private Counts of(String label) {
    return byLabel.computeIfAbsent(label, _ -> new Counts());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "micro-F1 %.3f (precision %.3f, recall %.3f), macro-F1 %.3f over %d labels",
        microF1(),
        all.right / (double) Math.max(1, all.right + all.wrong),
        all.right / (double) Math.max(1, all.right + all.missed),
        macroF1(),
        byLabel.values().stream().filter(counts -> counts.right + counts.missed > 0).count());
  }
}
