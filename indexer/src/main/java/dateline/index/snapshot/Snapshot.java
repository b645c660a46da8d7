package dateline.index.snapshot;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dateline.corpus.store.StoreCopy;
import dateline.index.RunLock;
import dateline.index.generation.Manifest.FileSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A complete snapshot on disk: `home/`, laid out like an archive's home, and `snapshot.json`.
public record Snapshot(Path folder, Contents contents) {
  static final String HOME = "home";

  /// How closely to look.
  public enum Look {
    /// At the sizes of the files.
    SIZES,
    /// At every byte.
    CHECKSUMS
  }

  /// Reads what a snapshot says of itself.
  ///
  /// @throws IOException when `snapshot.json` is missing, damaged, or a newer Dateline's
  static Snapshot open(Path folder) throws IOException {
    return new Snapshot(folder, ContentsFile.read(folder));
  }

  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  Path home() {
    return folder.resolve(HOME);
  }

  /// Compares the files with what was written down of them.
  ///
  /// @return what is wrong, one sentence each, with the file; empty when all is well
  public List<String> damages(Look look, CopyProgress progress) throws IOException {
    var damages = new ArrayList<String>();
    var files = new SealedFiles(progress, CopyProgress.Stage.CHECKING, contents.bytes());
    for (Map.Entry<String, FileSeal> entry : contents.files().entrySet()) {
      Path file = home().resolve(entry.getKey());
      FileSeal seal = entry.getValue();
      if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        damages.add(
            entry.getKey() + (Files.exists(file) ? " is no plain file any more" : " is missing"));
      } else if (Files.size(file) != seal.bytes()) {
        damages.add(
            "%s has %,d bytes instead of %,d"
                .formatted(entry.getKey(), Files.size(file), seal.bytes()));
      } else if (look == Look.CHECKSUMS && !files.read(file).equals(seal)) {
        damages.add(entry.getKey() + " has other content than when it was written");
      }
    }
    for (String extra : extras()) {
      damages.add(extra + " does not belong to the snapshot");
    }
    return damages;
  }

  /// Stops unless every byte is as it was written, and this program can use it.
  void requireWhole(CopyProgress progress) throws IOException {
    if (contents.store() > StoreCopy.VERSION) {
      throw new IOException(
          "the snapshot %s was made by a newer Dateline (%s, store version %d, this one knows %d). Use that one."
              .formatted(folder, contents.dateline(), contents.store(), StoreCopy.VERSION));
    }
    List<String> damages = damages(Look.CHECKSUMS, progress);
    if (!damages.isEmpty()) {
      throw new IOException(
          "the snapshot %s is damaged: %s. Nothing was restored; use another one."
              .formatted(folder, firstOf(damages)));
    }
  }

  /// The first few of many sentences.
  static String firstOf(List<String> sentences) {
    int shown = Math.min(3, sentences.size());
    String rest =
        sentences.size() == shown ? "" : "; and %,d more".formatted(sentences.size() - shown);
    return String.join("; ", sentences.subList(0, shown)) + rest;
  }

  /// The mark of a draft, which a kill may leave, is none.
  private TreeSet<String> extras() throws IOException {
    var extras = new TreeSet<String>();
    for (Path entry : Folders.entriesOf(folder)) {
      String name = String.valueOf(entry.getFileName());
      if (!List.of(HOME, ContentsFile.NAME, RunLock.FILE).contains(name)) {
        extras.add(name);
      }
    }
    if (Files.isDirectory(home(), NOFOLLOW_LINKS)) {
      try (Stream<Path> tree = Files.walk(home())) {
        tree.filter(path -> !Files.isDirectory(path, NOFOLLOW_LINKS))
            .map(path -> home().relativize(path).toString().replace('\\', '/'))
            .filter(file -> !contents.files().containsKey(file))
            .forEach(extras::add);
      }
    }
    return extras;
  }
}
