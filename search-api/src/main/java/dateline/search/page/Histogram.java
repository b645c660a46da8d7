package dateline.search.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts over time as they are drawn: across in percent of the width, so that labels keep their
/// shape on any screen, upwards in pixels.
///
/// @param name what it shows, in a sentence for those who do not see it
/// @param highest count of the highest column
/// @param all the search without any dates
/// @param chosen the dates that are asked for; null when all are
public record Histogram(
    String name,
    String highest,
    String all,
    List<Column> columns,
    List<Tick> ticks,
    @Nullable Span chosen) {
  /// Of the highest column.
  public static final int HEIGHT = 72;

  public Histogram {
    columns = List.copyOf(columns);
    ticks = List.copyOf(ticks);
  }

  /// @param y of its upper end
  /// @param number how many articles, and `count` says so in words
  /// @param href the search narrowed to the time of the column
  /// @param isOutside whether the dates that are asked for leave it out
  public record Column(
      String x,
      String width,
      int y,
      int height,
      String label,
      String number,
      String count,
      String href,
      boolean isOutside) {}

  /// @param isMinor left out where there is little room
  public record Tick(String x, String label, boolean isMinor) {}

  public record Span(String x, String width) {}
}
