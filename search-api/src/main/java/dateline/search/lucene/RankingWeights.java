package dateline.search.lucene;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// The weights in `ranking.properties`.
record RankingWeights(
    float k1,
    float b,
    float headline,
    float lead,
    float body,
    float lightWords,
    float repeated,
    float byline,
    float variant,
    float placeNamed,
    float placeAbout,
    float phraseInHeadline,
    float published,
    Share share,
    int fewest,
    Share relaxed,
    int firstHits,
    float meaningShare,
    float recentShare,
    float recentDays) {
  /// How much of the words' summed rarity an article must carry.
  ///
  /// @param ofTwo words
  /// @param power with which it shrinks as they become more
  record Share(double ofTwo, double power) {
    double of(int words) {
      return words < 2 ? 1 : ofTwo * Math.pow(2.0 / words, power);
    }
  }

  /// The part of a word's score that its light stem has, in a query of so many words.
  float light(int words) {
    return Math.min(1, lightWords / words);
  }

  /// How many times a word counts that a query holds so often: as _qtf_ in BM25, with _k3_.
  float times(int held) {
    return (repeated + 1) * held / (repeated + held);
  }

  static RankingWeights shipped() {
    var file = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(RankingWeights.class.getResourceAsStream("ranking.properties")),
            StandardCharsets.UTF_8)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read ranking.properties of this build", e);
    }
    return new RankingWeights(
        weight(file, "bm25.k1"),
        weight(file, "bm25.b"),
        weight(file, "field.headline"),
        weight(file, "field.lead"),
        weight(file, "field.body"),
        weight(file, "stem.light.words"),
        weight(file, "word.repeated"),
        weight(file, "field.byline"),
        weight(file, "variant.words"),
        weight(file, "place.named"),
        weight(file, "place.about"),
        weight(file, "phrase.headline"),
        weight(file, "year.published"),
        share(file, "match.share"),
        (int) weight(file, "match.fewest"),
        share(file, "match.relaxed"),
        (int) weight(file, "first.hits"),
        weight(file, "meaning.share"),
        weight(file, "recent.share"),
        weight(file, "recent.days"));
  }

  private static Share share(Properties file, String name) {
    return new Share(weight(file, name), weight(file, "match.power"));
  }

  private static float weight(Properties file, String name) {
    String value = file.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("ranking.properties lacks " + name);
    }
    return Float.parseFloat(value);
  }
}
