package dateline.search.lucene;

import dateline.index.learn.TermRarity;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.lucene.NamedWords.Named;
import dateline.search.query.Match;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The plain words of a query as one language reads them: which of its articles they select, and
/// what each word adds to the score.
///
/// A word scores by BM25F over the zones, as in Robertson, Zaragoza and Taylor, _Simple BM25
/// extension to multiple weighted fields_, 2004, once by its light and once by its full stem.
final class WordReading {
  private final OpenGeneration generation;
  private final RankingWeights weights;
  private final Set<TextZone> zones;
  private final AbsentWords absent;
  private final Twin twin;
  private final List<WordUnit> words;
  private final Equivalents equivalents;

  /// @param read at least one word
  WordReading(
      OpenGeneration generation,
      RankingWeights weights,
      Set<TextZone> zones,
      AbsentWords absent,
      Twin twin,
      WordsRead read) {
    this.generation = generation;
    this.weights = weights;
    this.zones = zones;
    this.absent = absent;
    this.twin = twin;
    this.words = read.units();
    this.equivalents = read.equivalents();
  }

  List<WordUnit> words() {
    return words;
  }

  /// @param share that is needed where `match` is [Match#AUTO]
  Query query(Match match, RankingWeights.Share share) throws IOException {
    BooleanQuery.Builder query = selecting(match, share);
    for (WordUnit word : words) {
      for (WordScore score : scores(word)) {
        query.add(score.query(), Occur.SHOULD);
      }
    }
    for (FixedScore score : fixedScores()) {
      query.add(score.query(), Occur.SHOULD);
    }
    return query.build();
  }

  /// The same articles without scores, for counting.
  Query selection(Match match, RankingWeights.Share share) throws IOException {
    return selecting(match, share).build();
  }

  private BooleanQuery.Builder selecting(Match match, RankingWeights.Share share)
      throws IOException {
    var query = new BooleanQuery.Builder();
    query.add(selected(match, share), Occur.FILTER);
    if (generation.twins().size() > 1
        && (zones.contains(TextZone.BYLINE) || !equivalents.named().isEmpty())) {
      query.add(articlesOfTwin(), Occur.FILTER);
    }
    return query;
  }

  /// There is one byline field, and one of names, for all twins: a reading in one language must not
  /// find articles in another by them.
  private Query articlesOfTwin() {
    var query = new BooleanQuery.Builder();
    for (Part part : List.of(Part.HEADLINE, Part.BODY)) {
      query.add(new FieldExistsQuery(new TextField(part, twin, Form.STEMMED).name()), Occur.SHOULD);
    }
    return query.build();
  }

  private Query selected(Match match, RankingWeights.Share share) throws IOException {
    return switch (match) {
      case ALL -> {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(presence(word), Occur.FILTER));
        yield query.build();
      }
      case ANY -> {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(presence(word), Occur.SHOULD));
        yield query.build();
      }
      case AUTO -> {
        List<WordUnit> asked = known();
        if (asked.isEmpty()) {
          yield new MatchNoDocsQuery("no article holds any of the words");
        }
        if (asked.size() == 1) {
          yield presence(asked.getFirst());
        }
        var weighted = new ArrayList<ShareQuery.Weighted>();
        for (WordUnit word : asked) {
          weighted.add(new ShareQuery.Weighted(presence(word), rarity(word)));
        }
        yield new ShareQuery(weighted, needed(share));
      }
    };
  }

  double rarity(WordUnit word) {
    TermRarity rarity = generation.rarity(twin);
    return rarity.of(word.stems().stream().mapToInt(rarity::count).max().orElse(0));
  }

  /// The summed rarity that an article's words must reach.
  double needed(RankingWeights.Share share) throws IOException {
    List<WordUnit> asked = known();
    return share.of(asked.size()) * asked.stream().mapToDouble(this::rarity).sum();
  }

  /// The words that some article holds, in whatever language. A slip of the pen would carry most of
  /// the rarity, and hide what the other words find.
  List<WordUnit> known() throws IOException {
    var known = new ArrayList<WordUnit>();
    for (WordUnit word : words) {
      if (!absent.contains(word, twin, equivalents)) {
        known.add(word);
      }
    }
    return known;
  }

  /// Articles that hold a word in one of the zones, or name what it names.
  Query presence(WordUnit word) {
    var query = new BooleanQuery.Builder();
    for (TextZone zone : zones) {
      for (String term : zone == TextZone.BYLINE ? word.plains() : word.stems()) {
        query.add(new TermQuery(ZoneTerms.term(zone, twin, Form.STEMMED, term)), Occur.SHOULD);
      }
    }
    Named entity = equivalents.named().get(word);
    if (entity != null) {
      query.add(entity.named(), Occur.SHOULD);
    }
    Reworded other = equivalents.reworded().get(word);
    if (other != null) {
      query.add(other.query(zones, twin), Occur.SHOULD);
    }
    return query.build();
  }

  /// What a word adds to the score, in the order in which it is added.
  List<WordScore> scores(WordUnit word) {
    var scores = new ArrayList<WordScore>();
    float times = weights.times(word.times());
    float light = twin.hasLightStems() ? weights.light(words.size()) : 0;
    Map<String, Float> stemmed = fields(Form.STEMMED);
    if (!stemmed.isEmpty()) {
      scores.add(new WordScore(Form.STEMMED, word.stems(), stemmed, times * (1 - light)));
      if (light > 0) {
        scores.add(new WordScore(Form.LIGHT, word.lights(), fields(Form.LIGHT), times * light));
      }
    }
    if (zones.contains(TextZone.BYLINE)) {
      for (String plain : word.plains()) {
        scores.add(
            new WordScore(
                Form.PLAIN, Set.of(plain), Map.of(IndexNames.BYLINE, 1f), weights.byline()));
      }
    }
    scores.removeIf(score -> score.terms().isEmpty() || score.weight() == 0);
    return scores;
  }

  /// What years, places and other forms of several words add, to all articles alike that have them.
  List<FixedScore> fixedScores() throws IOException {
    var scores = new ArrayList<FixedScore>();
    for (WordUnit word : words) {
      float rarity = (float) rarity(word);
      YearScore.of(word.typed(), weights.published() * rarity).ifPresent(scores::add);
      for (Named entity : equivalents.namesFrom(word)) {
        scores.addAll(PlaceScore.of(entity, weights, generation.reader()));
      }
      for (Reworded other : equivalents.formsFrom(word)) {
        scores.add(
            new FixedScore(
                "variant", other.typed(), other.query(zones, twin), weights.variant() * rarity));
      }
    }
    return scores;
  }

  /// The text fields of the zones with their weights.
  private Map<String, Float> fields(Form form) {
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
