package dateline.index.generation;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// The generations of one archive's home and the pointer to the live one.
///
/// Layout: `generations/NAME/` for complete ones, `generations/NAME.building/` for one that is
/// being built, `tables/NAME/` for the learned tables, and `CURRENT`, one line with the live
/// generation's name. A name ends in the number of its run; runs, not names, tell which generation
/// is the later one, since a clock may jump back.
public final class GenerationStore {
  public static final String POINTER = "CURRENT";
  private static final String BUILDING = ".building";
  private static final String OLD = ".old";
  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z-([0-9]+)");
  private static final Set<String> UNSEALED = Set.of(Manifest.FILE, "write.lock");
  private static final Comparator<String> BY_RUN = Comparator.comparingLong(GenerationStore::runOf);

  private final Path home;
  private final Path generations;

  public GenerationStore(Path home) {
    this.home = home;
    this.generations = home.resolve("generations");
  }

  /// The name in the pointer; empty when nothing was ever published.
  ///
  /// @throws IOException when the pointer cannot be read or holds something else than a name
  public Optional<String> liveName() throws IOException {
    try {
      String name = Files.readString(home.resolve(POINTER)).strip();
      if (!NAME.matcher(name).matches()) {
        throw new IOException(
            home.resolve(POINTER)
                + " is damaged: it holds no name of a generation.\nThe texts are safe in the store: run dateline index with any source to build"
                + " a new index.");
      }
      return Optional.of(name);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// Whether anything was ever published, be the pointer damaged or not.
  public boolean hasPointer() {
    return Files.exists(home.resolve(POINTER));
  }

  /// The generation that answers; empty when nothing was ever published.
  public Optional<Generation> live() throws IOException {
    Optional<String> name = liveName();
    return name.isEmpty() ? Optional.empty() : Optional.of(open(name.get()));
  }

  public Generation open(String name) throws IOException {
    Path directory = generations.resolve(name);
    try {
      Manifest manifest = Manifest.read(directory);
      return new Generation(directory, home.resolve("tables").resolve(manifest.tables()), manifest);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "generation "
              + name
              + " is missing or unfinished below "
              + generations
              + ".\nThe texts are safe in the store: run dateline index with any source to build a new"
              + " index.",
          e);
    }
  }

  /// All complete generations that can be opened, earliest first, whether they were published or
  /// refused.
  public List<Generation> all() throws IOException {
    var all = new ArrayList<Generation>();
    if (Files.isDirectory(generations)) {
      for (String name :
          namesIn(generations).stream().filter(GenerationStore::isName).sorted(BY_RUN).toList()) {
        readable(name).ifPresent(all::add);
      }
    }
    return all;
  }

  /// Whether a text has the form of a generation's name.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// The number of the run that built the generation of this name.
  public static long runOf(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name + " is no name of a generation");
    }
    return Long.parseLong(matcher.group(1));
  }

  /// The folder to build a generation in; empty unless a killed run of this name left it.
  public Path draft(String name) throws IOException {
    return Files.createDirectories(generations.resolve(name + BUILDING));
  }

  /// The name of the draft that a killed run left; empty when it left none.
  public Optional<String> leftDraft(long run) throws IOException {
    if (!Files.isDirectory(generations)) {
      return Optional.empty();
    }
    return namesIn(generations).stream()
        .flatMap(name -> draftOf(name).stream())
        .filter(name -> runOf(name) == run)
        .findFirst();
  }

  private static Optional<String> draftOf(String folder) {
    return folder.endsWith(BUILDING)
        ? Optional.of(folder.substring(0, folder.length() - BUILDING.length()))
            .filter(GenerationStore::isName)
        : Optional.empty();
  }

  /// Removes a draft, so that a failed run takes no room.
  public void discardDraft(String name) throws IOException {
    Path draft = generations.resolve(name + BUILDING);
    if (Files.isDirectory(draft)) {
      remove(draft);
    }
  }

  /// Puts the files of a generation into an empty draft. They share their place on the disk, since
  /// an index never changes a file that it has written; where the disk knows no hard links they are
  /// copied.
  public static void share(Generation generation, Path draft) throws IOException {
    for (String name : generation.manifest().files().keySet()) {
      Path file = generation.directory().resolve(name);
      try {
        Files.createLink(draft.resolve(name), file);
      } catch (UnsupportedOperationException | FileSystemException e) {
        try {
          Files.copy(file, draft.resolve(name));
        } catch (IOException copying) {
          copying.addSuppressed(e);
          throw copying;
        }
      }
    }
  }

  public Path tables(String name) throws IOException {
    return Files.createDirectories(home.resolve("tables").resolve(name));
  }

  /// Size and checksum of every file in a folder.
  public static SortedMap<String, Manifest.FileSeal> seal(Path directory) throws IOException {
    return seal(directory, Optional.empty());
  }

  /// Size and checksum of every file in a folder. Those of files that a base shares are taken from
  /// its manifest.
  public static SortedMap<String, Manifest.FileSeal> seal(Path directory, Optional<Generation> base)
      throws IOException {
    var seals = new TreeMap<String, Manifest.FileSeal>();
    for (Path file : sealedFilesIn(directory)) {
      String name = String.valueOf(file.getFileName());
      Manifest.FileSeal shared =
          base.isPresent() && isShared(file, base.get())
              ? base.get().manifest().files().get(name)
              : null;
      seals.put(name, shared == null ? sealOf(file) : shared);
    }
    return seals;
  }

  private static List<Path> sealedFilesIn(Path directory) throws IOException {
    return filesIn(directory).stream()
        .filter(file -> !UNSEALED.contains(String.valueOf(file.getFileName())))
        .toList();
  }

  private static boolean isShared(Path file, Generation base) throws IOException {
    Path older = base.directory().resolve(String.valueOf(file.getFileName()));
    return Files.exists(older) && Files.isSameFile(older, file);
  }

  /// Puts a draft that lacks articles in the place of the generation that it was made from. A kill
  /// in between loses a generation to roll back to, never the texts.
  ///
  /// @param articles in the draft
  public Generation replace(Generation generation, Path draft, long articles) throws IOException {
    SortedMap<String, Manifest.FileSeal> files = seal(draft, Optional.of(generation));
    Path old = generations.resolve(generation.name() + OLD);
    Manifest manifest = generation.manifest().without(articles, files);
    manifest.write(draft);
    for (Path file : filesIn(draft)) {
      force(file, WRITE);
    }
    force(draft, READ);
    Files.move(generation.directory(), old, ATOMIC_MOVE);
    Files.move(draft, generation.directory(), ATOMIC_MOVE);
    force(generations, READ);
    remove(old);
    return open(generation.name());
  }

  /// Writes the manifest into the draft, seals tables that were learned with it, brings every file
  /// to the disk and gives the folder its final name.
  public Generation complete(Path draft, Manifest manifest) throws IOException {
    manifest.write(draft);
    Path tables = home.resolve("tables").resolve(manifest.tables());
    if (manifest.tables().equals(manifest.name()) || !TableSeals.are(tables)) {
      TableSeals.write(tables);
    }
    for (Path folder : List.of(draft, tables)) {
      for (Path file : filesIn(folder)) {
        force(file, WRITE);
      }
      force(folder, READ);
    }
    force(home.resolve("tables"), READ);
    Files.move(draft, generations.resolve(manifest.name()), ATOMIC_MOVE);
    force(generations, READ);
    return open(manifest.name());
  }

  /// Compares all files of a generation with its manifest.
  ///
  /// @return what is wrong, one sentence each; empty when all is well
  public List<String> damages(Generation generation) throws IOException {
    return damages(generation, Optional.empty());
  }

  /// As [#damages(Generation)], without reading files that are those of a base.
  public List<String> damages(Generation generation, Optional<Generation> base) throws IOException {
    var damages = new ArrayList<String>();
    SortedMap<String, Manifest.FileSeal> found = seal(generation.directory(), base);
    generation
        .manifest()
        .files()
        .forEach((file, seal) -> {
          Manifest.FileSeal actual = found.remove(file);
          Seals.damage(file, seal, actual).ifPresent(damages::add);
        });
    found.keySet().forEach(file -> damages.add(file + " does not belong to the generation"));
    return damages;
  }

  /// Makes a complete generation the one that answers. Readers see the old one or the new one,
  /// nothing else.
  public void publish(Generation generation) throws IOException {
    Path draft = Files.writeString(home.resolve(POINTER + ".draft"), generation.name() + "\n");
    force(draft, WRITE); // before the rename, or a power cut leaves the new name on an empty file
    Files.move(draft, home.resolve(POINTER), ATOMIC_MOVE, REPLACE_EXISTING);
    force(home, READ); // the rename itself lives in the directory
  }

  /// Which generations stay on disk beside the live one. What belongs to no run of these was left
  /// by a killed one.
  ///
  /// @param count how many that were live once, and how many on hold; the latest ones
  /// @param finished runs whose generations may have been live
  /// @param held runs that the judge refused or that were rolled back
  /// @param goingOn runs whose drafts are still being built
  public record Keep(int count, Set<Long> finished, Set<Long> held, Set<Long> goingOn) {
    public Keep {
      finished = Set.copyOf(finished);
      held = Set.copyOf(held);
      goingOn = Set.copyOf(goingOn);
    }
  }

  /// Removes what killed runs left, generations that are too old, and what can never be opened.
  ///
  /// @return names of what was removed
  public List<String> sweep(Keep keep) throws IOException {
    var removed = new ArrayList<String>();
    if (!Files.isDirectory(generations)) {
      return removed;
    }
    Optional<String> live = liveName();
    List<String> names = namesIn(generations);
    var kept = new HashSet<String>();
    live.ifPresent(kept::add);
    for (Set<Long> runs : List.of(keep.finished, keep.held)) {
      names.stream()
          .filter(name -> isName(name) && runs.contains(runOf(name)))
          .filter(name -> !live.equals(Optional.of(name)))
          .sorted(BY_RUN.reversed())
          .limit(keep.count)
          .forEach(kept::add);
    }
    var tablesInUse = new HashSet<String>();
    for (String name : names) {
      Optional<Generation> readable = kept.contains(name) ? readable(name) : Optional.empty();
      Optional<String> draft = draftOf(name).filter(each -> keep.goingOn.contains(runOf(each)));
      if (draft.isPresent()) {
        tablesInUse.add(draft.get());
      } else if (readable.isPresent()) {
        tablesInUse.add(readable.get().manifest().tables());
      } else {
        remove(generations.resolve(name));
        removed.add(name);
      }
    }
    sweepTables(tablesInUse);
    return removed;
  }

  /// Empty for one whose manifest is torn: it can never be opened again.
  private Optional<Generation> readable(String name) {
    try {
      return Optional.of(open(name));
    } catch (IOException _) { // the caller removes it
      return Optional.empty();
    }
  }

  private void sweepTables(Set<String> inUse) throws IOException {
    Path tables = home.resolve("tables");
    if (Files.isDirectory(tables)) {
      for (String name : namesIn(tables)) {
        if (!inUse.contains(name)) {
          remove(tables.resolve(name));
        }
      }
    }
  }

  private static Manifest.FileSeal sealOf(Path file) throws IOException {
    var checksum = new CRC32C();
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count; (count = in.read(buffer)) >= 0; ) {
        checksum.update(buffer, 0, count);
        bytes += count;
      }
    }
    return new Manifest.FileSeal(bytes, checksum.getValue());
  }

  private static void force(Path path, OpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static List<String> namesIn(Path directory) throws IOException {
    return filesIn(directory).stream().map(path -> path.getFileName().toString()).toList();
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
