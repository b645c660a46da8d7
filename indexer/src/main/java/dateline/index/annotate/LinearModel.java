package dateline.index.annotate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One linear decision for each label over weighted features of unit length. Immutable.
///
/// A feature's weight in an article is (1 + ln count) × its own weight, then all are divided by
/// their Euclidean length. A label is assigned where the sum of its coefficients is at least its
/// threshold, and a rare one also where the headline has all words of its name or the text has each
/// twice.
///
/// File: the magic number `DLM1`; labels (int), each as text, threshold (double) and stems of its
/// name, for most none, separated by spaces; features (int), each as text, weight (float), number
/// of coefficients (int) and these as label (int) and value (float). Big-endian; text as
/// [DataOutputStream#writeUTF].
public final class LinearModel {
  private static final int MAGIC = 0x444C4D31;
  private static final double NEARLY_0 = 1e-3;

  /// What one feature says.
  private static final class Feature {
    /// Inverse document frequency, or 1.
    final float weight;

    /// Numbers of the labels that it speaks for or against.
    final int[] labels;

    /// Side by side with [#labels].
    final float[] coefficients;

    Feature(float weight, int[] labels, float[] coefficients) {
      this.weight = weight;
      this.labels = labels;
      this.coefficients = coefficients;
    }
  }

  private final List<String> labels;
  private final double[] thresholds;
  private final List<List<String>> names;
  private final Map<String, Feature> features;

  private LinearModel(
      List<String> labels,
      double[] thresholds,
      List<List<String>> names,
      Map<String, Feature> features) {
    this.labels = List.copyOf(labels);
    this.names = List.copyOf(names);
    this.thresholds = thresholds;
    this.features = features;
  }

  /// Collects features; labels come first.
  public static final class Builder {
    private final List<String> labels = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private final List<List<String>> names = new ArrayList<>();
    private final Map<String, Feature> features = new HashMap<>();

    /// @param name stems that assign the label by themselves; empty for none
    public void label(String label, double threshold, List<String> name) {
      labels.add(label);
      names.add(List.copyOf(name));
      thresholds.add(threshold);
    }

    /// @param coefficients one for each label; what is nearly 0 is left out
    public void feature(String name, float weight, double[] coefficients) {
      var kept = new ArrayList<Integer>();
      for (int label = 0; label < coefficients.length; label++) {
        if (Math.abs(coefficients[label]) > NEARLY_0) {
          kept.add(label);
        }
      }
      float[] values = new float[kept.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) coefficients[kept.get(i)];
      }
      features.put(
          name, new Feature(weight, kept.stream().mapToInt(Integer::intValue).toArray(), values));
    }

    public LinearModel build() {
      return new LinearModel(
          labels,
          thresholds.stream().mapToDouble(Double::doubleValue).toArray(),
          names,
          Map.copyOf(features));
    }
  }

  public List<String> labels() {
    return labels;
  }

  /// Side by side with [#labels].
  double threshold(int label) {
    return thresholds[label];
  }

  /// The assigned labels, each with how far it is above its threshold.
  public Map<String, Double> assigned(Map<String, Float> counts) {
    double[] sums = sums(counts);
    var assigned = new TreeMap<String, Double>();
    for (int label = 0; label < sums.length; label++) {
      if (sums[label] >= thresholds[label]) {
        assigned.put(labels.get(label), sums[label] - thresholds[label]);
      } else if (isNamed(names.get(label), counts)) {
        assigned.put(labels.get(label), 0.0);
      }
    }
    return assigned;
  }

  /// The sum of each label, in their order.
  ///
  /// @param counts by feature; those that the model does not know add to the length only when they
  ///   have a weight, so not at all
  public double[] sums(Map<String, Float> counts) {
    double[] sums = new double[labels.size()];
    double squares = 0;
    for (Map.Entry<String, Float> entry : counts.entrySet()) {
      Feature feature = features.get(entry.getKey());
      if (feature == null) {
        continue;
      }
      double value = strength(entry.getValue()) * feature.weight;
      squares += value * value;
      for (int i = 0; i < feature.labels.length; i++) {
        sums[feature.labels[i]] += value * feature.coefficients[i];
      }
    }
    double length = Math.sqrt(Math.max(squares, Double.MIN_NORMAL));
    for (int label = 0; label < sums.length; label++) {
      sums[label] /= length;
    }
    return sums;
  }

  /// Whether an article names a label outright.
  public static boolean isNamed(List<String> name, Map<String, Float> counts) {
    return !name.isEmpty()
        && (name.stream().allMatch(stem -> counts.containsKey("^" + stem))
            || name.stream().allMatch(stem -> counts.getOrDefault(stem, 0f) >= 2));
  }

  /// How much a count says.
  public static double strength(float count) {
    return 1 + Math.log(count);
  }

  public void write(Path file) throws IOException {
    ModelFile.write(file, MAGIC, this::write);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(labels.size());
    for (int label = 0; label < labels.size(); label++) {
      out.writeUTF(labels.get(label));
      out.writeDouble(thresholds[label]);
      out.writeUTF(String.join(" ", names.get(label)));
    }
    out.writeInt(features.size());
    for (Map.Entry<String, Feature> entry : new TreeMap<>(features).entrySet()) {
      Feature feature = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeFloat(feature.weight);
      out.writeInt(feature.labels.length);
      for (int i = 0; i < feature.labels.length; i++) {
        out.writeInt(feature.labels[i]);
        out.writeFloat(feature.coefficients[i]);
      }
    }
  }

  /// @throws IOException when the file is missing, cut off or something else
  public static LinearModel read(Path file) throws IOException {
    return ModelFile.read(file, MAGIC, LinearModel::read);
  }

  static LinearModel read(DataInputStream in) throws IOException {
    var builder = new Builder();
    for (int labels = in.readInt(); labels > 0; labels--) {
      String label = in.readUTF();
      double threshold = in.readDouble();
      String name = in.readUTF();
      builder.label(label, threshold, name.isEmpty() ? List.of() : List.of(name.split(" ")));
    }
    for (int features = in.readInt(); features > 0; features--) {
      String name = in.readUTF();
      float weight = in.readFloat();
      int[] labels = new int[in.readInt()];
      float[] coefficients = new float[labels.length];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = in.readInt();
        coefficients[i] = in.readFloat();
      }
      builder.features.put(name, new Feature(weight, labels, coefficients));
    }
    return builder.build();
  }
}
