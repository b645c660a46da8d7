package dateline.index.train;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// From which sum on an article is about a country.
///
/// Where sums are log odds, F1 is best when a country is assigned from half that F1 on as
/// probability (Lipton, Elkan & Naryanaswamy, _Optimal thresholding of classifiers to maximize F1_,
/// ECML 2014): a country that is hard to tell is assigned on weaker evidence. The F1 comes from
/// articles held back. Since it is a guess for a country of few labels, it is drawn to the mean of
/// all.
///
/// @param byCountry of the countries that have labels
/// @param other of all others
record PlaceThresholds(Map<String, Double> byCountry, double other) {
  /// As likely as not.
  static final PlaceThresholds EVEN = new PlaceThresholds(Map.of(), 0);

  /// A country's own F1 counts as much as the mean with so many labels. Results are the same from 3
  /// to 10.
  private static final double MEAN_WEIGHT = 10;

  /// With fewer labels, an F1 is nothing but chance.
  private static final int LABELS_MIN = 4;

  /// Or a country that was never found would be assigned on no evidence at all.
  private static final double F1_MIN = 0.05;

  private static final class Counts {
    int right;
    int wrong;
    int missed;

    void add(Decision decision) {
      boolean isFound = decision.sum() >= 0;
      if (decision.isWanted()) {
        right += isFound ? 1 : 0;
        missed += isFound ? 0 : 1;
      } else {
        wrong += isFound ? 1 : 0;
      }
    }

    int labels() {
      return right + missed;
    }

    double f1(double mean, double weight) {
      return (right + mean * weight) / ((labels() + right + wrong) / 2.0 + weight);
    }
  }

  PlaceThresholds {
    byCountry = Map.copyOf(byCountry);
  }

  static PlaceThresholds of(List<Decision> heldBack) {
    var counts = new TreeMap<String, Counts>();
    heldBack.forEach(
        decision -> counts.computeIfAbsent(decision.country(), _ -> new Counts()).add(decision));
    double mean = mean(counts.values());
    var thresholds = new TreeMap<String, Double>();
    counts.forEach((country, each) -> thresholds.put(country, half(each.f1(mean, MEAN_WEIGHT))));
    return new PlaceThresholds(thresholds, half(mean));
  }

  private static double mean(Collection<Counts> counts) {
    return counts.stream()
        .filter(each -> each.labels() >= LABELS_MIN)
        .mapToDouble(each -> each.f1(0, 0))
        .average()
        .orElse(1);
  }

  /// Log odds of half an F1.
  private static double half(double f1) {
    double probability = Math.max(f1, F1_MIN) / 2;
    return Math.log(probability / (1 - probability));
  }

  double of(String country) {
    return byCountry.getOrDefault(country, other);
  }
}
