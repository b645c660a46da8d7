package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.search.query.Clause;
import dateline.search.query.Match;
import dateline.search.query.ParsedQuery;
import dateline.search.query.TextZone;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One state of a search. Every door parses into it and renders from it.
///
/// @param in fields that plain words search; never empty
/// @param filters at most one for each field
/// @param threads the article is of the thread of one of these, by id; empty for no such condition
/// @param story only this article and those near-identical to it; null for no such condition
/// @param zone where a day begins
/// @param collapse decides what a hit is, and so what limit, cursor and offset count; totals and
///   facets count articles either way
/// @param limit hits wanted, 0 to [#LIMIT_MAX]; 0 counts alone
/// @param cursor where to go on; null for the start of the list
/// @param offset hits to pass over, 0 to [#OFFSET_MAX]; 0 with a cursor
/// @param snippets most snippets a hit, 0 to [#SNIPPETS_MAX]
/// @param highlight whether snippets mark what matched
/// @param suggest whether to propose a spelling where a word looks like a slip
/// @param variants whether plain words find their other spellings and names, and synonyms, too
/// @param mode counts where the order is by relevance
/// @param boost counts there too
public record SearchRequest(
    ParsedQuery query,
    Match match,
    Set<TextZone> in,
    List<Filter> filters,
    List<String> threads,
    DateFilter dates,
    @Nullable ArticleId story,
    ZoneId zone,
    Sort sort,
    Collapse collapse,
    int limit,
    @Nullable String cursor,
    int offset,
    FacetRequest facets,
    int snippets,
    boolean highlight,
    boolean suggest,
    boolean variants,
    Mode mode,
    Boost boost) {
  /// Most threads that can be asked for: each is searched for anew.
  public static final int THREADS_MAX = 5;

  public static final int LIMIT_MAX = 100;
  public static final int OFFSET_MAX = 10_000;
  public static final int SNIPPETS_MAX = 10;

  public SearchRequest {
    in = Set.copyOf(in);
    filters = List.copyOf(filters);
    threads = List.copyOf(threads);
  }

  /// Whether every article answers it.
  public boolean asksForEverything() {
    return query.clause() instanceof Clause.Everything
        && filters.isEmpty()
        && threads.isEmpty()
        && dates.equals(DateFilter.NONE)
        && story == null;
  }

  /// The same from the start of the list under other conditions.
  public SearchRequest asking(ParsedQuery other, List<Filter> filters, DateFilter dates) {
    return new SearchRequest(
        other, match, in, filters, threads, dates, story, zone, sort, collapse, limit, null, 0,
        facets, snippets, highlight, suggest, variants, mode, boost);
  }

  /// The same from the start of the list, folded otherwise, among the articles of one story or of
  /// all.
  ///
  /// @param story null for all
  public SearchRequest folding(Collapse other, @Nullable ArticleId story) {
    return new SearchRequest(
        query, match, in, filters, threads, dates, story, zone, sort, other, limit, null, 0, facets,
        snippets, highlight, suggest, variants, mode, boost);
  }

  /// The same from the start of the list in other threads.
  public SearchRequest inThreads(List<String> others) {
    return new SearchRequest(
        query, match, in, filters, others, dates, story, zone, sort, collapse, limit, null, 0,
        facets, snippets, highlight, suggest, variants, mode, boost);
  }

  /// The same from the start of the list, where plain words select otherwise.
  public SearchRequest matching(Match other) {
    return new SearchRequest(
        query, other, in, filters, threads, dates, story, zone, sort, collapse, limit, null, 0,
        facets, snippets, highlight, suggest, variants, mode, boost);
  }

  /// The same from the start of the list, the newest first.
  public SearchRequest newestFirst() {
    return new SearchRequest(
        query,
        match,
        in,
        filters,
        threads,
        dates,
        story,
        zone,
        Sort.NEWEST,
        collapse,
        limit,
        null,
        0,
        facets,
        snippets,
        highlight,
        suggest,
        variants,
        mode,
        boost);
  }

  /// The same with more hits wanted.
  ///
  /// @param hits may be more than a caller can ask for
  public SearchRequest reaching(int hits) {
    return new SearchRequest(
        query, match, in, filters, threads, dates, story, zone, sort, collapse, hits, cursor,
        offset, facets, snippets, highlight, suggest, variants, mode, boost);
  }

  /// The whole list, unfolded, from its start, without anything beside the articles.
  ///
  /// @param hits at a time; may be more than a caller can ask for
  public SearchRequest exporting(int hits) {
    return new SearchRequest(
        query,
        match,
        in,
        filters,
        threads,
        dates,
        story,
        zone,
        sort,
        Collapse.NONE,
        hits,
        null,
        0,
        FacetRequest.NONE,
        0,
        false,
        false,
        variants,
        mode,
        boost);
  }

  /// The same where the list goes on.
  public SearchRequest at(String where) {
    return new SearchRequest(
        query, match, in, filters, threads, dates, story, zone, sort, collapse, limit, where, 0,
        facets, snippets, highlight, suggest, variants, mode, boost);
  }

  /// The same from the start of the list in another order.
  public SearchRequest sorted(Sort other) {
    return new SearchRequest(
        query, match, in, filters, threads, dates, story, zone, other, collapse, limit, null, 0,
        facets, snippets, highlight, suggest, variants, mode, boost);
  }

  /// The same without hits, only counting.
  public SearchRequest counting(FacetRequest counted) {
    return new SearchRequest(
        query, match, in, filters, threads, dates, story, zone, sort, collapse, 0, null, 0, counted,
        0, false, false, variants, mode, boost);
  }
}
