package dateline.search.engine;

import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetRequest.Interval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an archive holds of each source.
///
/// @param sources most articles first; the first [#SOURCES_MAX]
/// @param sourcesTotal how many there are
/// @param unsourced articles without a source
public record SourceHoldings(
    String generation, List<Holding> sources, long sourcesTotal, long unsourced) {
  /// Each is asked for by searches of its own.
  public static final int SOURCES_MAX = 200;

  private static final int LANGUAGES = 50;

  public SourceHoldings {
    sources = List.copyOf(sources);
  }

  /// @param first null where no article has a date
  /// @param languages most articles first
  public record Holding(
      String source,
      long articles,
      @Nullable Published first,
      @Nullable Published last,
      List<Facet.Item> languages) {
    public Holding {
      languages = List.copyOf(languages);
    }
  }

  /// @param everything a search without any condition
  public static SourceHoldings of(Together.Searcher searcher, SearchRequest everything)
      throws IOException {
    SearchPage all =
        searcher.search(
            everything.counting(new FacetRequest(Map.of(ArticleField.SOURCE, SOURCES_MAX), null)));
    Facet facet = all.facets().getFirst();
    var holdings = new ArrayList<Holding>();
    for (Facet.Item item : facet.items()) {
      SearchRequest of = within(everything, List.of(item.value()));
      SearchPage counted =
          searcher.search(
              of.counting(
                  new FacetRequest(Map.of(ArticleField.LANGUAGE, LANGUAGES), Interval.YEAR)));
      holdings.add(
          new Holding(
              item.value(),
              counted.total(),
              end(searcher, of, Sort.OLDEST),
              end(searcher, of, Sort.NEWEST),
              counted.facets().getFirst().items()));
    }
    return new SourceHoldings(all.generation(), holdings, facet.valuesTotal(), facet.missing());
  }

  /// The articles of some sources; of all when none is named.
  static SearchRequest within(SearchRequest everything, List<String> sources) {
    return sources.isEmpty()
        ? everything
        : everything.asking(
            everything.query(),
            List.of(new Filter(ArticleField.SOURCE, sources, List.of(), List.of(), false)),
            DateFilter.NONE);
  }

  private static @Nullable Published end(Together.Searcher searcher, SearchRequest of, Sort sort)
      throws IOException {
    List<Hit> hits = searcher.search(of.sorted(sort).exporting(1)).hits();
    return hits.isEmpty() ? null : hits.getFirst().published();
  }
}
