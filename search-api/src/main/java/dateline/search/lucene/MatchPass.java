package dateline.search.lucene;

import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.search.engine.Collapse;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Filter;
import dateline.search.engine.SearchEngine.SearchTimeout;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// One pass over the articles that match a query: counts the hits, keeps the best, folded where
/// that is asked, and counts facets drill-sideways.
///
/// Filters on fields whose values are counted are not part of the query but checked here. An
/// article that passes all of them is a hit; one that fails a single filter counts for that
/// filter's own facet, since a facet ignores its own selection.
final class MatchPass {
  /// How often the clock is asked.
  private static final int ARTICLES_BETWEEN_CHECKS = 8192;

  private final SearchRequest request;
  private final List<Filter> filters;
  private final OpenGeneration generation;
  private final DateFilter dates;
  private final List<FacetCounter> facets;
  private final @Nullable DateCounter histogram;
  private final BooleanSupplier isTimeUp;
  private final BestHits best;

  /// Null where no list is folded.
  private final @Nullable StoryFold fold;

  /// Those that have a hit, where they are only counted.
  private final Set<Long> stories = new HashSet<>();

  private long total;

  /// Hits that are near-identical to no other article.
  private long alone;

  /// @param filters those to check here
  /// @param dates the date filter when it is to be checked here, else [DateFilter#NONE]
  /// @param after hits up to this one are counted and not kept
  /// @param isTimeUp whether to give up
  MatchPass(
      SearchRequest request,
      List<Filter> filters,
      OpenGeneration generation,
      DateFilter dates,
      List<FacetCounter> facets,
      @Nullable DateCounter histogram,
      HitOrder.@Nullable Key after,
      BooleanSupplier isTimeUp) {
    this.request = request;
    this.filters = filters;
    this.generation = generation;
    this.dates = dates;
    this.facets = facets;
    this.histogram = histogram;
    this.isTimeUp = isTimeUp;
    best = new BestHits(request, after);
    fold =
        request.collapse() == Collapse.DUPLICATES && best.areAsked()
            ? new StoryFold(request.sort())
            : null;
  }

  long total() {
    return total;
  }

  /// Hits when each story counts as one.
  long groups() {
    return alone + (fold == null ? stories.size() : fold.count());
  }

  /// The hits in order, from the first one kept.
  List<BestHits.Candidate> hits() {
    return best.inOrder();
  }

  ScoreMode scoreMode() {
    return request.sort() == Sort.RELEVANCE && best.areAsked()
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
    if (fold != null) {
      fold.offerTo(best);
    }
  }

  private void run(Scorer scorer, LeafReaderContext leaf) throws IOException {
    var checks = new ArrayList<FilterCheck>();
    for (Filter filter : filters) {
      checks.add(new FilterCheck(filter, generation.names(), leaf));
    }
    for (FacetCounter facet : facets) {
      facet.open(leaf);
    }
    var dateCheck = new DateCheck(dates, request.zone(), leaf);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexNames.ID);
    NumericDocValues storyOf =
        generation.stories().isEmpty()
            ? DocValues.emptyNumeric()
            : DocValues.getNumeric(leaf.reader(), IndexNames.STORY);
    boolean isScoring = scoreMode() == ScoreMode.COMPLETE;
    boolean isDated = histogram != null || best.areAsked() || DateCheck.isNeeded(dates);
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
        float score = isScoring ? scorer.score() : 0;
        long story = storyOf.advanceExact(article) ? storyOf.longValue() : 0;
        if (story == 0) {
          alone++;
        } else if (fold == null) {
          stories.add(story);
        } else {
          ids.advanceExact(article);
          fold.add(story, score, second, leaf, article, ids);
        }
        if ((story == 0 || fold == null) && best.mayHold(score, second)) {
          ids.advanceExact(article);
          String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
          best.offer(
              new BestHits.Candidate(
                  new HitOrder.Key(score, second, id), leaf.docBase + article, 0));
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
}
