package dateline.search.lucene;

import dateline.index.schema.Twin;
import dateline.search.query.Match;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/// Plain words as a query. Each article's text stands in one twin, so the twins' readings are
/// alternatives.
final class WordQueries {
  private final OpenGeneration generation;
  private final RankingWeights weights;
  private final Match match;
  private final Set<TextZone> zones;
  private final boolean hasVariants;
  private final AbsentWords absent;

  /// @param hasVariants whether words find their other forms and names too
  WordQueries(
      OpenGeneration generation,
      RankingWeights weights,
      Match match,
      Set<TextZone> zones,
      boolean hasVariants,
      AbsentWords absent) {
    this.generation = generation;
    this.weights = weights;
    this.match = match;
    this.zones = zones;
    this.hasVariants = hasVariants;
    this.absent = absent;
  }

  Query ranked(List<String> words) throws IOException {
    List<WordReading> readings = readings(words);
    RankingWeights.Share share = share(readings);
    var queries = new ArrayList<Query>();
    for (WordReading reading : readings) {
      queries.add(reading.query(match, share));
    }
    return any(queries);
  }

  /// The same articles without scores, for counting.
  Query selected(List<String> words) throws IOException {
    List<WordReading> readings = readings(words);
    return selected(readings, share(readings));
  }

  /// As each language reads the words that has any to look up.
  List<WordReading> readings(List<String> words) throws IOException {
    var readings = new ArrayList<WordReading>();
    for (Twin twin : generation.twins()) {
      boolean isWhole = zones.containsAll(Set.of(TextZone.HEADLINE, TextZone.BODY));
      WordsRead read = WordsRead.of(words, twin, generation.names(), hasVariants, isWhole);
      if (!read.units().isEmpty()) {
        readings.add(new WordReading(generation, weights, zones, absent, twin, read));
      }
    }
    return readings;
  }

  /// How much an article must carry: the usual share, or the relaxed one where hardly any article
  /// does.
  RankingWeights.Share share(List<WordReading> readings) throws IOException {
    boolean isOneWord = readings.stream().allMatch(reading -> reading.words().size() == 1);
    return match != Match.AUTO
            || isOneWord
            || LiveArticles.match(
                selected(readings, weights.share()), weights.fewest(), generation.searcher())
        ? weights.share()
        : weights.relaxed();
  }

  private Query selected(List<WordReading> readings, RankingWeights.Share share)
      throws IOException {
    var queries = new ArrayList<Query>();
    for (WordReading reading : readings) {
      queries.add(reading.selection(match, share));
    }
    return any(queries);
  }

  private static Query any(List<Query> readings) {
    if (readings.isEmpty()) {
      return new MatchNoDocsQuery("no word to search");
    }
    var query = new BooleanQuery.Builder();
    readings.forEach(reading -> query.add(reading, Occur.SHOULD));
    return query.build();
  }
}
