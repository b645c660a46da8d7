package dateline.search.page;

import dateline.corpus.Published;
import dateline.search.engine.DateFilter;
import dateline.search.engine.DateHistogram.Bar;

/// The time of a bar as a filter.
final class DateFilters {
  private DateFilters() {}

  /// Named as the bar is where its value names all of it, so that `1987-03` stays `1987-03`.
  static DateFilter of(Bar bar) {
    Published named = Published.parse(bar.value());
    return named instanceof Published.OnDay
        ? new DateFilter(new Published.OnDay(bar.from()), new Published.OnDay(bar.to()), false)
        : new DateFilter(named, named, false);
  }
}
