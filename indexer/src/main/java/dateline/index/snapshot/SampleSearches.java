package dateline.index.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks the live generation of a home. Implemented where searches are known, since this module
/// cannot call them.
public interface SampleSearches {
  /// Chooses searches that tell much of an archive, and asks them.
  ///
  /// @param at the time that relative dates count from
  List<SampleAnswer> choose(Path home, Instant at) throws IOException;

  /// Asks searches that were chosen before.
  List<SampleAnswer> ask(Path home, List<Map<String, String>> searches, Instant at)
      throws IOException;

  /// Those of the articles that can be found.
  Set<String> findable(Path home, Collection<String> ids) throws IOException;
}
