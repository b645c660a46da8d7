package dateline.search.lucene;

import dateline.index.learn.TermRarity;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.query.Match;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Plain words as a query: which articles they select, and what each word adds to the score.
///
/// A word scores by BM25F over the zones, as in Robertson, Zaragoza and Taylor, _Simple BM25
/// extension to multiple weighted fields_, 2004, and once more, with less weight, in its unstemmed
/// form.
final class WordQueries {
  private final OpenGeneration generation;
  private final RankingWeights weights;
  private final Match match;
  private final Set<TextZone> zones;
  private final AbsentWords absent;

  WordQueries(
      OpenGeneration generation,
      RankingWeights weights,
      Match match,
      Set<TextZone> zones,
      AbsentWords absent) {
    this.generation = generation;
    this.weights = weights;
    this.match = match;
    this.zones = zones;
    this.absent = absent;
  }

  /// Each article's text stands in one twin, so the twins' readings are alternatives.
  Query ranked(List<String> words) throws IOException {
    var twins = new BooleanQuery.Builder();
    for (Twin twin : generation.twins()) {
      List<WordUnit> units = WordUnit.of(words, twin);
      if (!units.isEmpty()) {
        twins.add(reading(units, twin), Occur.SHOULD);
      }
    }
    BooleanQuery query = twins.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word to search") : query;
  }

  /// The words as one twin reads them.
  Query reading(List<WordUnit> units, Twin twin) throws IOException {
    BooleanQuery.Builder query = selected(units, twin);
    for (WordUnit unit : units) {
      for (WordScore score : scores(unit, twin)) {
        query.add(score.query(), Occur.SHOULD);
      }
      yearScore(unit, twin).ifPresent(year -> query.add(year.query(), Occur.SHOULD));
    }
    return query.build();
  }

  Optional<YearScore> yearScore(WordUnit unit, Twin twin) {
    return YearScore.of(unit.typed(), (float) (weights.published() * rarity(unit, twin)));
  }

  /// The same articles without scores, for counting.
  Query selected(List<String> words) throws IOException {
    var twins = new BooleanQuery.Builder();
    for (Twin twin : generation.twins()) {
      List<WordUnit> units = WordUnit.of(words, twin);
      if (!units.isEmpty()) {
        twins.add(selected(units, twin).build(), Occur.SHOULD);
      }
    }
    BooleanQuery query = twins.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word to search") : query;
  }

  private BooleanQuery.Builder selected(List<WordUnit> units, Twin twin) throws IOException {
    var query = new BooleanQuery.Builder();
    query.add(selection(units, twin), Occur.FILTER);
    if (zones.contains(TextZone.BYLINE) && generation.twins().size() > 1) {
      query.add(articlesOf(twin), Occur.FILTER);
    }
    return query;
  }

  /// There is one byline field for all twins: a reading in one language must not find articles in
  /// another by their byline.
  private static Query articlesOf(Twin twin) {
    var query = new BooleanQuery.Builder();
    for (Part part : List.of(Part.HEADLINE, Part.BODY)) {
      query.add(new FieldExistsQuery(new TextField(part, twin, Form.STEMMED).name()), Occur.SHOULD);
    }
    return query.build();
  }

  private Query selection(List<WordUnit> units, Twin twin) throws IOException {
    return switch (match) {
      case ALL -> {
        var query = new BooleanQuery.Builder();
        units.forEach(unit -> query.add(presence(unit, twin), Occur.FILTER));
        yield query.build();
      }
      case ANY -> {
        var query = new BooleanQuery.Builder();
        units.forEach(unit -> query.add(presence(unit, twin), Occur.SHOULD));
        yield query.build();
      }
      case AUTO -> {
        List<WordUnit> asked = known(units);
        if (asked.isEmpty()) {
          yield new MatchNoDocsQuery("no article holds any of the words");
        }
        if (asked.size() == 1) {
          yield presence(asked.getFirst(), twin);
        }
        var words = new ArrayList<ShareQuery.Weighted>();
        for (WordUnit unit : asked) {
          words.add(new ShareQuery.Weighted(presence(unit, twin), rarity(unit, twin)));
        }
        yield new ShareQuery(words, needed(units, twin));
      }
    };
  }

  double rarity(WordUnit unit, Twin twin) {
    TermRarity rarity = generation.rarity(twin);
    return rarity.of(unit.stems().stream().mapToInt(rarity::count).max().orElse(0));
  }

  /// The summed rarity that an article's words must reach among several.
  double needed(List<WordUnit> units, Twin twin) throws IOException {
    List<WordUnit> asked = known(units);
    double sum = asked.stream().mapToDouble(unit -> rarity(unit, twin)).sum();
    return asked.size() < 2 ? sum : weights.matchShare() * Math.sqrt(2.0 / asked.size()) * sum;
  }

  /// The words that some article holds, in whatever language. A slip of the pen would carry most of
  /// the rarity, and hide what the other words find.
  List<WordUnit> known(List<WordUnit> units) throws IOException {
    var known = new ArrayList<WordUnit>();
    for (WordUnit unit : units) {
      if (!absent.contains(unit.typed())) {
        known.add(unit);
      }
    }
    return known;
  }

  /// Articles that hold a word in one of the zones.
  Query presence(WordUnit unit, Twin twin) {
    var query = new BooleanQuery.Builder();
    for (TextZone zone : zones) {
      for (String term : zone == TextZone.BYLINE ? unit.plains() : unit.stems()) {
        query.add(new TermQuery(ZoneTerms.term(zone, twin, Form.STEMMED, term)), Occur.SHOULD);
      }
    }
    return query.build();
  }

  /// What a word adds to the score, in the order in which it is added.
  List<WordScore> scores(WordUnit unit, Twin twin) {
    var scores = new ArrayList<WordScore>();
    Map<String, Float> stemmed = fields(twin, Form.STEMMED);
    if (!stemmed.isEmpty()) {
      scores.add(new WordScore(Form.STEMMED, unit.stems(), stemmed, 1));
      scores.add(
          new WordScore(Form.PLAIN, unit.plains(), fields(twin, Form.PLAIN), weights.plain()));
    }
    if (zones.contains(TextZone.BYLINE)) {
      for (String plain : unit.plains()) {
        scores.add(
            new WordScore(
                Form.PLAIN, Set.of(plain), Map.of(IndexNames.BYLINE, 1f), weights.byline()));
      }
    }
    scores.removeIf(score -> score.terms().isEmpty());
    return scores;
  }

  /// The text fields of the zones with their weights.
  private Map<String, Float> fields(Twin twin, Form form) {
    var fields = new LinkedHashMap<String, Float>();
    for (TextZone zone : zones) {
      if (zone != TextZone.BYLINE) {
        fields.put(ZoneTerms.field(zone, twin, form).name(), weightOf(zone));
      }
    }
    return fields;
  }

  private float weightOf(TextZone zone) {
    return switch (zone) {
      case HEADLINE -> weights.headline();
      case LEAD -> weights.lead();
      case BODY -> weights.body();
      case BYLINE -> weights.byline();
    };
  }
}
