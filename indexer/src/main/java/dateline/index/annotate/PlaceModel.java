package dateline.index.annotate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A linear decision on whether an article is about a country that it names. Immutable.
///
/// The sum for a country adds what its evidence says of any country, what the same evidence says of
/// this one, and what the words of the article say of it; the article is about it from the
/// country's threshold on. Countries with few labels have the first part alone.
///
/// File: the magic number `DPM1`; threshold of other countries (double); features of evidence
/// (int), each as text, coefficient for all (float), number of countries with one of their own
/// (int) and these as number (int) and value (float); then the words as a [LinearModel], whose
/// labels are the countries. Big-endian; text as [DataOutputStream#writeUTF].
public final class PlaceModel {
  private static final int MAGIC = 0x44504D31;

  /// What one feature of evidence says.
  ///
  /// @param own by number of the country
  public record Weight(float all, Map<Integer, Float> own) {}

  private final Map<String, Weight> evidence;
  private final LinearModel words;
  private final double otherThreshold;
  private final Map<String, Integer> numbers = new HashMap<>();

  /// @param evidence by feature of [PlaceEvidence]
  /// @param words features of [TextFeatures]; its labels are the countries with weights of their
  ///   own
  public PlaceModel(Map<String, Weight> evidence, LinearModel words, double otherThreshold) {
    this.evidence = Map.copyOf(evidence);
    this.words = words;
    this.otherThreshold = otherThreshold;
    List<String> countries = words.labels();
    for (int number = 0; number < countries.size(); number++) {
      numbers.put(countries.get(number), number);
    }
  }

  /// The countries that have weights of their own.
  public List<String> countries() {
    return words.labels();
  }

  /// The countries that the article is about.
  ///
  /// @param evidence by country, as [PlaceEvidence] gives
  /// @param counts as [TextFeatures] gives
  public Set<String> about(Map<String, Map<String, Float>> evidence, Map<String, Float> counts) {
    var about = new TreeSet<String>();
    sums(evidence, counts)
        .forEach((country, sum) -> {
          if (sum >= threshold(country)) {
            about.add(country);
          }
        });
    return about;
  }

  /// How much speaks for each country that is named; the logarithm of the odds where the model is
  /// that of a logistic regression.
  public Map<String, Double> sums(
      Map<String, Map<String, Float>> evidence, Map<String, Float> counts) {
    double[] ofWords = words.sums(counts);
    var sums = new TreeMap<String, Double>();
    evidence.forEach((country, features) -> {
      Integer number = numbers.get(country);
      sums.put(country, sum(features, number) + (number == null ? 0 : ofWords[number]));
    });
    return sums;
  }

  private double threshold(String country) {
    Integer number = numbers.get(country);
    return number == null ? otherThreshold : words.threshold(number);
  }

  private double sum(Map<String, Float> features, @Nullable Integer number) {
    double sum = 0;
    for (Map.Entry<String, Float> feature : features.entrySet()) {
      Weight weight = evidence.get(feature.getKey());
      if (weight != null) {
        float own = number == null ? 0 : weight.own.getOrDefault(number, 0f);
        sum += feature.getValue() * (weight.all + own);
      }
    }
    return sum;
  }

  public void write(Path file) throws IOException {
    ModelFile.write(file, MAGIC, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeDouble(otherThreshold);
    out.writeInt(evidence.size());
    for (Map.Entry<String, Weight> entry : new TreeMap<>(evidence).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeFloat(entry.getValue().all);
      var own = new TreeMap<>(entry.getValue().own);
      out.writeInt(own.size());
      for (Map.Entry<Integer, Float> country : own.entrySet()) {
        out.writeInt(country.getKey());
        out.writeFloat(country.getValue());
      }
    }
    words.write(out);
  }

  /// @throws IOException when the file is missing, cut off or something else
  public static PlaceModel read(Path file) throws IOException {
    return ModelFile.read(file, MAGIC, PlaceModel::read);
  }

  private static PlaceModel read(DataInputStream in) throws IOException {
    double otherThreshold = in.readDouble();
    var evidence = new HashMap<String, Weight>();
    for (int features = in.readInt(); features > 0; features--) {
      String name = in.readUTF();
      float all = in.readFloat();
      var own = new HashMap<Integer, Float>();
      for (int countries = in.readInt(); countries > 0; countries--) {
        int country = in.readInt();
        own.put(country, in.readFloat());
      }
      evidence.put(name, new Weight(all, own));
    }
    return new PlaceModel(evidence, LinearModel.read(in), otherThreshold);
  }
}
