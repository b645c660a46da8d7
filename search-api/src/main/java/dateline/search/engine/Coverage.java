package dateline.search.engine;

import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.DateHistogram.Bar;
import dateline.search.engine.FacetRequest.Interval;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How many articles of each source an archive has of which time.
///
/// @param sources most articles first; the first [#SOURCES_MAX] unless some were named
/// @param sourcesTotal how many there are
public record Coverage(
    String generation, Interval interval, List<OfSource> sources, long sourcesTotal) {
  /// Each is counted by a search of its own.
  public static final int SOURCES_MAX = 50;

  /// Most bars of all sources together.
  public static final int BARS_MAX = 20_000;

  public Coverage {
    sources = List.copyOf(sources);
  }

  /// @param articles of the time that was asked for, as far as they bear a date that is precise
  ///   enough
  /// @param gaps stretches without any, between the ends of the time that was asked for; where an
  ///   end is open, from the first article or to the last
  public record OfSource(
      String source, long articles, List<Bar> bars, List<DayRange> gaps, long undated) {
    public OfSource {
      bars = List.copyOf(bars);
      gaps = List.copyOf(gaps);
    }
  }

  /// More bars than one answer may have.
  public static final class TooMany extends Exception {
    private static final long serialVersionUID = 1;

    TooMany() {
      super("more than %d counts; ask for a wider interval or fewer sources".formatted(BARS_MAX));
    }
  }

  /// @param request its filter of sources, its dates and its interval count
  public static Coverage of(Together.Searcher searcher, SearchRequest request)
      throws IOException, TooMany {
    SearchRequest everything = request.asking(request.query(), List.of(), DateFilter.NONE);
    List<String> named =
        request.filters().stream()
            .filter(filter -> filter.field() == ArticleField.SOURCE)
            .flatMap(filter -> filter.any().stream())
            .toList();
    Interval asked = request.facets().interval();
    SearchPage all =
        searcher.search(
            SourceHoldings.within(everything, named)
                .counting(
                    new FacetRequest(
                        Map.of(ArticleField.SOURCE, SOURCES_MAX),
                        asked == null ? Interval.AUTO : asked)));
    Facet facet = all.facets().getFirst();
    Interval interval = Objects.requireNonNull(all.dates()).interval();
    List<String> sources =
        named.isEmpty() ? facet.items().stream().map(Facet.Item::value).toList() : named;
    var counted = new ArrayList<OfSource>();
    int bars = 0;
    for (String source : sources) {
      OfSource of = count(searcher, everything, source, interval, request);
      bars += of.bars().size();
      if (bars > BARS_MAX) {
        throw new TooMany();
      }
      counted.add(of);
    }
    return new Coverage(all.generation(), interval, counted, facet.valuesTotal());
  }

  private static OfSource count(
      Together.Searcher searcher,
      SearchRequest everything,
      String source,
      Interval interval,
      SearchRequest request)
      throws IOException {
    DateHistogram dates =
        Objects.requireNonNull(
            searcher
                .search(
                    SourceHoldings.within(everything, List.of(source))
                        .counting(new FacetRequest(Map.of(), interval)))
                .dates());
    Published first = request.dates().from();
    Published last = request.dates().to();
    LocalDate from = first == null ? null : first.firstDay(request.zone());
    LocalDate to = last == null ? null : last.lastDay(request.zone());
    List<Bar> bars = dates.bars().stream().filter(bar -> isWithin(bar, from, to)).toList();
    return new OfSource(
        source,
        bars.stream().mapToLong(Bar::count).sum(),
        bars,
        DayRange.gaps(bars, from, to),
        dates.missing());
  }

  /// Whether a bar and the time that was asked for have a day in common.
  private static boolean isWithin(Bar bar, @Nullable LocalDate from, @Nullable LocalDate to) {
    return (from == null || !bar.to().isBefore(from)) && (to == null || !bar.from().isAfter(to));
  }
}
