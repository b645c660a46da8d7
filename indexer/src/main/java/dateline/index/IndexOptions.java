package dateline.index;

import java.nio.file.Path;
import java.util.List;

/// What a run is told.
///
/// @param home the archive's home
/// @param sources files and folders of the delivery
/// @param idPrefix put before every id of the delivery, so that two sources with equal ids can
///   share an archive; empty for none
/// @param workers threads that recognise and analyse, at least 1
public record IndexOptions(Path home, List<Path> sources, String idPrefix, int workers) {
  public IndexOptions {
    sources = List.copyOf(sources);
    if (workers < 1) {
      throw new IllegalArgumentException("a run needs at least one worker, not " + workers);
    }
  }
}
