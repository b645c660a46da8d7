package dateline.index;

import java.nio.file.Path;
import java.util.List;

/// What a run is told.
///
/// @param home the archive's home
/// @param sources files and folders of the delivery
/// @param idPrefix put before every id of the delivery, so that two sources with equal ids can
///   share an archive; empty for none; at most [#ID_PREFIX_MAX] characters, none of them control
///   characters
/// @param workers threads that recognise and analyse, 1 to [#WORKERS_MAX]
public record IndexOptions(Path home, List<Path> sources, String idPrefix, int workers) {
  public static final int ID_PREFIX_MAX = 64;
  public static final int WORKERS_MAX = 256;

  /// @throws IllegalArgumentException when a value is out of its range, with words for the user
  public IndexOptions {
    sources = List.copyOf(sources);
    if (workers < 1 || workers > WORKERS_MAX) {
      throw new IllegalArgumentException(
          "--workers is " + workers + "; possible are 1 to " + WORKERS_MAX);
    }
    if (idPrefix.length() > ID_PREFIX_MAX) {
      throw new IllegalArgumentException(
          "--id-prefix has "
              + idPrefix.length()
              + " characters; possible are at most "
              + ID_PREFIX_MAX);
    }
    if (idPrefix.chars().anyMatch(Character::isISOControl) || !idPrefix.equals(idPrefix.strip())) {
      throw new IllegalArgumentException(
          "--id-prefix holds a control character or a space at an end; letters, digits, - and / are safe");
    }
  }
}
