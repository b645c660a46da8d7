package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.Notices;
import dateline.corpus.store.StoreCheck;
import dateline.index.RunHolder;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at an archive's home: what is damaged, what is in the way, and whether the next run has
/// room.
final class HomeDoctor {
  /// Two machines of one network disk may differ so much.
  private static final Duration CLOCK_DIFFERENCE_MAX = Duration.ofMinutes(5);

  /// Without so much even a small archive's run ends early.
  private static final long FREE_BYTES_MIN = 100 << 20;

  private final Path home;
  private final Machine machine;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable Generation live;

  HomeDoctor(Path home, Machine machine) {
    this.home = home;
    this.machine = machine;
  }

  List<Finding> findings() {
    if (!Files.isDirectory(home)) {
      return List.of(
          Finding.fail(
              "archive",
              Files.exists(home) ? home + " is a file" : "there is no folder " + home,
              "Make an index: dateline index --source FOLDER --index " + home));
    }
    look("permissions", () -> findings.add(HomePermissions.of(home)));
    look("lock", () -> findings.add(lock()));
    look("index", () -> live = index());
    for (String file : List.of(ArchiveStore.FILE, EntityIds.FILE)) {
      look("store", () -> findings.add(store(home.resolve(file))));
    }
    look("disk", () -> findings.add(disk()));
    look("times", () -> findings.add(times()));
    look("gazetteer", () -> findings.add(gazetteer()));
    look("alerts", () -> findings.add(alerts()));
    return findings;
  }

  private interface Look {
    void once() throws IOException;
  }

  /// What hinders one look is a finding, and no reason to leave out the others.
  private void look(String what, Look look) {
    try {
      look.once();
    } catch (IOException e) {
      findings.add(Finding.fail(what, e));
    }
  }

  private Finding lock() throws IOException {
    Optional<String> holder = RunHolder.of(home);
    return Finding.ok(
        "lock",
        holder
            .map(process ->
                process.isEmpty()
                    ? "a run begins"
                    : "process " + process + " is indexing; the next run waits for its end")
            .orElse("free"));
  }

  /// The live generation, where there is one that can be told from its manifest.
  private @Nullable Generation index() throws IOException {
    Optional<Generation> published = new GenerationStore(home).live();
    if (published.isEmpty()) {
      findings.add(
          Finding.warn(
              "index",
              "none was published in " + home,
              "Make one: dateline index --source FOLDER --index " + home));
      return null;
    }
    Generation generation = published.get();
    long damaged =
        generation.manifest().files().entrySet().stream()
            .filter(file ->
                size(generation.directory().resolve(file.getKey())) != file.getValue().bytes())
            .count();
    String value =
        "generation "
            + generation.name()
            + " with "
            + Words.count(generation.manifest().articles(), "article");
    if (damaged > 0) {
      findings.add(
          Finding.fail(
              "index",
              value + ": " + Words.count(damaged, "file") + " missing or cut",
              "The texts are safe in the store: run dateline index to build a new one."));
    } else if (generation.manifest().schema() != IndexNames.SCHEMA_VERSION) {
      findings.add(
          Finding.fail(
              "index",
              "%s has schema %d, this program reads %d"
                  .formatted(value, generation.manifest().schema(), IndexNames.SCHEMA_VERSION),
              "Run dateline index to build a new one."));
    } else {
      findings.add(Finding.ok("index", value));
    }
    return generation;
  }

  /// -1 for a file that is not there or cannot be seen.
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) { // no size is -1
      return -1;
    }
  }

  private static Finding store(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Finding.warn(
          "store",
          file + " is not there",
          "The first run makes it; if there was one, restore it from a snapshot.");
    }
    List<String> damages = StoreCheck.damages(file);
    return damages.isEmpty()
        ? Finding.ok("store", "%s is whole, %s".formatted(file, megabytes(Files.size(file))))
        : Finding.fail(
            "store",
            file + " is damaged (" + damages.getFirst() + ")",
            "Restore it from a snapshot.");
  }

  /// The next generation is built beside the live one.
  private Finding disk() throws IOException {
    long free = machine.freeSpace().bytes(home);
    long index =
        live == null
            ? 0
            : live.manifest().files().values().stream().mapToLong(file -> file.bytes()).sum();
    String value =
        megabytes(free) + " free, a full rebuild of the index takes about " + megabytes(index);
    String next = "Free some space, or move the archive to a larger disk.";
    if (free < Math.max(index, FREE_BYTES_MIN)) {
      return Finding.fail("disk", value, next);
    }
    return free < 2 * index ? Finding.warn("disk", value, next) : Finding.ok("disk", value);
  }

  private Finding times() throws IOException {
    Instant latest = machine.clock().instant().plus(CLOCK_DIFFERENCE_MAX);
    if (live != null && live.manifest().built().isAfter(latest)) {
      return Finding.fail(
          "times",
          "generation "
              + live.name()
              + " was built at "
              + live.manifest().built()
              + ", which is still to come",
          "Set the clock, or wait: what a run builds before then counts as older.");
    }
    for (String name : List.of(GenerationStore.POINTER, ArchiveStore.FILE, EntityIds.FILE)) {
      Path file = home.resolve(name);
      if (Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isAfter(latest)) {
        return Finding.warn(
            "times",
            file
                + " was changed at "
                + Files.getLastModifiedTime(file)
                + ", which is still to come",
            "Check the clock of this machine, and of the one that wrote it.");
      }
    }
    return Finding.ok("times", "nothing is from the future");
  }

  private Finding gazetteer() throws IOException {
    Gazetteer gazetteer = Gazetteer.ofHome(home);
    if (gazetteer.problems().isEmpty()) {
      return Finding.ok("gazetteer", "version " + gazetteer.version());
    }
    int others = gazetteer.problems().size() - 1;
    return Finding.warn(
        "gazetteer",
        gazetteer.problems().getFirst()
            + (others == 0 ? "" : " (and " + Words.count(others, "other") + ")"),
        "Mend the line; the next run uses it.");
  }

  private Finding alerts() throws IOException {
    Map<String, Notices.Counts> counts = Notices.counts(home);
    long waiting = counts.values().stream().mapToLong(Notices.Counts::waiting).sum();
    long failed = counts.values().stream().mapToLong(Notices.Counts::failed).sum();
    if (failed == 0) {
      return Finding.ok("alerts", Words.count(waiting, "message") + " to deliver");
    }
    String search =
        counts.entrySet().stream()
            .max(Comparator.comparingLong(each -> each.getValue().failed()))
            .orElseThrow()
            .getKey();
    return Finding.warn(
        "alerts",
        Words.count(failed, "message") + " given up, most of saved search " + search,
        "See why: dateline alerts show %1$s --index %2$s; then dateline alerts retry %1$s --index %2$s"
            .formatted(search, home));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
