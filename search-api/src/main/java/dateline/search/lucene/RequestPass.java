package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.corpus.store.ArchiveReader;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Filter;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// A request as a query and the pass over what it matches, done.
///
/// @param facets of the fields asked for, as far as any article has a value in them
/// @param histogram null when none was asked
record RequestPass(MatchPass matches, List<FacetCounter> facets, @Nullable DateCounter histogram) {

  /// What a pass needs beside the request.
  ///
  /// @param archive texts, by which threads are found
  /// @param models for an order by meaning
  /// @param now what relative dates in the query count from
  /// @param isTimeUp whether to give up
  record Setting(
      OpenGeneration generation,
      ArchiveReader archive,
      RankingWeights weights,
      HybridModels models,
      Instant now,
      BooleanSupplier isTimeUp) {}

  /// @param after hits up to this one are counted and not kept
  static RequestPass run(SearchRequest request, HitOrder.@Nullable Key after, Setting setting)
      throws IOException {
    return run(request, after, null, setting);
  }

  /// @param among what else an article must match; it has no part in what the words of the request
  ///   select, which depends on the whole index. Null for no such condition
  static RequestPass run(
      SearchRequest request, HitOrder.@Nullable Key after, @Nullable Query among, Setting setting)
      throws IOException {
    OpenGeneration generation = setting.generation();
    var compiler = new ClauseCompiler(generation, setting.weights(), request, setting.now());
    var query = new BooleanQuery.Builder();
    query.add(compiler.compile(request.query().clause()), Occur.MUST);

    if (among != null) {
      query.add(among, Occur.FILTER);
    }
    if (!request.threads().isEmpty()) {
      query.add(ThreadFilter.of(request.threads(), setting), Occur.FILTER);
    }

    var facets = new ArrayList<FacetCounter>();
    for (ArticleField field : request.facets().fields().keySet()) {
      ShownValues values = generation.values(field);
      if (values != null) {
        facets.add(new FacetCounter(values));
      }
    }
    var checkedAside = new ArrayList<Filter>();
    for (Filter filter : request.filters()) {
      if (request.facets().fields().containsKey(filter.field()) || filter.isMissing()) {
        checkedAside.add(filter);
      } else {
        addFilter(filter, generation.names(), query);
      }
    }
    if (request.story() != null) {
      query.add(story(request.story(), generation), Occur.FILTER);
    }
    DateCounter histogram =
        request.facets().interval() == null ? null : new DateCounter(request.zone());
    DateFilter dates = DateFilter.NONE;
    if (histogram != null || request.dates().isMissing()) {
      dates = request.dates();
    } else if (DateCheck.isNeeded(request.dates())) {
      query.add(
          PublishedQuery.between(request.dates().from(), request.dates().to(), request.zone()),
          Occur.FILTER);
    }

    var matches =
        new MatchPass(
            request, checkedAside, generation, dates, facets, histogram, after, setting.isTimeUp());
    Query rewritten = generation.searcher().rewrite(query.build());
    matches.run(
        generation.searcher().createWeight(rewritten, matches.scoreMode(), 1),
        generation.reader().leaves());
    return new RequestPass(matches, facets, histogram);
  }

  private static void addFilter(Filter filter, EntityDirectory names, BooleanQuery.Builder query) {
    if (!filter.any().isEmpty()) {
      query.add(values(filter.field(), filter.any(), names), Occur.FILTER);
    }
    for (String value : filter.all()) {
      query.add(values(filter.field(), List.of(value), names), Occur.FILTER);
    }
    if (!filter.not().isEmpty()) {
      query.add(values(filter.field(), filter.not(), names), Occur.MUST_NOT);
    }
  }

  /// An article and those near-identical to it; none where no article has the id.
  private static Query story(ArticleId id, OpenGeneration generation) throws IOException {
    var rows = new ArticleRows(generation);
    OptionalInt number = rows.numberOf(id);
    if (number.isEmpty()) {
      return new MatchNoDocsQuery("no article has the id " + id);
    }
    long story = rows.story(number.getAsInt());
    return story == 0
        ? new TermQuery(new Term(IndexNames.ID, id.value()))
        : NumericDocValuesField.newSlowExactQuery(IndexNames.STORY, story);
  }

  private static Query values(ArticleField field, List<String> values, EntityDirectory names) {
    var found = new LinkedHashSet<String>();
    values.forEach(value -> found.addAll(names.found(field, value)));
    return ClauseCompiler.values(field, found);
  }
}
