package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import dateline.search.query.Clause;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Turns passages into queries. Where its words stand selects; how they score is up to the phrases
/// in it, and a passage without one counts 1.
final class PassageCompiler {
  private final OpenGeneration generation;
  private final Set<TextZone> zones;
  private final Map<String, WordPattern> patterns = new HashMap<>();

  /// @param zones to search
  PassageCompiler(OpenGeneration generation, Set<TextZone> zones) {
    this.generation = generation;
    this.zones = zones;
  }

  /// @param scoring queries of its words and phrases; without any each article counts 1
  Query compile(Clause.Passage passage, List<Query> scoring) throws IOException {
    Query places = places(passage);
    if (scoring.isEmpty()) {
      return new ConstantScoreQuery(places);
    }
    var query = new BooleanQuery.Builder();
    query.add(places, Occur.FILTER);
    scoring.forEach(each -> query.add(each, Occur.SHOULD));
    return query.build();
  }

  private Query places(Clause.Passage passage) throws IOException {
    var fields = new ArrayList<FieldPlaces>();
    for (Twin twin : generation.twins()) {
      for (TextZone zone : zones) {
        if (zone != TextZone.BYLINE || twin == generation.twins().getFirst()) {
          fields.add(field(passage.span(), zone, twin)); // there is one byline field for all twins
        }
      }
    }
    boolean isPattern = passage.span() instanceof Span.Wildcard && passage.least() == 1;
    if (!isPattern) {
      return new PassageQuery(passage.span(), passage.least(), fields);
    }
    var query = new BooleanQuery.Builder();
    fields.forEach(field -> query.add(field.candidates(passage.span()), Occur.SHOULD));
    return query.build();
  }

  private FieldPlaces field(Span span, TextZone zone, Twin twin) throws IOException {
    Map<Span, LeafTerms> leaves = new HashMap<>();
    FieldPlaces.eachLeaf(span, leaf -> leaves.put(leaf, terms(leaf, zone, twin)));
    Map<Span.Unit, @Nullable Term> marks = new EnumMap<>(Span.Unit.class);
    if (zone != TextZone.BYLINE) {
      marks.put(Span.Unit.SENTENCE, mark(zone, twin, IndexNames.SENTENCE));
      marks.put(Span.Unit.PARA, mark(zone, twin, IndexNames.PARAGRAPH));
    }
    return new FieldPlaces(leaves, marks);
  }

  private LeafTerms terms(Span leaf, TextZone zone, Twin twin) throws IOException {
    return switch (leaf) {
      case Span.Phrase(var text, var isVerbatim) ->
          phrase(text, zone, twin, isVerbatim ? Form.VERBATIM : Form.STEMMED);
      case Span.Wildcard(var typed) -> {
        WordPattern pattern = patterns.computeIfAbsent(typed, WordPattern::new);
        String field = ZoneTerms.term(zone, twin, Form.PLAIN, "").field();
        yield oneOf(
            pattern.words(generation.reader(), field).stream()
                .map(word -> new Term(field, word))
                .toList(),
            false);
      }
      case Span.Entity(var kind, var name) ->
          oneOf(zone == TextZone.BYLINE ? List.of() : names(kind, name, zone, twin), true);
      case Span.AnyEntity(var kind) ->
          oneOf(
              zone == TextZone.BYLINE
                  ? List.of()
                  : List.of(ZoneTerms.term(zone, twin, Form.STEMMED, IndexNames.anyOf(kind))),
              true);
      case Span.Either _, Span.Near _, Span.Same _, Span.First _ ->
          throw new IllegalStateException(leaf + " has parts");
    };
  }

  private static LeafTerms oneOf(List<Term> terms, boolean areRuns) {
    return new LeafTerms(terms.isEmpty() ? List.of() : List.of(List.of(terms)), areRuns);
  }

  private List<Term> names(EntityKind kind, String name, TextZone zone, Twin twin) {
    return generation.names().idsOf(kind, name).stream()
        .sorted()
        .map(id -> mark(zone, twin, IndexNames.entityAt(kind, id)))
        .toList();
  }

  private static Term mark(TextZone zone, Twin twin, String mark) {
    TextField field = ZoneTerms.field(zone, twin, Form.STEMMED);
    return new Term(IndexNames.marksOf(field.part(), twin), mark);
  }

  private static LeafTerms phrase(String text, TextZone zone, Twin twin, Form form)
      throws IOException {
    Analyzer analyzer =
        zone == TextZone.BYLINE
            ? ArticleAnalyzers.names()
            : ArticleAnalyzers.of(ZoneTerms.field(zone, twin, form));
    var paths = new ArrayList<List<List<Term>>>();
    for (WordPath path : WordPath.of(TextTerm.of(analyzer, text))) {
      paths.add(
          path.positions().stream()
              .map(terms ->
                  terms.stream().map(term -> ZoneTerms.term(zone, twin, form, term)).toList())
              .toList());
    }
    return new LeafTerms(paths, false);
  }
}
