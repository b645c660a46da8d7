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
    float plain,
    float byline,
    float phraseInHeadline,
    float published,
    double matchShare) {

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
        weight(file, "twin.plain"),
        weight(file, "field.byline"),
        weight(file, "phrase.headline"),
        weight(file, "year.published"),
        weight(file, "match.share"));
  }

  private static float weight(Properties file, String name) {
    String value = file.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("ranking.properties lacks " + name);
    }
    return Float.parseFloat(value);
  }
}
