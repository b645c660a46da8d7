package dateline.corpus.measure;

import java.util.Collection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Whether one ranking beats another by more than chance: the two-sided paired randomisation test
/// of the difference of means (Smucker, Allan and Carterette 2007), with signs drawn at random.
///
/// @param mean of the ranking
/// @param baseline mean of the other
/// @param p how often chance alone makes a difference at least as large, above 0 and at most 1
public record PairedDifference(double mean, double baseline, double p) {
  private static final int DRAWS = 10_000;
  private static final long SEED = 42; // the same figures give the same p
  private static final double TOLERANCE = 1e-12;

  /// @param measures by topic
  /// @param others of the same topics
  /// @throws IllegalArgumentException when there is no topic, or the topics are not the same
  public static PairedDifference of(
      Map<String, Measures> measures,
      Map<String, Measures> others,
      ToDoubleFunction<Measures> figure) {
    if (measures.isEmpty() || !measures.keySet().equals(others.keySet())) {
      throw new IllegalArgumentException("rankings are compared on the same topics");
    }
    double[] differences =
        measures.keySet().stream()
            .mapToDouble(topic ->
                figure.applyAsDouble(measures.get(topic)) - figure.applyAsDouble(others.get(topic)))
            .filter(difference -> difference != 0)
            .toArray();
    return new PairedDifference(
        mean(measures.values(), figure), mean(others.values(), figure), p(differences));
  }

  private static double mean(Collection<Measures> each, ToDoubleFunction<Measures> figure) {
    return each.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static double p(double[] differences) {
    double observed = 0;
    for (double difference : differences) {
      observed += difference;
    }
    observed = Math.abs(observed) - TOLERANCE;
    var random = new SplittableRandom(SEED);
    int asLarge = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= observed) {
        asLarge++;
      }
    }
    return (1.0 + asLarge) / (1 + DRAWS);
  }
}
