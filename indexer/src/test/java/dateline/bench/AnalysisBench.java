package dateline.bench;

import dateline.corpus.Article;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How fast one core turns the English articles of the sample archive into terms, beside Lucene's
/// own analyzers over the same text.
///
/// `headline` and `body` are articles a second, `headline:megabytes` and `body:megabytes` are
/// megabytes (10⁶ bytes of UTF-8) a second. The archive fits into the processor's cache, so these
/// are upper bounds of what a run reaches. The system property `jmh` holds options of JMH's command
/// line, such as `-f 1 -p chain=STEMMED`.
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnalysisBench {
  /// What turns text into terms.
  public enum Chain {
    STEMMED,
    PLAIN,
    /// The one chain of all languages but English, here over English to compare.
    OTHER,
    LUCENE_ENGLISH,
    LUCENE_STANDARD;

    private Analyzer analyzer() {
      return switch (this) {
        case STEMMED -> ours(Twin.ENGLISH, Form.STEMMED);
        case PLAIN -> ours(Twin.ENGLISH, Form.PLAIN);
        case OTHER -> ours(Twin.OTHER, Form.STEMMED);
        case LUCENE_ENGLISH -> new EnglishAnalyzer();
        case LUCENE_STANDARD -> new StandardAnalyzer();
      };
    }

    private static Analyzer ours(Twin twin, Form form) {
      return ArticleAnalyzers.of(new TextField(Part.BODY, twin, form));
    }
  }

  /// Counted beside the articles.
  @State(Scope.Thread)
  @AuxCounters
  public static class Read {
    public double megabytes;
  }

  @Param public Chain chain = Chain.STEMMED;

  private Analyzer analyzer = chain.analyzer();
  private Texts headlines = Texts.of(List.of(), Article::headline);
  private Texts bodies = headlines;

  @Setup
  public void prepare() throws IOException {
    List<Article> articles = articles();
    analyzer = chain.analyzer();
    headlines = Texts.of(articles, Article::headline);
    bodies = Texts.of(articles, Article::body);
  }

  @Benchmark
  public long headline(Read read) throws IOException {
    return analyze(headlines, read);
  }

  @Benchmark
  public long body(Read read) throws IOException {
    return analyze(bodies, read);
  }

  private long analyze(Texts texts, Read read) throws IOException {
    Text text = texts.next();
    read.megabytes += text.megabytes();
    long bytes = 0;
    try (TokenStream terms = analyzer.tokenStream("text", text.text())) {
      var term = terms.getAttribute(TermToBytesRefAttribute.class); // as a writer of indexes asks
      terms.reset();
      while (terms.incrementToken()) {
        bytes += term.getBytesRef().length;
      }
      terms.end();
    }
    return bytes;
  }

  @Test
  void measure() throws CommandLineOptionException, RunnerException {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(System.getProperty("jmh", "").split("\\s+")))
                .include("^" + AnalysisBench.class.getName() + "\\.")
                .jvmArgs( // in place of those of the tests, which turn assertions on
                    "-Xms1g",
                    "-Xmx1g",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Ddateline.root=" + System.getProperty("dateline.root", ".."))
                .build())
        .run();
  }

  /// The sample archive.
  static List<Article> articles() throws IOException {
    var articles = new ArrayList<Article>();
    Path folder = Path.of(System.getProperty("dateline.root", ".."), "corpus/articles");
    Delivery.of(List.of(folder))
        .read(reading -> {
          switch (reading) {
            case Reading.Accepted accepted -> articles.add(accepted.article());
            case Reading.Rejected rejected -> throw new IllegalStateException(rejected.toString());
          }
        });
    articles.removeIf(article -> ArticleAnalyzers.twinOf(article.language()) != Twin.ENGLISH);
    return articles;
  }

  private record Text(String text, double megabytes) {}

  /// Texts in turn, without end.
  private static final class Texts {
    private final List<Text> texts;
    private int next;

    private Texts(List<Text> texts) {
      this.texts = texts;
    }

    static Texts of(List<Article> articles, Function<Article, @Nullable String> part) {
      var texts = new ArrayList<Text>();
      for (Article article : articles) {
        String text = part.apply(article);
        if (text != null && !text.isEmpty()) {
          texts.add(new Text(text, text.getBytes(StandardCharsets.UTF_8).length / 1e6));
        }
      }
      return new Texts(texts);
    }

    Text next() {
      Text text = texts.get(next);
      next = (next + 1) % texts.size();
      return text;
    }
  }
}
