package dateline.search.bench;

import java.io.IOException;
import java.util.List;

/// One side of a duel: the searches it is asked, in the same order as those of the other side.
///
/// @param searches at least one
public record Contender(List<Search> searches) {
  /// One search, asked again and again.
  @FunctionalInterface
  public interface Search {
    /// @return hits that were shown, so that no compiler can leave the search out
    int ask() throws IOException;
  }

  public Contender {
    searches = List.copyOf(searches);
  }
}
