package dateline.search.lucene;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Weights of a few features, as a vector of length 1; empty where there are none.
final class SparseWeights {
  private static final Comparator<Map.Entry<String, Double>> HEAVIEST =
      Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey);

  private final List<String> features;
  private final double[] weights;

  private SparseWeights(List<String> features, double[] weights) {
    this.features = features;
    this.weights = weights;
  }

  /// @param raw above 0
  /// @param featuresMax the lightest beyond it are left out
  static SparseWeights of(Map<String, Double> raw, int featuresMax) {
    List<Map.Entry<String, Double>> kept =
        raw.entrySet().stream()
            .sorted(HEAVIEST)
            .limit(featuresMax)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    double squares = 0;
    for (var each : kept) {
      squares += each.getValue() * each.getValue();
    }
    double length = Math.sqrt(squares);
    return new SparseWeights(
        kept.stream().map(Map.Entry::getKey).toList(),
        kept.stream().mapToDouble(each -> each.getValue() / length).toArray());
  }

  /// A feature with its weight.
  record Weighted(String feature, double weight) {}

  /// Heaviest first.
  List<Weighted> heaviest(int most) {
    return java.util.stream.IntStream.range(0, weights.length)
        .mapToObj(i -> new Weighted(features.get(i), weights[i]))
        .sorted(
            Comparator.comparingDouble(Weighted::weight)
                .reversed()
                .thenComparing(Weighted::feature))
        .limit(most)
        .toList();
  }

  /// The cosine of the angle between the two: 0 for nothing in common to 1. The same from either
  /// side to the last bit.
  double cosine(SparseWeights other) {
    double sum = 0;
    int here = 0;
    int there = 0;
    while (here < weights.length && there < other.weights.length) {
      int order = features.get(here).compareTo(other.features.get(there));
      if (order == 0) {
        sum += weights[here++] * other.weights[there++];
      } else if (order < 0) {
        here++;
      } else {
        there++;
      }
    }
    return sum;
  }
}
