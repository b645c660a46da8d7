package dateline.index.train;

import dateline.index.annotate.LinearModel;
import dateline.index.annotate.PlaceModel;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fits one logistic regression for all countries (Fan et al., _LIBLINEAR_, JMLR 2008).
///
/// A row is an article and a country that it names. Beside the evidence that counts for all
/// countries, a country with labels enough has a copy of it of its own, at a lower value, so that
/// it departs from the rest only where its labels say so (Daumé III, _Frustratingly easy domain
/// adaptation_, ACL 2007), and the words of the article.
final class PlaceRegression {
  /// Strong regularisation: rows have a few hundred features of value 1.
  private static final double COST = 0.1;

  /// Fewer labels tell nothing of what sets a country apart.
  private static final int OWN_LABELS_MIN = 4;

  private static final double OWN = 0.25;

  /// Words are of unit length beside evidence that is longer.
  private static final double WORDS = 6;

  /// Rarer features are noise, and most of them.
  private static final int HOLDERS_MIN = 3;

  private enum Part {
    ALL,
    OWN,
    WORD
  }

  /// One coefficient.
  ///
  /// @param country its number; 0 for all
  private record Column(Part part, int country, String name) {}

  private final List<NamingArticle> articles;

  /// Countries with weights of their own.
  private final List<String> countries = new ArrayList<>();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> evidenceHolders = new HashMap<>();
  private final Map<String, Float> rarities = new TreeMap<>();
  private final Map<Column, Integer> columns = new HashMap<>();

  PlaceRegression(List<NamingArticle> articles) {
    Linear.disableDebugOutput();
    this.articles = articles;
    countLabels();
    countEvidence();
    weighWords();
  }

  private void countLabels() {
    var labels = new TreeMap<String, Integer>();
    for (NamingArticle article : articles) {
      article.wanted().forEach(country -> labels.merge(country, 1, Integer::sum));
    }
    labels.forEach((country, count) -> {
      if (count >= OWN_LABELS_MIN) {
        numbers.put(country, countries.size());
        countries.add(country);
      }
    });
  }

  private void countEvidence() {
    for (NamingArticle article : articles) {
      for (Map<String, Float> features : article.evidence().values()) {
        features.keySet().forEach(name -> evidenceHolders.merge(name, 1, Integer::sum));
      }
    }
    evidenceHolders.values().removeIf(count -> count < HOLDERS_MIN);
  }

  private void weighWords() {
    var holders = new HashMap<String, Integer>();
    for (NamingArticle article : articles) {
      article.words().keySet().forEach(word -> holders.merge(word, 1, Integer::sum));
    }
    holders.forEach((word, count) -> {
      if (count >= HOLDERS_MIN) {
        rarities.put(word, (float) Math.max(Math.log(articles.size() / (double) count), 0.01));
      }
    });
  }

  PlaceModel fit(PlaceThresholds thresholds) {
    var rows = new ArrayList<Feature[]>();
    var targets = new ArrayList<Double>();
    for (NamingArticle article : articles) {
      Map<String, Double> words = strengths(article.words());
      article
          .evidence()
          .forEach((country, features) -> {
            rows.add(row(country, features, words));
            targets.add(article.wanted().contains(country) ? 1.0 : -1.0);
          });
    }
    double[] coefficients = coefficients(rows, targets);
    return new PlaceModel(
        evidence(coefficients), words(coefficients, thresholds), thresholds.other());
  }

  /// Of unit length.
  private Map<String, Double> strengths(Map<String, Float> counts) {
    var strengths = new HashMap<String, Double>();
    double squares = 0;
    for (Map.Entry<String, Float> word : counts.entrySet()) {
      Float rarity = rarities.get(word.getKey());
      if (rarity != null) {
        double strength = LinearModel.strength(word.getValue()) * rarity;
        squares += strength * strength;
        strengths.put(word.getKey(), strength);
      }
    }
    double length = Math.sqrt(Math.max(squares, Double.MIN_NORMAL));
    strengths.replaceAll((_, strength) -> strength / length);
    return strengths;
  }

  private Feature[] row(String country, Map<String, Float> features, Map<String, Double> words) {
    Integer number = numbers.get(country);
    var row = new ArrayList<FeatureNode>();
    features.forEach((name, value) -> {
      if (evidenceHolders.containsKey(name)) {
        row.add(new FeatureNode(column(Part.ALL, 0, name), value));
        if (number != null) {
          row.add(new FeatureNode(column(Part.OWN, number, name), OWN * value));
        }
      }
    });
    if (number != null) {
      words.forEach((word, strength) ->
          row.add(new FeatureNode(column(Part.WORD, number, word), WORDS * strength)));
    }
    row.sort(Comparator.comparingInt(FeatureNode::getIndex));
    return row.toArray(Feature[]::new);
  }

  /// Columns are counted from 1.
  private int column(Part part, int country, String name) {
    return columns.computeIfAbsent(new Column(part, country, name), _ -> columns.size() + 1);
  }

  private double[] coefficients(List<Feature[]> rows, List<Double> targets) {
    double[] coefficients = new double[columns.size()];
    if (targets.stream().distinct().count() < 2) {
      return coefficients;
    }
    var problem = new Problem();
    problem.l = rows.size();
    problem.n = columns.size();
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = targets.stream().mapToDouble(Double::doubleValue).toArray();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, COST, 0.1));
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights(); // a copy at each call
    Arrays.setAll(coefficients, i -> sign * weights[i]);
    return coefficients;
  }

  private Map<String, PlaceModel.Weight> evidence(double[] coefficients) {
    var all = new HashMap<String, Float>();
    var own = new HashMap<String, Map<Integer, Float>>();
    columns.forEach((column, index) -> {
      float coefficient = (float) coefficients[index - 1];
      if (column.part == Part.ALL) {
        all.put(column.name, coefficient);
      } else if (column.part == Part.OWN) {
        own.computeIfAbsent(column.name, _ -> new HashMap<>())
            .put(column.country, (float) OWN * coefficient);
      }
    });
    var evidence = new HashMap<String, PlaceModel.Weight>();
    all.forEach((name, coefficient) ->
        evidence.put(name, new PlaceModel.Weight(coefficient, own.getOrDefault(name, Map.of()))));
    return evidence;
  }

  private LinearModel words(double[] coefficients, PlaceThresholds thresholds) {
    var model = new LinearModel.Builder();
    for (String country : countries) {
      model.label(country, thresholds.of(country), List.of());
    }
    var values = new HashMap<String, double[]>();
    columns.forEach((column, index) -> {
      if (column.part == Part.WORD) {
        values.computeIfAbsent(column.name, _ -> new double[countries.size()])[column.country] =
            WORDS * coefficients[index - 1];
      }
    });
    double[] none = new double[countries.size()];
    rarities.forEach(
        (word, rarity) -> model.feature(word, rarity, values.getOrDefault(word, none)));
    return model.build();
  }
}
