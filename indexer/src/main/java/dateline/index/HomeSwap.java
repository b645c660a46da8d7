package dateline.index;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/// Puts a restored home in the place of an archive's home by renames of whole folders.
///
/// Beside `HOME` there may lie `HOME.restoring` (a home that is being built), `HOME.replaced` (the
/// old home, whole) and `HOME.removing` (the old home while it is removed). The steps are:
/// 1. `HOME` becomes `HOME.replaced`;
/// 2. `HOME.restoring` becomes `HOME`;
/// 3. `HOME.replaced` becomes `HOME.removing`, which is then removed.
///
/// What a kill leaves, and the way on:
///
/// | `HOME` | beside it | it is | way on |
/// |---|---|---|---|
/// | there | `.restoring` | the old home | restore again |
/// | gone | `.replaced`, `.restoring` | put aside, whole | restore again, or `mv HOME.replaced HOME` |
/// | there | `.replaced` | the restored home | remove `HOME.replaced` |
/// | there | `.removing` | the restored home | the next restore removes the rest |
public final class HomeSwap {
  private final Path home;

  private HomeSwap(Path home) {
    this.home = home;
  }

  /// @param home need not be there; where it is a link, what it leads to is replaced
  public static HomeSwap of(Path home) throws IOException {
    Path absolute = home.toAbsolutePath();
    Path led =
        Files.isSymbolicLink(absolute)
            ? absolute.resolveSibling(Files.readSymbolicLink(absolute))
            : absolute;
    Path real = Files.exists(led) ? led.toRealPath() : led.normalize();
    if (real.getFileName() == null) {
      throw new IOException("cannot restore into " + home + ". Name a folder below it.");
    }
    return new HomeSwap(real);
  }

  /// Stops where a killed restore has put a home aside: a new one must not grow in its place.
  public static void check(Path home) throws IOException {
    if (Files.exists(home) || home.toString().isEmpty()) {
      return;
    }
    Path replaced = of(home).replaced();
    if (Files.exists(replaced)) {
      throw new IOException(
          "there is no folder %s: a restore into it was killed, and the old one is %s.\nRun dateline snapshot restore again, or put it back: mv %s %s"
              .formatted(home, replaced, replaced, home));
    }
  }

  public Path home() {
    return home;
  }

  public Path restoring() {
    return beside(".restoring");
  }

  public Path removing() {
    return beside(".removing");
  }

  Path replaced() {
    return beside(".replaced");
  }

  /// Mends what a kill between the first two steps has left.
  ///
  /// @return whether there was something to mend
  /// @throws RunLock.Held when another restore is just between those steps
  /// @throws IOException when an old home lies beside the present one, which somebody has to look
  ///   at
  public boolean putBack() throws IOException {
    if (!Files.exists(replaced())) {
      return false;
    }
    if (Files.exists(home)) {
      throw new IOException(
          "cannot restore into %s: beside it lies %s, the old home that an earlier restore has put aside. Look whether you need it, and remove it or name it otherwise."
              .formatted(home, replaced()));
    }
    try (RunLock _ = RunLock.take(replaced(), RunLock.Work.RESTORE)) {
      move(replaced(), home);
    }
    return true;
  }

  /// Takes the three steps; whoever calls holds the locks of both homes, and removes [#removing]
  /// afterwards.
  ///
  /// @throws IOException when a folder cannot be renamed; the old home is in its place
  public void swap() throws IOException {
    boolean isReplacing = isFilled(home);
    if (isReplacing) {
      move(home, replaced());
    }
    try {
      move(restoring(), home);
    } catch (IOException e) {
      if (isReplacing) {
        move(replaced(), home);
      }
      throw e;
    }
    if (isReplacing) {
      move(replaced(), removing());
    }
  }

  /// Whether a folder holds anything.
  public static boolean isFilled(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    }
  }

  private Path beside(String ending) {
    return home.resolveSibling(home.getFileName() + ending);
  }

  private void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException(
          "cannot rename %s to %s: %s. A home that is a mount point cannot be replaced; restore into a folder below it."
              .formatted(from, to, e.getMessage()),
          e);
    }
    Path parent = home.getParent();
    if (parent != null) {
      try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
        channel.force(true); // the rename lives in the folder
      }
    }
  }
}
