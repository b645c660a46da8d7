package dateline.bench;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.FoundEntity;
import dateline.index.annotate.NamesSeen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How fast one core finds people, places, organisations and issues in the English articles of the
/// sample archive, and what the dictionaries cost.
///
/// `annotate` is articles a second, `annotate:megabytes` megabytes (10⁶ bytes of UTF-8) a second;
/// each iteration tells megabytes a second of processor time too, which on a machine with other
/// work is the figure to take. `start` is the time until the first article can be read, in a
/// virtual machine that has done nothing else; behind it stands what the dictionaries hold of the
/// heap. The system property `jmh` holds options of JMH's command line, such as `-f 1 -e start`.
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnnotateBench {
  /// Counted beside the articles.
  @State(Scope.Thread)
  @AuxCounters
  public static class Read {
    public double megabytes;
  }

  /// Articles, and who annotates them.
  @State(Scope.Thread)
  public static class Archive {
    private List<Article> articles = List.of();
    private double[] megabytes = new double[0];
    private @Nullable Annotator annotator;
    private int next;
    private double megabytesRead;
    private long nanosBefore;

    @Setup
    public void prepare() throws IOException {
      articles = AnalysisBench.articles();
      megabytes = articles.stream().mapToDouble(AnnotateBench::megabytes).toArray();
      var untaught = new Annotator(Gazetteer.builtIn());
      NamesSeen seen = untaught.namesSeen();
      articles.forEach(article -> untaught.learn(article, seen));
      annotator = untaught.with(seen.learned());
    }

    @Setup(Level.Iteration)
    public void startClock() {
      megabytesRead = 0;
      nanosBefore = nanosOfProcessor();
    }

    @TearDown(Level.Iteration)
    public void tellSpeed() {
      double seconds = (nanosOfProcessor() - nanosBefore) / 1e9;
      System.out.printf("%.1f MB/s of processor time; ", megabytesRead / seconds);
    }

    private static long nanosOfProcessor() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<FoundEntity> annotate(Read read) {
      next = (next + 1) % articles.size();
      read.megabytes += megabytes[next];
      megabytesRead += megabytes[next];
      return annotator == null ? List.of() : annotator.annotate(articles.get(next));
    }
  }

  /// The dictionaries, and the heap before they were read.
  @State(Scope.Thread)
  public static class Dictionaries {
    private long bytesBefore;
    private @Nullable Annotator annotator;

    @Setup
    public void weighBefore() {
      bytesBefore = bytesInUse();
    }

    @TearDown
    public void weigh() {
      double held = (bytesInUse() - bytesBefore) / 1e6;
      if (annotator != null) { // which is asked last, and so is held until then
        System.out.printf("# dictionaries hold %.1f MB of heap%n", held);
      }
    }

    private static long bytesInUse() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  @Benchmark
  public List<FoundEntity> annotate(Archive archive, Read read) {
    return archive.annotate(read);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(5)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Annotator start(Dictionaries dictionaries) throws IOException {
    var annotator = new Annotator(Gazetteer.builtIn());
    dictionaries.annotator = annotator;
    return annotator;
  }

  @Test
  void measure() throws CommandLineOptionException, RunnerException {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(System.getProperty("jmh", "").split("\\s+")))
                .include("^" + AnnotateBench.class.getName() + "\\.")
                .jvmArgs( // in place of those of the tests, which turn assertions on
                    "-Xms1g",
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Ddateline.root=" + System.getProperty("dateline.root", ".."))
                .build())
        .run();
  }

  private static double megabytes(Article article) {
    double bytes = 0;
    for (Zone zone : Zone.values()) {
      bytes += article.text(zone).getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes / 1e6;
  }
}
