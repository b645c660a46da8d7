package dateline.search.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the archive holds of which source and time, as it is shown.
///
/// @param more how many sources are not shown, as a sentence; null for none
public record CoverageView(Frame frame, List<Source> sources, @Nullable String more) {
  public CoverageView {
    sources = List.copyOf(sources);
  }

  /// @param total how many articles, as a sentence
  /// @param href the search for them
  /// @param gaps stretches without any, as a sentence; null for none
  /// @param histogram null when all lie in one bar
  public record Source(
      String name,
      String total,
      String href,
      @Nullable String gaps,
      @Nullable Histogram histogram) {}
}
