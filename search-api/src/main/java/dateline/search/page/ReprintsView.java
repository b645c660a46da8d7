package dateline.search.page;

import dateline.search.page.SearchView.Switch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Near-identical articles beside the one that is read.
///
/// @param all lists them as results; null when they are all here
public record ReprintsView(List<Reprint> reprints, @Nullable Switch all) {
  public ReprintsView {
    reprints = List.copyOf(reprints);
  }

  /// @param origin source and date
  public record Reprint(String href, String headline, @Nullable String language, String origin) {}
}
