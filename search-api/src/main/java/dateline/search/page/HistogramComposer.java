package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateFilter;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.DateHistogram.Bar;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.SearchRequest;
import dateline.search.page.Histogram.Column;
import dateline.search.page.Histogram.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Draws counts over time to a true scale, marks the dates that a search asks for, and links each
/// bar to the search narrowed to it.
final class HistogramComposer {
  /// Part of a bar's time that its column takes; the rest is a gap.
  static final double COLUMN_SHARE = 0.8;

  /// In percent of the width, so that a single bar in a century can be seen and hit.
  static final double COLUMN_WIDTH_MIN = 0.3;

  private final Messages messages;
  private final Dates dates;
  private final SearchRequest request;

  HistogramComposer(Messages messages, Dates dates, SearchRequest request) {
    this.messages = messages;
    this.dates = dates;
    this.request = request;
  }

  /// @return null when there are fewer than two bars, which say nothing
  @Nullable Histogram compose(DateHistogram counts) {
    List<Bar> bars = counts.bars();
    if (bars.size() < 2) {
      return null;
    }
    var scale = new TimeScale(bars.getFirst().from(), bars.getLast().to());
    Bar highest = bars.stream().max(Comparator.comparingLong(Bar::count)).orElseThrow();
    Span chosen = chosen(scale);
    return new Histogram(
        messages.of(
            "histogram.name",
            name(bars.getFirst(), counts.interval()),
            name(bars.getLast(), counts.interval()),
            name(highest, counts.interval()),
            messages.of("count.articles", highest.count())),
        messages.of("number", highest.count()),
        Addresses.search(CanonicalQuery.withoutDates(request)),
        bars.stream().map(bar -> column(bar, counts, scale, highest.count())).toList(),
        scale.ticks(dates),
        chosen);
  }

  private Column column(Bar bar, DateHistogram counts, TimeScale scale, long countMax) {
    double width = scale.width(bar.from(), bar.to());
    int height = Math.max(2, (int) Math.round(bar.count() * Histogram.HEIGHT / (double) countMax));
    DateFilter time = DateFilters.of(bar);
    return new Column(
        percent(scale.at(bar.from())),
        percent(Math.max(COLUMN_WIDTH_MIN, width * COLUMN_SHARE)),
        Histogram.HEIGHT - height,
        height,
        name(bar, counts.interval()),
        messages.of("number", bar.count()),
        messages.of("count.articles", bar.count()),
        Addresses.search(CanonicalQuery.published(request, time)),
        isOutside(bar));
  }

  private boolean isOutside(Bar bar) {
    LocalDate from = from();
    LocalDate to = to();
    return request.dates().isMissing()
        || (from != null && bar.to().isBefore(from))
        || (to != null && bar.from().isAfter(to));
  }

  /// Where the dates that are asked for lie; null when all are.
  private @Nullable Span chosen(TimeScale scale) {
    LocalDate from = from();
    LocalDate to = to();
    if (from == null && to == null) {
      return null;
    }
    double start = from == null ? 0 : Math.clamp(scale.at(from), 0, 100);
    double end = to == null ? 100 : Math.clamp(scale.at(to.plusDays(1)), 0, 100);
    return end <= start ? null : new Span(percent(start), percent(end - start));
  }

  private @Nullable LocalDate from() {
    var from = request.dates().from();
    return from == null ? null : from.firstDay(request.zone());
  }

  private @Nullable LocalDate to() {
    var to = request.dates().to();
    return to == null ? null : to.lastDay(request.zone());
  }

  /// A bar as readers call its time.
  String name(Bar bar, Interval interval) {
    return switch (interval) {
      case YEAR -> Integer.toString(bar.from().getYear());
      case MONTH -> dates.month(YearMonth.from(bar.from()));
      case WEEK -> messages.of("histogram.week", dates.day(bar.from()));
      case DAY -> dates.day(bar.from());
      case AUTO -> throw new IllegalArgumentException("a histogram without an interval");
    };
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "") + "%";
  }
}
