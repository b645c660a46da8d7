package dateline.corpus.store;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Notice.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one pass of all saved searches over a generation found, to be recorded as a whole.
///
/// @param number follows that of the pass before
/// @param seen versions that no pass has seen before
/// @param found in the order in which it is to be told
/// @param troubles by the id of each search that could not be asked
/// @param missed by the same ids: versions that such a search must still be asked of
/// @param added a search that begins here: what is there already it does not tell; null for none
public record AlertPass(
    long number,
    String generation,
    Instant at,
    List<Long> seen,
    List<Found> found,
    Map<String, String> troubles,
    Map<String, Set<Long>> missed,
    @Nullable SavedSearch added) {
  public AlertPass {
    seen = List.copyOf(seen);
    found = List.copyOf(found);
    troubles = Map.copyOf(troubles);
    missed = Map.copyOf(missed);
  }

  /// @param search id of the saved search
  public record Found(String search, ArticleId article, long version, Kind kind) {}
}
