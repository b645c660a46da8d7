package dateline.index.snapshot;

import dateline.index.HomeSwap;
import dateline.index.Progress;
import dateline.index.RunLock;
import dateline.index.RunLock.Work;
import dateline.index.generation.GenerationStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes an archive's home from a snapshot: checks it, builds a home aside, proves it, and puts it
/// in its place by renames as [HomeSwap] tells.
public final class SnapshotRestore {
  private final Snapshot snapshot;
  private final RestoreOptions options;
  private final SampleSearches searches;
  private final Clock clock;
  private final CopyProgress progress;
  private final Progress runProgress;

  /// @param runProgress of the index run that carries withdrawals over, where one is needed
  public SnapshotRestore(
      Snapshot snapshot,
      RestoreOptions options,
      SampleSearches searches,
      Clock clock,
      CopyProgress progress,
      Progress runProgress) {
    this.snapshot = snapshot;
    this.options = options;
    this.searches = searches;
    this.clock = clock;
    this.progress = progress;
    this.runProgress = runProgress;
  }

  /// What a restore did.
  ///
  /// @param generation that answers now
  /// @param withdrawals made since the snapshot that were carried over
  /// @param differences of answers, passed over because it was forced
  /// @param isPutBack whether the home was found put aside by a killed restore
  public record Done(
      String generation, long withdrawals, List<String> differences, boolean isPutBack) {
    public Done {
      differences = List.copyOf(differences);
    }
  }

  /// @throws RunLock.Held when a run, or another restore, holds the home
  /// @throws IOException when the snapshot is damaged or answers otherwise, or the disk fails; the
  ///   home is as it was
  public Done run() throws IOException {
    HomeSwap swap = HomeSwap.of(options.home());
    checkApart(swap);
    snapshot.requireWhole(progress);
    boolean isPutBack = swap.putBack();
    boolean isReplacing = HomeSwap.isFilled(swap.home());
    checkTarget(isReplacing);
    try (Closeable _ = isReplacing ? RunLock.take(options.home(), Work.RESTORE) : () -> {}) {
      Done done = build(swap, isReplacing, isPutBack);
      Folders.remove(swap.removing());
      return done;
    }
  }

  private Done build(HomeSwap swap, boolean isReplacing, boolean isPutBack) throws IOException {
    LateWithdrawals withdrawals = isReplacing ? withdrawals(swap.home()) : null;
    Path draft = swap.restoring();
    Files.createDirectories(draft.toAbsolutePath().getParent());
    RunLock lock = Folders.claim(draft, Work.RESTORE);
    try {
      Folders.claim(swap.removing(), Work.RESTORE).close(); // what a killed restore left
      Folders.remove(swap.removing());
      FreeSpace.check(draft, snapshot.contents().bytes(), "restore into " + options.home());
      var building = new HomeBuild(snapshot, draft, searches, progress);
      building.copy();
      List<String> differences = building.differences();
      if (!differences.isEmpty() && !options.isForced()) {
        throw differs(differences);
      }
      LateWithdrawals.Late late = LateWithdrawals.Late.NONE;
      if (withdrawals != null) {
        withdrawals.continueNumbers(draft);
        late = withdrawals.unknownIn(draft);
      }
      if (!late.isEmpty()) {
        lock.close(); // the run takes it; the old home's lock keeps others away
        LateWithdrawals.deliver(late, draft, options.workers(), searches, clock, runProgress);
        lock = RunLock.take(draft, Work.RESTORE);
      }
      String generation = new GenerationStore(draft).liveName().orElseThrow();
      if (isReplacing) {
        SameOwner.as(swap.home(), draft);
      }
      Folders.forceTree(draft);
      swap.swap();
      return new Done(generation, late.size(), differences, isPutBack);
    } finally {
      lock.close();
      Folders.remove(draft); // it is not there any more when all went well
    }
  }

  private void checkApart(HomeSwap swap) throws IOException {
    Path kept = snapshot.folder().toRealPath();
    if (kept.startsWith(swap.home()) || swap.home().startsWith(kept)) {
      throw new IOException(
          "cannot restore %s into %s: one lies in the other. Name another folder."
              .formatted(snapshot.folder(), options.home()));
    }
  }

  private void checkTarget(boolean isFilled) throws IOException {
    Path home = options.home();
    if (Files.exists(home) && !Files.isDirectory(home)) {
      throw new IOException("cannot restore into %s: it is a file. Name a folder.".formatted(home));
    }
    if (isFilled && !options.isReplacing()) {
      throw new IOException(
          "cannot restore into %s: it is not empty. Name a new folder, or replace what is there: --replace"
              .formatted(home));
    }
    if (isFilled && !isHome(home)) {
      throw new IOException(
          "cannot restore into %s: it holds other files than an archive. Name a new folder."
              .formatted(home));
    }
    Path parent = HomeSwap.of(home).home().getParent();
    if (isFilled && parent != null && !areOnOneDisk(parent, home)) {
      throw new IOException(
          "cannot replace %s: it is a mount point and cannot be renamed. Restore into a folder below it."
              .formatted(home));
    }
  }

  /// By the number of the device where there are such: `FileStore` needs a table of mounts, which a
  /// container may lack.
  private static boolean areOnOneDisk(Path one, Path other) throws IOException {
    return one.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(one, "unix:dev").equals(Files.getAttribute(other, "unix:dev"))
        : Files.getFileStore(one).equals(Files.getFileStore(other));
  }

  private static boolean isHome(Path folder) {
    return Files.exists(folder.resolve(RunLock.FILE))
        || Files.exists(folder.resolve(GenerationStore.POINTER));
  }

  private @Nullable LateWithdrawals withdrawals(Path home) throws IOException {
    try {
      return new LateWithdrawals(home);
    } catch (IOException e) {
      if (options.isForgetting()) {
        return null;
      }
      throw new IOException(
          "cannot tell what was withdrawn in %s since the snapshot: %s\nRestore into a new folder, or go on without: --forget-withdrawals"
              .formatted(options.home(), e.getMessage()),
          e);
    }
  }

  private IOException differs(List<String> differences) {
    return new IOException(
        "what was restored from %s answers otherwise than when it was saved by %s: %s.\nNothing was replaced. Where another version of Dateline explains it, go on with --force."
            .formatted(
                snapshot.folder(), snapshot.contents().dateline(), Snapshot.firstOf(differences)));
  }
}
