package dateline.cli;

import dateline.corpus.measure.JudgmentException;
import dateline.corpus.measure.Qrels;
import dateline.corpus.measure.Run;
import dateline.corpus.measure.Topics;
import dateline.index.generation.Generation;
import dateline.search.engine.Mode;
import dateline.search.query.Match;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "eval",
    sortOptions = false,
    description = {
      "Measure how well searches are answered: ask the queries of a file, compare with judgments.",
      "",
      "Topics are lines of number, tab, query; qrels and run are TREC files. A judged topic that is not asked, or"
          + " finds nothing, counts 0. The figures are those of trec_eval -c.",
      "",
      "--ranking bm25-baseline asks a temporary index of the same articles instead, which has one field, Lucene's"
          + " English chain and BM25 with k1 .9 and b .4. A run of it is what --baseline compares with."
    },
    footer = {
      "",
      "Examples:",
      "  dateline eval --index archive/ --topics topics.tsv --qrels qrels.txt",
      "  dateline eval --index archive/ --topics topics.tsv --run-out run.trec --limit 100",
      "  dateline eval --index archive/ --topics topics.tsv --ranking bm25-baseline --run-out bm25.trec",
      "  dateline eval --index archive/ --topics topics.tsv --qrels qrels.txt --baseline bm25.trec"
    })
final class EvalCommand implements Callable<Integer> {
  private static final int LIMIT_MAX = 10_000;
  private static final String RUN_NAME = "dateline";

  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--topics",
      required = true,
      paramLabel = "FILE",
      description = "What to ask: number, tab, query; # opens a comment.")
  private Path topicsFile = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Which articles answer what: topic, 0, article, grade.")
  private @Nullable Path qrelsFile;

  @Option(
      names = "--run-out",
      paramLabel = "FILE",
      description = "Write the answers: topic, Q0, article, rank, score, name.")
  private @Nullable Path runFile;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "A run to compare with: how many times its figures, and whether by chance (paired randomisation test).")
  private @Nullable Path baselineFile;

  @Option(
      names = "--ranking",
      defaultValue = "default",
      paramLabel = "R",
      converter = RankingName.class,
      description = "What answers: default or bm25-baseline. Default: ${DEFAULT-VALUE}")
  private Ranking ranking = Ranking.DEFAULT;

  @Option(
      names = "--limit",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Articles a topic, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int limit;

  @Option(
      names = "--match",
      defaultValue = "auto",
      paramLabel = "M",
      converter = MatchName.class,
      description =
          "Which articles plain words select: auto, any or all. Default: ${DEFAULT-VALUE}")
  private Match match = Match.AUTO;

  @Option(
      names = "--mode",
      defaultValue = "lexical",
      paramLabel = "M",
      converter = ModeName.class,
      description =
          "What the default ranking orders by: lexical, or hybrid where articles have vectors. Default: ${DEFAULT-VALUE}")
  private Mode mode = Mode.LEXICAL;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description = "table, the lowest first, or json. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  /// What answers the topics.
  enum Ranking {
    DEFAULT,
    BM25_BASELINE;

    String typed() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final class RankingName implements CommandLine.ITypeConverter<Ranking> {
    @Override
    public Ranking convert(String typed) {
      return Arrays.stream(Ranking.values())
          .filter(ranking -> ranking.typed().equals(typed))
          .findFirst()
          .orElseThrow(() ->
              new CommandLine.TypeConversionException(
                  "'" + typed + "' is not one of default, bm25-baseline"));
    }
  }

  static final class MatchName implements CommandLine.ITypeConverter<Match> {
    @Override
    public Match convert(String typed) {
      return Arrays.stream(Match.values())
          .filter(match -> match.parameter().equals(typed))
          .findFirst()
          .orElseThrow(() ->
              new CommandLine.TypeConversionException(
                  "'" + typed + "' is not one of auto, any, all"));
    }
  }

  static final class ModeName implements CommandLine.ITypeConverter<Mode> {
    @Override
    public Mode convert(String typed) {
      return Arrays.stream(Mode.values())
          .filter(mode -> mode.parameter().equals(typed))
          .findFirst()
          .orElseThrow(() ->
              new CommandLine.TypeConversionException(
                  "'" + typed + "' is not one of lexical, hybrid"));
    }
  }

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new ParameterException(command, "--limit " + limit + " is not between 1 and 10000.");
    }
    Topics topics = Topics.read(topicsFile);
    if (baselineFile != null && qrelsFile == null) {
      throw new ParameterException(
          command, "--baseline compares judged answers: give --qrels too.");
    }
    Qrels qrels = qrelsFile == null ? null : judgments(qrelsFile, topics);
    Run baseline = baselineFile == null ? null : Run.read(baselineFile);
    Generation live = folder.live();
    if (runFile != null) {
      new OutputFile("run", runFile).check();
    }
    PrintWriter err = command.getErr();
    Evaluation evaluation;
    try (var engine = folder.engine()) {
      IntConsumer asked = progress(topics.queries().size(), err);
      Clock clock = Clock.systemUTC();
      evaluation =
          switch (ranking) {
            case DEFAULT -> {
              var search = new DatelineTopics(engine, clock, match, mode, limit);
              yield Evaluation.of(topics, qrels, search, asked);
            }
            case BM25_BASELINE -> {
              try (var search = BaselineTopics.of(folder.home(), live, engine, clock, limit)) {
                yield Evaluation.of(topics, qrels, search, asked);
              }
            }
          };
    }
    if (runFile != null) {
      evaluation.run().write(runFile, RUN_NAME);
      err.println("wrote " + runFile);
    }
    if (evaluation.notAsked() > 0) {
      err.println(
          Words.count(evaluation.notAsked(), "judged topic")
              + " not in "
              + topicsFile
              + "; each counts 0");
    }
    PrintWriter out = command.getOut();
    Comparison comparison =
        qrels == null || baseline == null ? null : Comparison.of(qrels, evaluation.run(), baseline);
    switch (format) {
      case table -> {
        evaluation.print(out);
        if (comparison != null) {
          comparison.print(out);
        }
      }
      case json -> out.println(evaluation.json(comparison));
    }
    out.flush();
    return ExitCode.DONE;
  }

  /// @throws JudgmentException when nothing could be measured
  private Qrels judgments(Path file, Topics topics) throws IOException {
    Qrels qrels = Qrels.read(file).answerable();
    if (qrels.grades().isEmpty()) {
      throw new JudgmentException(file + " knows no answer to any topic: no grade is above 0.");
    }
    if (topics.queries().keySet().stream().noneMatch(qrels.grades()::containsKey)) {
      throw new JudgmentException(
          "%s judges none of the topics in %s: it has %s, the topics are %s. Are they of one collection?"
              .formatted(
                  file,
                  topicsFile,
                  some(qrels.grades().keySet()),
                  some(topics.queries().keySet())));
    }
    return qrels;
  }

  private static String some(Collection<String> numbers) {
    String first = numbers.stream().limit(3).collect(Collectors.joining(", "));
    return numbers.size() > 3 ? first + ", …" : first;
  }

  /// A line that changes, where a person watches.
  private static IntConsumer progress(int topics, PrintWriter err) {
    if (!ProgressLine.isTerminal()) {
      return _ -> {};
    }
    return done -> {
      err.print(done < topics ? "\rasked %d of %d topics".formatted(done, topics) : "\r\033[K");
      err.flush();
    };
  }
}
