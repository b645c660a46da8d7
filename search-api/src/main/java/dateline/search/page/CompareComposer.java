package dateline.search.page;

import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Comparison;
import dateline.search.engine.Comparison.Side;
import dateline.search.engine.DateHistogram.Bar;
import dateline.search.page.Histogram.Column;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Draws searches below each other, each to the same scale of shares of all that was printed.
final class CompareComposer {
  private final Messages messages;
  private final Dates dates;
  private final Assets assets;

  CompareComposer(Messages messages, Dates dates, Assets assets) {
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
  }

  CompareView compose(List<String> typed, @Nullable Comparison compared) {
    var frame =
        new Frame(
            messages,
            assets,
            messages.of("compare.title"),
            messages.of("compare.description"),
            SearchForm.EMPTY);
    return new CompareView(
        frame,
        IntStream.range(0, Comparison.SIDES_MAX)
            .mapToObj(i ->
                new CompareView.Field(
                    "compare-" + (i + 1),
                    messages.of("compare.field", i + 1),
                    i < typed.size() ? typed.get(i) : ""))
            .toList(),
        compared == null
            ? messages.of("compare.few", Comparison.SIDES_MIN, Comparison.SIDES_MAX)
            : messages.of("compare.lead", messages.of("percent", highest(compared))),
        compared == null || compared.all().isEmpty() ? List.of() : sides(compared));
  }

  private List<CompareView.Side> sides(Comparison compared) {
    double highest = highest(compared);
    return compared.sides().stream().map(side -> side(side, highest, compared)).toList();
  }

  private static double highest(Comparison compared) {
    return compared.sides().stream()
        .flatMap(side ->
            IntStream.range(0, compared.all().size())
                .mapToObj(bar -> side.share(bar, compared.all())))
        .max(Double::compare)
        .orElse(0.0);
  }

  private CompareView.Side side(Side side, double highest, Comparison compared) {
    List<Bar> all = compared.all();
    var names = new HistogramComposer(messages, dates, side.request());
    var scale = new TimeScale(all.getFirst().from(), all.getLast().to());
    String total = messages.of("count.articles", side.total());
    String text = side.request().query().text();
    return new CompareView.Side(
        text,
        total,
        Addresses.search(CanonicalQuery.of(side.request())),
        new Histogram(
            messages.of(
                "compare.name",
                text,
                names.name(all.getFirst(), compared.interval()),
                names.name(all.getLast(), compared.interval()),
                total),
            messages.of("percent", highest),
            Addresses.search(CanonicalQuery.withoutDates(side.request())),
            IntStream.range(0, all.size())
                .filter(bar -> side.counts().get(bar) > 0)
                .mapToObj(bar -> column(bar, side, highest, scale, names, compared))
                .toList(),
            scale.ticks(dates),
            null));
  }

  private Column column(
      int index,
      Side side,
      double highest,
      TimeScale scale,
      HistogramComposer names,
      Comparison compared) {
    Bar bar = compared.all().get(index);
    double share = side.share(index, compared.all());
    int height = Math.max(2, (int) Math.round(share * Histogram.HEIGHT / highest));
    String told = messages.of("compare.share", side.counts().get(index), bar.count(), share);
    return new Column(
        HistogramComposer.percent(scale.at(bar.from())),
        HistogramComposer.percent(
            Math.max(
                HistogramComposer.COLUMN_WIDTH_MIN,
                scale.width(bar.from(), bar.to()) * HistogramComposer.COLUMN_SHARE)),
        Histogram.HEIGHT - height,
        height,
        names.name(bar, compared.interval()),
        told,
        told,
        Addresses.search(CanonicalQuery.published(side.request(), DateFilters.of(bar))),
        false);
  }
}
