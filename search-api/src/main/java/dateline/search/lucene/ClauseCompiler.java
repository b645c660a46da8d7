package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.learn.TermRarity;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.engine.SearchRequest;
import dateline.search.query.Clause;
import dateline.search.query.DateBound;
import dateline.search.query.Match;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Turns a clause into a Lucene query over one generation. Conditions on values, dates and entities
/// select and do not score.
final class ClauseCompiler {
  private final OpenGeneration generation;
  private final RankingWeights weights;
  private final Match match;
  private final Set<TextZone> in;
  private final ZoneId zone;
  private final Instant now;

  ClauseCompiler(
      OpenGeneration generation, RankingWeights weights, SearchRequest request, Instant now) {
    this.generation = generation;
    this.weights = weights;
    this.match = request.match();
    this.in = request.in();
    this.zone = request.zone();
    this.now = now;
  }

  Query compile(Clause clause) throws IOException {
    return switch (clause) {
      case Clause.Everything() -> new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
      case Clause.Ranked(var words, var zone) -> ranked(words, zones(zone));
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          phrase(text, zones(zone), isVerbatim);
      case Clause.Entity(var kind, var name) -> unscored(entity(kind, name));
      case Clause.Value(var field, var value) -> unscored(value(field, value));
      case Clause.PublishedRange(var first, var last) ->
          unscored(PublishedQuery.between(resolve(first), resolve(last), this.zone));
      case Clause.WordsRange(var first, var last) ->
          unscored(
              IntPoint.newRangeQuery(
                  IndexNames.WORDS,
                  first == null ? 0 : first,
                  last == null ? Integer.MAX_VALUE : last));
      case Clause.All(var parts) -> all(parts);
      case Clause.Any(var parts) -> any(parts);
      case Clause.Not _ -> all(List.of(clause));
    };
  }

  private Query all(List<Clause> parts) throws IOException {
    var query = new BooleanQuery.Builder();
    boolean onlyExcludes = true;
    for (Clause part : parts) {
      if (part instanceof Clause.Not(var excluded)) {
        query.add(compile(excluded), Occur.MUST_NOT);
      } else {
        query.add(compile(part), Occur.MUST);
        onlyExcludes = false;
      }
    }
    if (onlyExcludes) {
      query.add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), Occur.MUST);
    }
    return query.build();
  }

  private Query any(List<Clause> parts) throws IOException {
    var query = new BooleanQuery.Builder();
    for (Clause part : parts) {
      query.add(compile(part), Occur.SHOULD);
    }
    return query.build();
  }

  /// Each article's text stands in one twin, so the twins' readings are alternatives.
  private Query ranked(List<String> words, Set<TextZone> zones) throws IOException {
    var twins = new BooleanQuery.Builder();
    for (Twin twin : generation.twins()) {
      List<WordUnit> units = WordUnit.of(words, twin);
      if (!units.isEmpty()) {
        var query = new BooleanQuery.Builder();
        query.add(selection(units, twin, zones), Occur.FILTER);
        if (zones.contains(TextZone.BYLINE) && generation.twins().size() > 1) {
          query.add(articlesOf(twin), Occur.FILTER);
        }
        for (WordUnit unit : units) {
          addScores(unit, twin, zones, query);
        }
        twins.add(query.build(), Occur.SHOULD);
      }
    }
    BooleanQuery query = twins.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word to search") : query;
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

  private Query selection(List<WordUnit> units, Twin twin, Set<TextZone> zones) {
    return switch (match) {
      case ALL -> {
        var query = new BooleanQuery.Builder();
        units.forEach(unit -> query.add(presence(unit, twin, zones), Occur.FILTER));
        yield query.build();
      }
      case ANY -> {
        var query = new BooleanQuery.Builder();
        units.forEach(unit -> query.add(presence(unit, twin, zones), Occur.SHOULD));
        yield query.build();
      }
      case AUTO -> {
        if (units.size() == 1) {
          yield presence(units.getFirst(), twin, zones);
        }
        TermRarity rarity = generation.rarity(twin);
        var words = new ArrayList<ShareQuery.Weighted>();
        double sum = 0;
        for (WordUnit unit : units) {
          int count = unit.stems().stream().mapToInt(rarity::count).max().orElse(0);
          double weight = rarity.of(count);
          sum += weight;
          words.add(new ShareQuery.Weighted(presence(unit, twin, zones), weight));
        }
        double share = weights.matchShare() * Math.sqrt(2.0 / units.size());
        yield new ShareQuery(words, share * sum);
      }
    };
  }

  /// Articles that hold a word in one of the zones.
  private Query presence(WordUnit unit, Twin twin, Set<TextZone> zones) {
    var query = new BooleanQuery.Builder();
    for (TextZone zone : zones) {
      for (String term : zone == TextZone.BYLINE ? unit.plains() : unit.stems()) {
        query.add(new TermQuery(term(zone, twin, Form.STEMMED, term)), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private void addScores(
      WordUnit unit, Twin twin, Set<TextZone> zones, BooleanQuery.Builder query) {
    combined(unit.stems(), twin, Form.STEMMED, zones)
        .ifPresent(stems -> query.add(stems, Occur.SHOULD));
    combined(unit.plains(), twin, Form.PLAIN, zones)
        .ifPresent(plains -> query.add(new BoostQuery(plains, weights.plain()), Occur.SHOULD));
    if (zones.contains(TextZone.BYLINE)) {
      for (String plain : unit.plains()) {
        Query name = new TermQuery(new Term(IndexNames.BYLINE, plain));
        query.add(new BoostQuery(name, weights.byline()), Occur.SHOULD);
      }
    }
  }

  private Optional<Query> combined(Set<String> terms, Twin twin, Form form, Set<TextZone> zones) {
    var queries = new ArrayList<Query>();
    for (String term : terms) {
      var query = new CombinedFieldQuery.Builder(term);
      boolean hasField = false;
      for (TextZone zone : zones) {
        if (zone != TextZone.BYLINE) {
          query.addField(new TextField(part(zone), twin, form).name(), weightOf(zone));
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

  private Query phrase(String text, Set<TextZone> zones, boolean isVerbatim) throws IOException {
    var places = new ArrayList<Query>();
    for (Twin twin : generation.twins()) {
      for (TextZone zone : zones) {
        if (zone == TextZone.BYLINE && twin != generation.twins().getFirst()) {
          continue; // there is one byline field for all twins
        }
        Form form = isVerbatim ? Form.VERBATIM : Form.STEMMED;
        Analyzer analyzer =
            zone == TextZone.BYLINE
                ? ArticleAnalyzers.names()
                : ArticleAnalyzers.of(new TextField(part(zone), twin, form));
        for (WordPath path : WordPath.of(TextTerm.of(analyzer, text))) {
          Query query = path(path, zone, twin, form);
          places.add(
              zone == TextZone.HEADLINE
                  ? new BoostQuery(query, weights.phraseInHeadline())
                  : query);
        }
      }
    }
    return places.isEmpty()
        ? new MatchNoDocsQuery("no word in the phrase")
        : new DisjunctionMaxQuery(places, 0);
  }

  private static Query path(WordPath path, TextZone zone, Twin twin, Form form) {
    if (path.positions().size() == 1) {
      var query = new BooleanQuery.Builder();
      path.positions()
          .getFirst()
          .forEach(term -> query.add(new TermQuery(term(zone, twin, form, term)), Occur.SHOULD));
      return query.build();
    }
    var query = new MultiPhraseQuery.Builder();
    for (List<String> terms : path.positions()) {
      query.add(terms.stream().map(term -> term(zone, twin, form, term)).toArray(Term[]::new));
    }
    return query.build();
  }

  /// By id, label or alias when one is known; else by the names in the articles.
  private Query entity(EntityKind kind, String name) throws IOException {
    ArticleField field = mentionField(kind);
    Set<String> ids = generation.names().idsOf(kind, name);
    if (!ids.isEmpty()) {
      return values(field, ids);
    }
    List<WordPath> paths = WordPath.of(TextTerm.of(ArticleAnalyzers.names(), name));
    if (paths.isEmpty()) {
      return new MatchNoDocsQuery("no name to search");
    }
    var phrase = new MultiPhraseQuery.Builder();
    for (List<String> terms : paths.getFirst().positions()) {
      phrase.add(
          terms.stream()
              .map(term -> new Term(IndexNames.namesOf(kind), term))
              .toArray(Term[]::new));
    }
    return phrase.build();
  }

  static ArticleField mentionField(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE_MENTION;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }

  /// Values are compared without regard to case.
  private Query value(ArticleField field, String value) throws IOException {
    Terms terms = MultiTerms.getTerms(generation.reader(), field.parameter());
    var spellings = new LinkedHashSet<String>();
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term; (term = each.next()) != null; ) {
        String spelling = term.utf8ToString();
        if (spelling.equalsIgnoreCase(value)) {
          spellings.add(spelling);
        }
      }
    }
    return spellings.isEmpty()
        ? new MatchNoDocsQuery("no such " + field.parameter())
        : values(field, spellings);
  }

  static Query values(ArticleField field, Set<String> values) {
    return new TermInSetQuery(field.parameter(), values.stream().map(BytesRef::new).toList());
  }

  private @Nullable Published resolve(@Nullable DateBound bound) {
    return bound == null ? null : bound.resolve(now, zone);
  }

  private static Query unscored(Query query) {
    return new ConstantScoreQuery(query);
  }

  /// The zones to search; the lead is part of the body and not searched twice.
  private Set<TextZone> zones(@Nullable TextZone asked) {
    Set<TextZone> zones = asked == null ? EnumSet.copyOf(in) : EnumSet.of(asked);
    if (zones.contains(TextZone.BODY)) {
      zones.remove(TextZone.LEAD);
    }
    return zones;
  }

  private static final Map<TextZone, Part> PARTS =
      Map.of(TextZone.HEADLINE, Part.HEADLINE, TextZone.LEAD, Part.LEAD, TextZone.BODY, Part.BODY);

  private static Part part(TextZone zone) {
    Part part = PARTS.get(zone);
    if (part == null) {
      throw new IllegalStateException(zone + " is no part of the text");
    }
    return part;
  }

  private static Term term(TextZone zone, Twin twin, Form form, String text) {
    String field =
        zone == TextZone.BYLINE ? IndexNames.BYLINE : new TextField(part(zone), twin, form).name();
    return new Term(field, text);
  }
}
