package dateline.cli;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.invent.InventedArticles;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.Progress;
import dateline.index.RunReport;
import dateline.search.baseline.PlainLucene;
import dateline.search.bench.Memory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// One invented archive and its two indexes, Dateline's and the baseline's, each with what building
/// it took.
final class BenchArchive {
  /// The same for both, Dateline's own.
  private static final double BUFFER_MEGABYTES = 96;

  private static final int BATCH = 256;

  /// Articles that warm both sides up, so that the second one finds no compiled code of the first.
  private static final int WARM_UP = 1000;

  static final int CHANGED_EACH = 100;

  /// From which articles searches are made.
  private static final int SAMPLED_MAX = 1000;

  /// What building an index took.
  ///
  /// @param wall from the delivery to a published index
  /// @param heapPeakBytes at most, see [Memory#heapPeakBytes]
  /// @param indexBytes without the texts themselves
  record Built(Duration wall, long heapPeakBytes, long indexBytes) {}

  private final Path folder;
  private final int threads;
  private final Gazetteer gazetteer;
  private final PrintWriter err;
  private final List<Article> sample = new ArrayList<>();
  private long articles;
  private long textBytes;

  /// @param folder empty
  BenchArchive(Path folder, int threads, Gazetteer gazetteer, PrintWriter err) {
    this.folder = folder;
    this.threads = threads;
    this.gazetteer = gazetteer;
    this.err = err;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path baseline() {
    return folder.resolve("baseline");
  }

  /// Bytes of headlines and bodies.
  long textBytes() {
    return textBytes;
  }

  /// Some articles from all over the archive.
  List<Article> sample() {
    return sample;
  }

  private Path delivery() {
    return folder.resolve("invented.jsonl");
  }

  void invent(int count, int seed) throws IOException {
    var line = new ProgressLine(err, ProgressLine.isTerminal());
    try {
      new InventedArticles(gazetteer, seed)
          .write(delivery(), count, written -> line.at(Progress.Stage.READING, written, count));
    } finally {
      line.end();
    }
    articles = count;
    var random = new SplittableRandom(seed);
    read(
        delivery(),
        article -> {
          textBytes += text(article).getBytes(StandardCharsets.UTF_8).length;
          if (sample.size() < SAMPLED_MAX) {
            sample.add(article);
          } else if (random.nextLong(articles) < SAMPLED_MAX) {
            sample.set(random.nextInt(SAMPLED_MAX), article);
          }
        });
  }

  /// Lets the compiler see what is measured next.
  void warmUp() throws IOException, IndexRun.RunInProgress {
    Path small = Files.createDirectory(folder.resolve("warm-up"));
    Path file = small.resolve("invented.jsonl");
    new InventedArticles(gazetteer, 0).write(file, Math.min(WARM_UP, articles), _ -> {});
    run(file, small.resolve("home"), (_, _, _) -> {});
    write(file, small.resolve("baseline"));
  }

  Built index() throws IOException, IndexRun.RunInProgress {
    var line = new ProgressLine(err, ProgressLine.isTerminal());
    Memory.forgetHeapPeak();
    try {
      RunReport done = run(delivery(), home(), line);
      RunReport.Times times = done.times();
      Duration wall = times.reading().plus(times.building()).plus(times.judging());
      return new Built(wall, Memory.heapPeakBytes(), size(home().resolve("generations")));
    } finally {
      line.end();
    }
  }

  /// What a run took that found one in so many articles changed.
  ///
  /// @param wall from the delivery to a published index, the judge's searches included
  /// @param writtenBytes by which store, index and tables grew
  record Night(Duration wall, long writtenBytes) {}

  /// What the home takes on the disk; files that generations share count once.
  long homeBytes() throws IOException {
    var seen = new HashSet<Object>();
    long bytes = 0;
    try (Stream<Path> tree = Files.walk(home())) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey() == null ? file : attributes.fileKey();
        bytes += seen.add(key) ? attributes.size() : 0;
      }
    }
    return bytes;
  }

  /// Delivers every hundredth article once more with another text.
  Night night() throws IOException, IndexRun.RunInProgress {
    Path delivery = folder.resolve("night.jsonl");
    try (var lines = Files.lines(delivery());
        var out = Files.newBufferedWriter(delivery)) {
      long number = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        if (number++ % CHANGED_EACH == 0) {
          out.write(line.replaceFirst("\"body\":\"", "$0Corrected. "));
          out.write('\n');
        }
      }
    }
    long before = homeBytes();
    long start = System.nanoTime();
    new IndexRun(
            new IndexOptions(home(), List.of(delivery), "", threads),
            gazetteer,
            Clock.systemUTC(),
            (_, _, _) -> {},
            new EnginePanel(home(), gazetteer, Clock.systemUTC()))
        .run();
    return new Night(Duration.ofNanos(System.nanoTime() - start), homeBytes() - before);
  }

  Built indexBaseline() throws IOException {
    Memory.forgetHeapPeak();
    long start = System.nanoTime();
    write(delivery(), baseline());
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    return new Built(wall, Memory.heapPeakBytes(), size(baseline()));
  }

  private RunReport run(Path source, Path home, Progress progress)
      throws IOException, IndexRun.RunInProgress {
    return new IndexRun(
            new IndexOptions(home, List.of(source), "", threads),
            gazetteer,
            Clock.systemUTC(),
            progress)
        .run();
  }

  /// Reads on this thread and adds on all, as a run of Dateline does.
  private void write(Path source, Path index) throws IOException {
    try (var writer = new PlainLucene.Writer(index, BUFFER_MEGABYTES);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      var batch = new ArrayList<Callable<Void>>();
      var before = new ArrayList<Future<Void>>();
      try {
        read(
            source,
            article -> {
              batch.add(() -> {
                writer.add(article.id().value(), text(article));
                return null;
              });
              if (batch.size() == BATCH) {
                await(before);
                batch.forEach(task -> before.add(pool.submit(task)));
                batch.clear();
              }
            });
        batch.forEach(task -> before.add(pool.submit(task)));
        await(before);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  /// Takes an article; may fail.
  private interface Taker {
    void take(Article article) throws IOException;
  }

  private static void read(Path source, Taker taker) throws IOException {
    var failures = new ArrayList<IOException>();
    Delivery.of(List.of(source))
        .read(reading -> {
          if (failures.isEmpty() && reading instanceof Reading.Accepted accepted) {
            try {
              taker.take(accepted.article());
            } catch (IOException e) {
              failures.add(e);
            }
          }
        });
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private static void await(List<Future<Void>> tasks) throws IOException {
    for (Future<Void> task : tasks) {
      try {
        task.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the measuring was interrupted", e);
      } catch (ExecutionException e) {
        throw new IOException("the baseline could not be written: " + e.getCause(), e);
      }
    }
    tasks.clear();
  }

  private static String text(Article article) {
    return article.text(Zone.HEADLINE) + "\n\n" + article.body();
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
