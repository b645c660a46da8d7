package dateline.index.train;

import dateline.index.annotate.LinearModel;
import dateline.index.annotate.TextFeatures;
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
import java.util.stream.IntStream;

/// Fits one linear classifier a label, and for each the threshold at which its F1 is best.
///
/// Classifiers are support vector machines with squared hinge loss (Fan et al., _LIBLINEAR_, JMLR
/// 2008). Thresholds come from decisions on folds that the classifier had not seen. Labels with too
/// little to choose from have one in common (SCutFBR, Yang, SIGIR 2001, with a low one instead of
/// the highest score, which would never assign the label).
final class Trainer {
  private static final int FOLDS = 3;

  /// The usual value for features of unit length.
  private static final double COST = 1;

  /// The articles of a rare label weigh so much more than the many that lack it.
  private static final double RARE_WEIGHT_MAX = 10;

  /// Rarer features are noise, and most of the vocabulary.
  private static final int ARTICLES_MIN = 3;

  /// A label needs so many articles to be learned.
  static final int POSITIVES_MIN = 1;

  /// Labels with fewer articles may be assigned by their name.
  private static final int RARE_BELOW = 10;

  private static final int THRESHOLD_POSITIVES_MIN = 6;

  /// Below 0, since the few articles of a rare label draw the plane close around them. Results are
  /// the same from -0.3 to -0.6.
  private static final double RARE_THRESHOLD = -0.4;

  private final List<String> vocabulary = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private float[] weights = {};

  Trainer() {
    Linear.disableDebugOutput();
  }

  LinearModel train(List<Example> examples) {
    chooseFeatures(examples);
    Feature[][] rows = examples.stream().map(this::row).toArray(Feature[][]::new);
    List<String> labels = labels(examples);
    List<Folds.Fold> folds = Folds.of(examples.size(), FOLDS, 1);
    List<Integer> all = IntStream.range(0, rows.length).boxed().toList();
    double[][] coefficients = new double[labels.size()][];
    double[] thresholds = new double[labels.size()];
    IntStream.range(0, labels.size())
        .parallel()
        .forEach(label -> {
          double[] targets = targets(examples, labels.get(label));
          thresholds[label] = threshold(rows, targets, folds);
          coefficients[label] = fit(rows, targets, all);
        });
    var model = new LinearModel.Builder();
    for (int label = 0; label < labels.size(); label++) {
      model.label(
          labels.get(label),
          thresholds[label] - coefficients[label][vocabulary.size()],
          ownName(labels.get(label), examples));
    }
    double[] values = new double[labels.size()];
    for (int feature = 0; feature < vocabulary.size(); feature++) {
      for (int label = 0; label < labels.size(); label++) {
        values[label] = coefficients[label][feature];
      }
      model.feature(vocabulary.get(feature), weights[feature], values);
    }
    return model.build();
  }

  /// The stems of a rare label's name, where what they find in these examples is mostly right.
  private static List<String> ownName(String label, List<Example> examples) {
    List<String> name = TextFeatures.stems(label);
    int positives = 0;
    int found = 0;
    int right = 0;
    for (Example example : examples) {
      boolean has = example.labels().contains(label);
      boolean isNamed = LinearModel.isNamed(name, example.features());
      positives += has ? 1 : 0;
      found += isNamed ? 1 : 0;
      right += has && isNamed ? 1 : 0;
    }
    return positives < RARE_BELOW && 2 * right >= found && right > 0 ? name : List.of();
  }

  private void chooseFeatures(List<Example> examples) {
    var holders = new HashMap<String, Integer>();
    for (Example example : examples) {
      example.features().keySet().forEach(feature -> holders.merge(feature, 1, Integer::sum));
    }
    new TreeMap<>(holders)
        .forEach((feature, count) -> {
          if (count >= ARTICLES_MIN) {
            numbers.put(feature, vocabulary.size());
            vocabulary.add(feature);
          }
        });
    weights = new float[vocabulary.size()];
    for (int i = 0; i < weights.length; i++) {
      double rarity =
          Math.log(examples.size() / (double) holders.getOrDefault(vocabulary.get(i), 1));
      weights[i] = (float) Math.max(rarity, 0.01);
    }
  }

  private Feature[] row(Example example) {
    var row = new ArrayList<FeatureNode>();
    double squares = 0;
    for (Map.Entry<String, Float> entry : example.features().entrySet()) {
      Integer number = numbers.get(entry.getKey());
      if (number != null) {
        double value = LinearModel.strength(entry.getValue()) * weights[number];
        squares += value * value;
        row.add(new FeatureNode(number + 1, value));
      }
    }
    double length = Math.sqrt(Math.max(squares, Double.MIN_NORMAL));
    row.forEach(node -> node.setValue(node.getValue() / length));
    row.sort(Comparator.comparingInt(FeatureNode::getIndex));
    row.add(new FeatureNode(vocabulary.size() + 1, 1)); // the same in all: where the plane lies
    return row.toArray(Feature[]::new);
  }

  private static List<String> labels(List<Example> examples) {
    var counts = new TreeMap<String, Integer>();
    examples.forEach(
        example -> example.labels().forEach(label -> counts.merge(label, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= POSITIVES_MIN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double[] targets(List<Example> examples, String label) {
    return examples.stream().mapToDouble(each -> each.labels().contains(label) ? 1 : -1).toArray();
  }

  private double[] fit(Feature[][] rows, double[] targets, List<Integer> used) {
    var problem = new Problem();
    problem.l = used.size();
    problem.n = vocabulary.size() + 1;
    problem.bias = 1;
    problem.x = new Feature[used.size()][];
    problem.y = new double[used.size()];
    for (int i = 0; i < used.size(); i++) {
      problem.x[i] = rows[used.get(i)];
      problem.y[i] = targets[used.get(i)];
    }
    double[] coefficients = new double[vocabulary.size() + 1];
    if (Arrays.stream(problem.y).distinct().count() < 2) {
      coefficients[vocabulary.size()] = -1;
      return coefficients;
    }
    var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, 0.1);
    long positives = Arrays.stream(problem.y).filter(target -> target > 0).count();
    double rarity = Math.sqrt((double) problem.l / positives);
    parameter.setWeights(new double[] {Math.clamp(rarity / 2, 1, RARE_WEIGHT_MAX)}, new int[] {1});
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] fitted = model.getFeatureWeights(); // a copy at each call
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = sign * fitted[i];
    }
    return coefficients;
  }

  /// The threshold of best F1 on folds that were not learned from.
  private double threshold(Feature[][] rows, double[] targets, List<Folds.Fold> folds) {
    long positives = Arrays.stream(targets).filter(target -> target > 0).count();
    if (positives < THRESHOLD_POSITIVES_MIN) {
      return RARE_THRESHOLD;
    }
    double[] decisions = new double[rows.length];
    for (Folds.Fold fold : folds) {
      double[] coefficients = fit(rows, targets, fold.learned());
      for (int held : fold.held()) {
        for (Feature feature : rows[held]) {
          decisions[held] += coefficients[feature.getIndex() - 1] * feature.getValue();
        }
      }
    }
    return best(decisions, targets, positives);
  }

  private static double best(double[] decisions, double[] targets, long positives) {
    Integer[] order = IntStream.range(0, decisions.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> -decisions[i]));
    double best = 0;
    double threshold = 0;
    long right = 0;
    for (int i = 0; i < order.length - 1; i++) {
      right += targets[order[i]] > 0 ? 1 : 0;
      double f1 = 2.0 * right / (i + 1 + positives);
      if (f1 > best) {
        best = f1;
        threshold = (decisions[order[i]] + decisions[order[i + 1]]) / 2;
      }
    }
    // a threshold far from 0 was found by chance
    return Math.clamp(threshold, -THRESHOLD_MAX, THRESHOLD_MAX);
  }

  private static final double THRESHOLD_MAX = 0.9;
}
