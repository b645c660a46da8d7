package dateline.search.lucene;

import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Filter;
import dateline.search.engine.SearchEngine.SearchTimeout;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// One pass over the articles that match a query: counts the hits, keeps the best, and counts
/// facets drill-sideways.
///
/// Filters on fields whose values are counted are not part of the query but checked here. An
/// article that passes all of them is a hit; one that fails a single filter counts for that
/// filter's own facet, since a facet ignores its own selection.
final class MatchPass {
  /// How often the clock is asked.
  private static final int ARTICLES_BETWEEN_CHECKS = 8192;

  /// A hit that may be shown.
  record Candidate(HitOrder.Key key, int article) {}

  private final SearchRequest request;
  private final List<Filter> filters;
  private final EntityDirectory names;
  private final DateFilter dates;
  private final List<FacetCounter> facets;
  private final @Nullable DateCounter histogram;
  private final HitOrder.@Nullable Key after;
  private final BooleanSupplier isTimeUp;
  private final int kept;
  private final PriorityQueue<Candidate> best;
  private long total;

  /// @param filters those to check here
  /// @param dates the date filter when it is to be checked here, else [DateFilter#NONE]
  /// @param after hits up to this one are counted and not kept
  /// @param isTimeUp whether to give up
  MatchPass(
      SearchRequest request,
      List<Filter> filters,
      EntityDirectory names,
      DateFilter dates,
      List<FacetCounter> facets,
      @Nullable DateCounter histogram,
      HitOrder.@Nullable Key after,
      BooleanSupplier isTimeUp) {
    this.request = request;
    this.filters = filters;
    this.names = names;
    this.dates = dates;
    this.facets = facets;
    this.histogram = histogram;
    this.after = after;
    this.isTimeUp = isTimeUp;
    kept =
        request.limit() == 0
            ? 0
            : request.offset() + request.limit() + 1; // one more tells of a next page
    best =
        new PriorityQueue<>(
            Comparator.comparing(Candidate::key, HitOrder.of(request.sort()).reversed()));
  }

  long total() {
    return total;
  }

  /// The hits in order, from the first one kept.
  List<Candidate> hits() {
    var hits = new ArrayList<>(best);
    hits.sort(Comparator.comparing(Candidate::key, HitOrder.of(request.sort())));
    return Collections.unmodifiableList(hits);
  }

  ScoreMode scoreMode() {
    return request.sort() == Sort.RELEVANCE && kept > 0
        ? ScoreMode.COMPLETE
        : ScoreMode.COMPLETE_NO_SCORES;
  }

  void run(Weight weight, List<LeafReaderContext> leaves) throws IOException {
    for (LeafReaderContext leaf : leaves) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        run(scorer, leaf);
      }
    }
  }

  private void run(Scorer scorer, LeafReaderContext leaf) throws IOException {
    var checks = new ArrayList<FilterCheck>();
    for (Filter filter : filters) {
      checks.add(new FilterCheck(filter, names, leaf));
    }
    for (FacetCounter facet : facets) {
      facet.open(leaf);
    }
    var dateCheck = new DateCheck(dates, request.zone(), leaf);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexNames.ID);
    boolean isScoring = scoreMode() == ScoreMode.COMPLETE;
    boolean isDated = histogram != null || kept > 0 || DateCheck.isNeeded(dates);
    DocIdSetIterator articles = LiveArticles.of(scorer.iterator(), leaf);
    int untilCheck = 0;
    for (int article; (article = articles.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (untilCheck-- == 0) {
        untilCheck = ARTICLES_BETWEEN_CHECKS;
        if (isTimeUp.getAsBoolean()) {
          throw new SearchTimeout(
              "the search took too long; narrow it by a date, a filter or a rarer word");
        }
      }
      long second = isDated ? dateCheck.second(article) : HitOrder.UNDATED;
      int precision = isDated ? dateCheck.precision(article) : 0;
      boolean passesDate = dateCheck.passes(second, precision);
      int failed = passesDate ? 0 : 1;
      ArticleField failedField = null;
      for (int i = 0; i < checks.size() && failed < 2; i++) {
        if (!checks.get(i).passes(article)) {
          failed++;
          failedField = checks.get(i).field();
        }
      }
      if (failed == 0) {
        total++;
        for (FacetCounter facet : facets) {
          facet.count(article);
        }
        if (histogram != null) {
          histogram.count(second, precision);
        }
        if (kept > 0) {
          offer(article, leaf, isScoring ? scorer.score() : 0, second, ids);
        }
      } else if (failed == 1) {
        countAside(article, second, precision, passesDate, failedField);
      }
    }
  }

  private void countAside(
      int article,
      long second,
      int precision,
      boolean passesDate,
      @Nullable ArticleField failedField)
      throws IOException {
    if (!passesDate) {
      if (histogram != null) {
        histogram.count(second, precision);
      }
      return;
    }
    for (FacetCounter facet : facets) {
      if (facet.field() == failedField) {
        facet.count(article);
      }
    }
  }

  private void offer(
      int article, LeafReaderContext leaf, float score, long second, SortedDocValues ids)
      throws IOException {
    Candidate worst = best.size() == kept ? best.element() : null;
    if (worst != null
        && HitOrder.compareWithoutId(
                request.sort(), score, second, worst.key().score(), worst.key().second())
            > 0) {
      return;
    }
    if (after != null
        && HitOrder.compareWithoutId(request.sort(), score, second, after.score(), after.second())
            < 0) {
      return;
    }
    ids.advanceExact(article);
    var key = new HitOrder.Key(score, second, ids.lookupOrd(ids.ordValue()).utf8ToString());
    Comparator<HitOrder.Key> order = HitOrder.of(request.sort());
    if (after != null && order.compare(key, after) <= 0) {
      return;
    }
    if (worst == null || order.compare(key, worst.key()) < 0) {
      best.add(new Candidate(key, leaf.docBase + article));
      if (best.size() > kept) {
        best.remove();
      }
    }
  }
}
