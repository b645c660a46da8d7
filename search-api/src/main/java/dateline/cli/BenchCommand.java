package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexRun;
import dateline.search.baseline.PlainLucene;
import dateline.search.bench.Duel;
import dateline.search.bench.Memory;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "bench",
    sortOptions = false,
    description = {
      "Measure indexing and searching on this machine, beside plain Lucene.",
      "",
      "An archive is invented from a seed, indexed by Dateline and by plain Lucene, and both are asked the same"
          + " searches in turns. Figures of other machines or other runs compare badly; ratios of one run compare well."
    },
    footer = {
      "",
      "Examples:",
      "  dateline bench",
      "  dateline bench --articles 100000 --seconds 30 --format json"
    })
final class BenchCommand implements Callable<Integer> {
  private static final int ARTICLES_MIN = 100;
  private static final int ARTICLES_MAX = 10_000_000;
  private static final int SECONDS_MAX = 600;
  private static final int THREADS_MAX = 256;

  /// Of disk: delivery, store, both indexes and the room that merges take for a while.
  private static final long BYTES_PER_ARTICLE = 20_000;

  private static final Duration SEARCH_MAX = Duration.ofSeconds(60);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--articles",
      paramLabel = "N",
      description = "Articles to invent, 100 to 10,000,000. Default: ${DEFAULT-VALUE}",
      defaultValue = "10000")
  private int articles;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same archive and searches. Default: ${DEFAULT-VALUE}",
      defaultValue = "1")
  private int seed;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "How long each of three kinds of search is measured, with one thread and again with all; 1 to 600."
              + " Default: ${DEFAULT-VALUE}",
      defaultValue = "10")
  private int seconds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that index and search, 1 to 256; default: one for each core.")
  private @Nullable Integer threads;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Work in this new or empty folder and leave archive and indexes there; else all is removed.")
  private @Nullable Path kept;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description = "table for people, or json. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    check(command, "--articles", articles, ARTICLES_MIN, ARTICLES_MAX);
    check(command, "--seconds", seconds, 1, SECONDS_MAX);
    check(command, "--threads", workers, 1, THREADS_MAX);
    BenchReport report;
    if (kept == null) {
      try (var scratch = new ScratchFolder()) {
        report = measure(scratch.path(), workers, command.getErr());
      }
    } else {
      checkKept(command, kept);
      report = measure(Files.createDirectories(kept), workers, command.getErr());
    }
    switch (format) {
      case table -> report.print(command.getOut());
      case json -> report.printJson(command.getOut());
    }
    return ExitCode.DONE;
  }

  private static void check(CommandLine command, String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(
          command,
          String.format(Locale.ROOT, "%s is %d; possible are %,d to %,d", name, value, min, max));
    }
  }

  private static void checkKept(CommandLine command, Path folder) throws IOException {
    if (folder.toString().isEmpty()) {
      throw new ParameterException(command, "--keep is empty; name a folder");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new ParameterException(
              command, "--keep names " + folder + ", which is not empty; name a new folder");
        }
      }
    } else if (Files.exists(folder)) {
      throw new ParameterException(
          command, "--keep names " + folder + ", which is a file; name a new folder");
    }
  }

  private BenchReport measure(Path folder, int workers, PrintWriter err)
      throws IOException, IndexRun.RunInProgress {
    long needed = articles * BYTES_PER_ARTICLE;
    // asks the disk itself: FileStore needs a table of mounts, which a container may lack
    long free = folder.toFile().getUsableSpace();
    if (free < needed) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%,d articles need up to %,d MB on the disk, and %s has %,d MB left. Name a folder on"
                  + " another disk with --keep, or fewer --articles.",
              articles,
              needed / 1_000_000,
              folder,
              free / 1_000_000));
    }
    Gazetteer gazetteer = Gazetteer.builtIn();
    var archive = new BenchArchive(folder, workers, gazetteer, err);
    err.println("inventing " + Words.count(articles, "article"));
    archive.invent(articles, seed);
    err.println("warming up");
    archive.warmUp();
    err.println("indexing with Dateline");
    BenchArchive.Built dateline = archive.index();
    long fullBytes = archive.homeBytes();
    err.println("indexing with plain Lucene");
    BenchArchive.Built baseline = archive.indexBaseline();
    long before = Memory.heapBytes();
    try (PlainLucene plain = PlainLucene.open(archive.baseline())) {
      long withPlain = Memory.heapBytes();
      try (var engine =
          new LuceneEngine(archive.home(), gazetteer, Clock.systemUTC(), SEARCH_MAX)) {
        engine.refresh();
        long withEngine = Memory.heapBytes();
        List<BenchReport.Row> rows =
            search(new BenchSearches(archive.sample(), seed), engine, plain, workers, err);
        return new BenchReport(
            articles,
            seed,
            archive.textBytes(),
            workers,
            dateline,
            baseline,
            Math.max(0, withEngine - withPlain),
            Math.max(0, withPlain - before),
            Memory.residentPeakBytes().orElse(null),
            rows,
            night(archive, fullBytes, err));
      }
    }
  }

  /// Last, since searches are measured on the index that was written in one go.
  private static BenchReport.Nightly night(BenchArchive archive, long fullBytes, PrintWriter err)
      throws IOException, IndexRun.RunInProgress {
    err.println("indexing a night's changes");
    return new BenchReport.Nightly(archive.night(), fullBytes);
  }

  private List<BenchReport.Row> search(
      BenchSearches searches, LuceneEngine engine, PlainLucene plain, int workers, PrintWriter err)
      throws IOException {
    var rows = new ArrayList<BenchReport.Row>();
    Duration time = Duration.ofSeconds(seconds);
    List<BenchSearches.Sides> kinds = new ArrayList<>();
    for (BenchSearches.Kind kind : BenchSearches.Kind.values()) {
      kinds.add(searches.of(kind, engine, plain));
    }
    for (BenchSearches.Sides sides : kinds) { // all, before any is measured
      new Duel(sides.dateline(), sides.baseline(), workers).run(time.dividedBy(3));
    }
    for (BenchSearches.Kind kind : BenchSearches.Kind.values()) {
      BenchSearches.Sides sides = kinds.get(List.of(BenchSearches.Kind.values()).indexOf(kind));
      for (int asking : workers == 1 ? List.of(1) : List.of(1, workers)) {
        err.println("searching: " + kind.title + ", " + Words.count(asking, "thread"));
        rows.add(
            new BenchReport.Row(
                kind, asking, new Duel(sides.dateline(), sides.baseline(), asking).run(time)));
      }
    }
    return rows;
  }
}
