package dateline.search.engine;

import dateline.search.engine.DateHistogram.Bar;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.query.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Searches beside each other over time, each bar with the articles of the whole archive in it, so
/// that a year in which more was printed does not look like a year in which more was said.
///
/// @param all stretches in which the archive has any article, in order of time
/// @param gaps stretches between them in which it has none
public record Comparison(
    String generation, Interval interval, List<Bar> all, List<DayRange> gaps, List<Side> sides) {
  public static final int SIDES_MIN = 2;
  public static final int SIDES_MAX = 5;

  public Comparison {
    all = List.copyOf(all);
    gaps = List.copyOf(gaps);
    sides = List.copyOf(sides);
  }

  /// One of the searches.
  ///
  /// @param total articles that it finds
  /// @param forms what counts as words of it beside them, by these words
  /// @param counts of each bar of the archive, in order
  public record Side(
      SearchRequest request, long total, Map<String, List<String>> forms, List<Long> counts) {
    public Side {
      forms = Map.copyOf(forms);
      counts = List.copyOf(counts);
    }

    /// Which part of the archive's articles in a bar it finds, 0 to 1.
    public double share(int bar, List<Bar> all) {
      return (double) counts.get(bar) / all.get(bar).count();
    }
  }

  /// @param requests [#SIDES_MIN] to [#SIDES_MAX], all of one time zone
  /// @param asked null or `AUTO` for what fits the whole archive
  public static Comparison of(
      Together.Searcher searcher, List<SearchRequest> requests, @Nullable Interval asked)
      throws IOException {
    SearchRequest everything =
        requests
            .getFirst()
            .asking(QueryParser.parse(""), List.of(), DateFilter.NONE)
            .inThreads(List.of())
            .folding(Collapse.NONE, null);
    SearchPage archive =
        searcher.search(
            everything.counting(new FacetRequest(Map.of(), asked == null ? Interval.AUTO : asked)));
    DateHistogram all = Objects.requireNonNull(archive.dates());
    var sides = new ArrayList<Side>();
    for (SearchRequest request : requests) {
      SearchPage found =
          searcher.search(request.counting(new FacetRequest(Map.of(), all.interval())));
      sides.add(
          new Side(
              request,
              found.total(),
              found.formsByWord(),
              counts(Objects.requireNonNull(found.dates()), all)));
    }
    return new Comparison(
        archive.generation(),
        all.interval(),
        all.bars(),
        DayRange.gaps(all.bars(), null, null),
        sides);
  }

  private static List<Long> counts(DateHistogram found, DateHistogram all) {
    Map<String, Long> counts = new HashMap<>();
    found.bars().forEach(bar -> counts.put(bar.value(), bar.count()));
    return all.bars().stream().map(bar -> counts.getOrDefault(bar.value(), 0L)).toList();
  }
}
