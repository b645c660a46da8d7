package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.language.LanguageCode;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import dateline.search.engine.SearchRequest;
import dateline.search.query.Clause;
import dateline.search.query.DateBound;
import dateline.search.query.Match;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final boolean hasVariants;
  private final AbsentWords absent;
  private final PhraseForms forms;

  ClauseCompiler(
      OpenGeneration generation, RankingWeights weights, SearchRequest request, Instant now) {
    this.generation = generation;
    this.weights = weights;
    this.match = request.match();
    this.in = request.in();
    this.zone = request.zone();
    this.now = now;
    this.hasVariants = request.variants();
    this.absent = new AbsentWords(generation, hasVariants);
    this.forms = new PhraseForms(hasVariants ? generation.names().variants() : Variants.NONE);
  }

  Query compile(Clause clause) throws IOException {
    return switch (clause) {
      case Clause.Everything() -> new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
      case Clause.Ranked(var words, var zone) -> wordQueries(zone).ranked(words);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          phrase(isVerbatim ? List.of(text) : forms.of(text), zones(zone), isVerbatim);
      case Clause.Passage passage -> {
        Span span = forms.of(passage.span());
        Set<TextZone> zones = zones(passage.zone());
        yield new PassageCompiler(generation, zones)
            .compile(
                new Clause.Passage(span, passage.least(), passage.zone()),
                scored(span, zones).stream().map(Scored::query).toList());
      }
      case Clause.Entity(var kind, var name) -> unscored(entity(kind, name));
      case Clause.AnyEntity(var kind) -> unscored(some(kind));
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

  /// What adds to the score of articles with a passage.
  record Scored(String phrase, Query query) {}

  /// The words and phrases of a passage, in any of their forms.
  List<Scored> scored(Clause.Passage passage) throws IOException {
    return scored(forms.of(passage.span()), zones(passage.zone()));
  }

  private List<Scored> scored(Span span, Set<TextZone> zones) throws IOException {
    var scored = new ArrayList<Scored>();
    FieldPlaces.eachLeaf(
        span,
        leaf -> {
          if (leaf instanceof Span.Phrase(var text, var isVerbatim)) {
            scored.add(new Scored(text, phrase(List.of(text), zones, isVerbatim)));
          }
        });
    return scored;
  }

  /// @param zone null where the query names none
  WordQueries wordQueries(@Nullable TextZone zone) {
    return new WordQueries(generation, weights, match, zones(zone), hasVariants, absent);
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

  /// @param texts that it stands for
  private Query phrase(List<String> texts, Set<TextZone> zones, boolean isVerbatim)
      throws IOException {
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
                : ArticleAnalyzers.of(ZoneTerms.field(zone, twin, form));
        for (String text : texts) {
          for (WordPath path : WordPath.of(TextTerm.of(analyzer, text))) {
            Query query = path(path, zone, twin, form);
            places.add(
                zone == TextZone.HEADLINE
                    ? new BoostQuery(query, weights.phraseInHeadline())
                    : query);
          }
        }
      }
    }
    return places.isEmpty()
        ? new MatchNoDocsQuery("no word in the phrase")
        : new DisjunctionMaxQuery(places, 0);
  }

  static Query path(WordPath path, TextZone zone, Twin twin, Form form) {
    if (path.positions().size() == 1) {
      var query = new BooleanQuery.Builder();
      path.positions()
          .getFirst()
          .forEach(term ->
              query.add(new TermQuery(ZoneTerms.term(zone, twin, form, term)), Occur.SHOULD));
      return query.build();
    }
    var query = new MultiPhraseQuery.Builder();
    for (List<String> terms : path.positions()) {
      query.add(
          terms.stream().map(term -> ZoneTerms.term(zone, twin, form, term)).toArray(Term[]::new));
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

  /// An entity that stands in the searched text, whichever it is.
  private Query some(EntityKind kind) {
    if (kind == EntityKind.ISSUE) {
      return new FieldExistsQuery(mentionField(kind).parameter());
    }
    var query = new BooleanQuery.Builder();
    for (Twin twin : generation.twins()) {
      for (TextZone zone : zones(null)) {
        if (zone != TextZone.BYLINE) {
          Term term = ZoneTerms.term(zone, twin, Form.STEMMED, IndexNames.anyOf(kind));
          query.add(new TermQuery(term), Occur.SHOULD);
        }
      }
    }
    return query.build();
  }

  static ArticleField mentionField(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE_MENTION;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }

  /// Values are compared without regard to case; a tag may be asked for without its kind, a
  /// language by any of its codes.
  private Query value(ArticleField field, String value) throws IOException {
    Terms terms = MultiTerms.getTerms(generation.reader(), field.parameter());
    String wanted = field == ArticleField.LANGUAGE ? LanguageCode.spelled(value) : value;
    var spellings = new LinkedHashSet<String>();
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term; (term = each.next()) != null; ) {
        String spelling = term.utf8ToString();
        boolean isTag = field == ArticleField.TAG && !value.contains(":");
        String asked = isTag ? spelling.substring(spelling.indexOf(':') + 1) : spelling;
        if (asked.equalsIgnoreCase(wanted)) {
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
}
