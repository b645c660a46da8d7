package dateline.index.snapshot;

import dateline.index.RunLock;
import dateline.index.RunLock.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A folder that holds snapshots, each in a folder of its own: `NAME` when it is complete,
/// `NAME.draft` while it is taken, `NAME.drill` while a restore of it is tried.
public final class SnapshotFolder {
  static final String DRAFT = ".draft";
  static final String DRILL = ".drill";

  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9A-Za-z.-]+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  public SnapshotFolder(Path folder) {
    this.folder = folder;
  }

  /// One snapshot as a list shows it.
  ///
  /// @param snapshot null when it does not tell what it is made of, or is not complete
  /// @param damages one sentence each
  public record Listed(
      String name, State state, @Nullable Snapshot snapshot, List<String> damages) {
    public Listed {
      damages = List.copyOf(damages);
    }

    public enum State {
      WHOLE,
      DAMAGED,
      /// A command is at work on it, or was killed.
      UNFINISHED
    }
  }

  /// All snapshots, the oldest first.
  public List<Listed> list(Snapshot.Look look, CopyProgress progress) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "there is no folder %s. Name the one that dateline snapshot create --to was given."
              .formatted(folder));
    }
    var listed = new ArrayList<Listed>();
    for (String name : names()) {
      listed.add(
          name.endsWith(DRAFT)
              ? new Listed(name, Listed.State.UNFINISHED, null, List.of())
              : listed(name, look, progress));
    }
    return listed;
  }

  private Listed listed(String name, Snapshot.Look look, CopyProgress progress) {
    Snapshot snapshot = null;
    List<String> damages;
    try {
      snapshot = Snapshot.open(folder.resolve(name));
      damages = snapshot.damages(look, progress);
    } catch (IOException e) { // a list goes on behind a damaged one
      damages = List.of(String.valueOf(e.getMessage()));
    }
    return new Listed(
        name, damages.isEmpty() ? Listed.State.WHOLE : Listed.State.DAMAGED, snapshot, damages);
  }

  /// The snapshot that somebody means by its folder, or the newest in a folder of snapshots.
  public static Snapshot find(Path meant) throws IOException {
    if (isSnapshot(meant)) {
      return Snapshot.open(meant);
    }
    if (Files.isDirectory(meant)) {
      List<String> complete =
          new SnapshotFolder(meant).names().stream().filter(name -> !name.endsWith(DRAFT)).toList();
      if (!complete.isEmpty()) {
        return Snapshot.open(meant.resolve(complete.getLast()));
      }
      throw new IOException(
          "there is no snapshot in %s. Take one: dateline snapshot create --index HOME --to %s"
              .formatted(meant, meant));
    }
    throw new IOException(
        "there is no snapshot %s. Name its folder; dateline snapshot list --in FOLDER names those in one."
            .formatted(meant));
  }

  private static boolean isSnapshot(Path folder) {
    return Files.exists(folder.resolve(ContentsFile.NAME))
        || (Files.isDirectory(folder.resolve(Snapshot.HOME))
            && NAME.matcher(String.valueOf(folder.getFileName())).matches());
  }

  /// Makes an empty draft under a name that no snapshot has, whatever the clock says.
  Path draft(Instant now, String generation) throws IOException {
    String wanted = TIME.format(now) + "-" + generation;
    for (int number = 1; ; number++) {
      String name = number == 1 ? wanted : wanted + "." + number;
      Path draft = folder.resolve(name + DRAFT);
      if (!Files.exists(folder.resolve(name)) && !Files.exists(draft)) {
        return draft;
      }
    }
  }

  /// Where a draft goes when it is complete.
  static Path complete(Path draft) {
    String name = String.valueOf(draft.getFileName());
    return draft.resolveSibling(name.substring(0, name.length() - DRAFT.length()));
  }

  /// Removes what killed commands left.
  void sweep() throws IOException {
    for (String name : names()) {
      Path draft = folder.resolve(name);
      if (name.endsWith(DRAFT) && Files.exists(draft.resolve(RunLock.FILE))) {
        try (RunLock _ = Folders.claim(draft, Work.SNAPSHOT)) {
          Folders.remove(draft);
        } catch (RunLock.Held _) { // a command is at work on it, and it stays
        }
      }
    }
  }

  private List<String> names() throws IOException {
    return Folders.entriesOf(folder).stream()
        .filter(Files::isDirectory)
        .map(entry -> String.valueOf(entry.getFileName()))
        .filter(name -> NAME.matcher(name).matches() && !name.endsWith(DRILL))
        .toList();
  }
}
