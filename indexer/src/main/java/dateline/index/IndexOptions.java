package dateline.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What a run is told.
///
/// @param home the archive's home
/// @param sources files and folders of the delivery; empty to publish what lies in the store
/// @param idPrefix put before every id of the delivery, so that two sources with equal ids can
///   share an archive; empty for none; at most [#ID_PREFIX_MAX] characters, none of them control
///   characters
/// @param workers threads that recognise and analyse, 1 to [#WORKERS_MAX]
/// @param keep generations to keep beside the live one, 0 to [#KEEP_MAX]
/// @param takenIn numbers of runs on hold that are to count from now on
public record IndexOptions(
    Path home,
    List<Path> sources,
    String idPrefix,
    int workers,
    Mode mode,
    Set<Wish> wishes,
    int keep,
    Set<Long> takenIn) {
  public static final int ID_PREFIX_MAX = 64;
  public static final int WORKERS_MAX = 256;
  public static final int KEEP = 2;
  public static final int KEEP_MAX = 100;

  /// How much is done again.
  public enum Mode {
    /// What changed, where the live generation can be built upon; else [#REBUILD] or [#FULL].
    INCREMENTAL,
    /// Every article, with what was learned of the archive before.
    REBUILD,
    /// Every article, after learning from the archive anew.
    FULL
  }

  /// What a run does besides.
  public enum Wish {
    /// The delivery is the whole archive: what it lacks is withdrawn.
    COMPLETE,
    /// Goes on with the run that was killed, if one was.
    RESUME,
    /// Tells what it would do, and does nothing.
    DRY_RUN,
    /// Publishes what the judge refuses.
    FORCE,
    /// Articles get vectors, and so do those of the runs after it.
    VECTORS,
    /// Articles have no vectors any more.
    NO_VECTORS
  }

  /// @throws IllegalArgumentException when a value is out of its range, with words for the user
  public IndexOptions {
    sources = List.copyOf(sources);
    wishes = Set.copyOf(wishes);
    takenIn = Set.copyOf(takenIn);
    if (workers < 1 || workers > WORKERS_MAX) {
      throw new IllegalArgumentException(
          "--workers is " + workers + "; possible are 1 to " + WORKERS_MAX);
    }
    if (keep < 0 || keep > KEEP_MAX) {
      throw new IllegalArgumentException("--keep is " + keep + "; possible are 0 to " + KEEP_MAX);
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

  /// An incremental run without further wishes.
  public IndexOptions(Path home, List<Path> sources, String idPrefix, int workers) {
    this(home, sources, idPrefix, workers, Mode.INCREMENTAL, Set.of(), KEEP, Set.of());
  }

  /// An incremental run that reads nothing.
  ///
  /// @param takenIn as in [IndexOptions]
  public static IndexOptions withoutDelivery(
      Path home, int workers, Set<Wish> wishes, int keep, Set<Long> takenIn) {
    return new IndexOptions(home, List.of(), "", workers, Mode.INCREMENTAL, wishes, keep, takenIn);
  }

  boolean wishes(Wish wish) {
    return wishes.contains(wish);
  }
}
