package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;

/// The facets of the page of results, which lists authors and languages beside those that every
/// door counts.
public final class SearchFacets {
  static final int LIMIT_DEFAULT = 10;

  private static final List<ArticleField> BESIDE =
      List.of(ArticleField.AUTHOR, ArticleField.LANGUAGE);

  private SearchFacets() {}

  /// The request with all facets of the page.
  public static SearchRequest with(SearchRequest request) {
    var fields = new LinkedHashMap<>(request.facets().fields());
    BESIDE.forEach(field -> fields.putIfAbsent(field, LIMIT_DEFAULT));
    return with(request, new FacetRequest(fields, request.facets().interval()));
  }

  /// The request with other facets.
  static SearchRequest with(SearchRequest request, FacetRequest facets) {
    return new SearchRequest(
        request.query(),
        request.match(),
        request.in(),
        request.filters(),
        request.threads(),
        request.dates(),
        request.story(),
        request.zone(),
        request.sort(),
        request.collapse(),
        request.limit(),
        request.cursor(),
        request.offset(),
        facets,
        request.snippets(),
        request.highlight(),
        request.suggest(),
        request.variants(),
        request.mode(),
        request.boost());
  }
}
