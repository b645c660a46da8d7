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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
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

  WordQueries(OpenGeneration generation, RankingWeights weights, Match match, Set<TextZone> zones) {
    this.generation = generation;
    this.weights = weights;
    this.match = match;
    this.zones = zones;
  }

  /// Each article's text stands in one twin, so the twins' readings are alternatives.
  Query ranked(List<String> words) throws IOException {
    Set<String> absent = Set.copyOf(AbsentWords.of(List.of(words), generation));
    var twins = new BooleanQuery.Builder();
    for (Twin twin : generation.twins()) {
      List<WordUnit> units = WordUnit.of(words, twin);
      if (!units.isEmpty()) {
        BooleanQuery.Builder query = selected(units, absent, twin);
        for (WordUnit unit : units) {
          addScores(unit, twin, query);
        }
        twins.add(query.build(), Occur.SHOULD);
      }
    }
    BooleanQuery query = twins.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word to search") : query;
  }

  /// The same articles without scores, for counting.
  Query selected(List<String> words) throws IOException {
    Set<String> absent = Set.copyOf(AbsentWords.of(List.of(words), generation));
    var twins = new BooleanQuery.Builder();
    for (Twin twin : generation.twins()) {
      List<WordUnit> units = WordUnit.of(words, twin);
      if (!units.isEmpty()) {
        twins.add(selected(units, absent, twin).build(), Occur.SHOULD);
      }
    }
    BooleanQuery query = twins.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word to search") : query;
  }

  /// @param absent words that no article of the archive holds, in whatever language
  private BooleanQuery.Builder selected(List<WordUnit> units, Set<String> absent, Twin twin) {
    var query = new BooleanQuery.Builder();
    query.add(selection(units, absent, twin), Occur.FILTER);
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

  private Query selection(List<WordUnit> units, Set<String> absent, Twin twin) {
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
        // a slip of the pen would carry most of the rarity, and hide what the other words find
        List<WordUnit> asked =
            units.stream().filter(unit -> !absent.contains(unit.typed())).toList();
        if (asked.isEmpty()) {
          yield new MatchNoDocsQuery("no article holds any of the words");
        }
        if (asked.size() == 1) {
          yield presence(asked.getFirst(), twin);
        }
        TermRarity rarity = generation.rarity(twin);
        var words = new ArrayList<ShareQuery.Weighted>();
        double sum = 0;
        for (WordUnit unit : asked) {
          int count = unit.stems().stream().mapToInt(rarity::count).max().orElse(0);
          double weight = rarity.of(count);
          sum += weight;
          words.add(new ShareQuery.Weighted(presence(unit, twin), weight));
        }
        double share = weights.matchShare() * Math.sqrt(2.0 / asked.size());
        yield new ShareQuery(words, share * sum);
      }
    };
  }

  /// Articles that hold a word in one of the zones.
  private Query presence(WordUnit unit, Twin twin) {
    var query = new BooleanQuery.Builder();
    for (TextZone zone : zones) {
      for (String term : zone == TextZone.BYLINE ? unit.plains() : unit.stems()) {
        query.add(new TermQuery(ZoneTerms.term(zone, twin, Form.STEMMED, term)), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private void addScores(WordUnit unit, Twin twin, BooleanQuery.Builder query) {
    combined(unit.stems(), twin, Form.STEMMED).ifPresent(stems -> query.add(stems, Occur.SHOULD));
    combined(unit.plains(), twin, Form.PLAIN)
        .ifPresent(plains -> query.add(new BoostQuery(plains, weights.plain()), Occur.SHOULD));
    if (zones.contains(TextZone.BYLINE)) {
      for (String plain : unit.plains()) {
        Query name = new TermQuery(new Term(IndexNames.BYLINE, plain));
        query.add(new BoostQuery(name, weights.byline()), Occur.SHOULD);
      }
    }
  }

  private Optional<Query> combined(Set<String> terms, Twin twin, Form form) {
    var queries = new ArrayList<Query>();
    for (String term : terms) {
      var query = new CombinedFieldQuery.Builder(term);
      boolean hasField = false;
      for (TextZone zone : zones) {
        if (zone != TextZone.BYLINE) {
          query.addField(ZoneTerms.field(zone, twin, form).name(), weightOf(zone));
          hasField = true;
        }
      }
      if (hasField) {
        queries.add(query.build());
      }
    }
    return queries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0));
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
