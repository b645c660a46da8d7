package dateline.search.oracle;

import dateline.corpus.ArticleId;
import dateline.search.engine.Collapse;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the folded list of a search with its unfolded list, which is folded here article by
/// article. Unlike [Comparison] it knows the order by relevance, which is the engine's own.
///
/// @param archive tells which articles are near-identical
record FoldComparison(SearchEngine engine, List<ScanArticle> archive) {

  /// What should be a hit.
  private record Row(ArticleId id, double score, int duplicates) {
    static List<Row> of(SearchPage page) {
      return page.hits().stream()
          .map(hit -> new Row(hit.id(), hit.score(), hit.duplicates()))
          .toList();
    }
  }

  /// What is wrong; empty when the list is folded as it should be.
  Optional<String> difference(SearchRequest request) throws IOException {
    SearchPage unfolded = whole(request.folding(Collapse.NONE, request.story()));
    SearchPage folded = whole(request.folding(Collapse.DUPLICATES, request.story()));
    List<Row> expected = folded(unfolded.hits());
    if (!expected.equals(Row.of(folded))) {
      return Optional.of("right: " + expected + "\nwrong: " + Row.of(folded));
    }
    if (folded.groups() != expected.size()
        || unfolded.groups() != expected.size()
        || folded.total() != unfolded.hits().size()) {
      return Optional.of(
          "groups are %d, or %d unfolded, and %d are right; the total is %d of %d"
              .formatted(
                  folded.groups(),
                  unfolded.groups(),
                  expected.size(),
                  folded.total(),
                  unfolded.hits().size()));
    }
    return differenceInPages(request, expected).or(() -> differenceInCopies(request, folded));
  }

  private SearchPage whole(SearchRequest request) throws IOException {
    return engine.search(Comparison.with(request, request.filters(), 100, null));
  }

  private List<Row> folded(List<Hit> hits) {
    var rows = new ArrayList<Row>();
    Map<Long, Integer> places = new HashMap<>();
    for (Hit hit : hits) {
      long story = scanned(hit.id()).story();
      Integer place = story == 0 ? null : places.putIfAbsent(story, rows.size());
      if (place == null) {
        rows.add(new Row(hit.id(), hit.score(), 0));
      } else {
        Row leader = rows.get(place);
        rows.set(place, new Row(leader.id(), leader.score(), leader.duplicates() + 1));
      }
    }
    return rows;
  }

  private ScanArticle scanned(ArticleId id) {
    return archive.stream()
        .filter(article -> article.article().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// Pages count what leads.
  private Optional<String> differenceInPages(SearchRequest request, List<Row> expected)
      throws IOException {
    if (request.collapse() == Collapse.NONE) {
      return Optional.empty();
    }
    List<Row> shown = Row.of(engine.search(request));
    int first = Math.min(request.offset(), expected.size());
    List<Row> page = expected.subList(first, Math.min(first + request.limit(), expected.size()));
    return page.equals(shown)
        ? Optional.empty()
        : Optional.of("right page: " + page + "\nwrong page: " + shown);
  }

  /// Following the copies of a hit gives it and as many as it says.
  private Optional<String> differenceInCopies(SearchRequest request, SearchPage folded) {
    for (Hit hit : folded.hits()) {
      SearchRequest copies = request.folding(Collapse.NONE, hit.id());
      try {
        SearchPage page = whole(copies);
        if (page.total() != hit.duplicates() + 1 || !page.hits().getFirst().id().equals(hit.id())) {
          return Optional.of(hit + " leads to " + page.hits());
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }
}
