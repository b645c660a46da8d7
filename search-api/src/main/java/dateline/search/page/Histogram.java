package dateline.search.page;

import dateline.search.engine.DateHistogram;
import dateline.search.engine.DateHistogram.Bar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A histogram of dates, drawn to a true scale of time in units of its own: [#WIDTH] by [#HEIGHT].
///
/// @param first label under its left end
/// @param last label under its right end
public record Histogram(String first, String last, List<Column> columns) {
  public static final int WIDTH = 1000;
  public static final int HEIGHT = 80;
  private static final int COLUMN_WIDTH_MIN = 3;
  private static final int GAP = 2;

  public Histogram {
    columns = List.copyOf(columns);
  }

  /// @param href the search narrowed to the time of the column
  public record Column(
      int x, int y, int width, int height, String label, String count, String href) {}

  /// @return null when there are fewer than two bars, which say nothing
  static @Nullable Histogram of(
      DateHistogram counts, Dates dates, Messages messages, Function<Bar, String> links) {
    List<Bar> bars = counts.bars();
    if (bars.size() < 2) {
      return null;
    }
    LocalDate first = bars.getFirst().from();
    LocalDate end = bars.getLast().to().plusDays(1);
    double unitsPerDay = WIDTH / (double) ChronoUnit.DAYS.between(first, end);
    double unitsPerArticle =
        HEIGHT / (double) bars.stream().mapToLong(Bar::count).max().orElseThrow();
    return new Histogram(
        name(bars.getFirst(), counts, dates, messages),
        name(bars.getLast(), counts, dates, messages),
        bars.stream()
            .map(bar -> {
              int x = (int) (ChronoUnit.DAYS.between(first, bar.from()) * unitsPerDay);
              int height = Math.max(2, (int) Math.round(bar.count() * unitsPerArticle));
              return new Column(
                  Math.min(x, WIDTH - COLUMN_WIDTH_MIN),
                  HEIGHT - height,
                  width(bar, unitsPerDay),
                  height,
                  name(bar, counts, dates, messages),
                  messages.of("count.articles", bar.count()),
                  links.apply(bar));
            })
            .toList());
  }

  private static int width(Bar bar, double unitsPerDay) {
    long days = ChronoUnit.DAYS.between(bar.from(), bar.to()) + 1;
    return Math.max(COLUMN_WIDTH_MIN, (int) (days * unitsPerDay) - GAP);
  }

  private static String name(Bar bar, DateHistogram counts, Dates dates, Messages messages) {
    return switch (counts.interval()) {
      case YEAR -> Integer.toString(bar.from().getYear());
      case MONTH -> dates.month(YearMonth.from(bar.from()));
      case WEEK -> messages.of("histogram.week", dates.day(bar.from()));
      case DAY -> dates.day(bar.from());
      case AUTO -> throw new IllegalArgumentException("a histogram without an interval");
    };
  }
}
