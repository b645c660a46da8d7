package dateline.cli;

import dateline.corpus.ArticleId;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Explanation;
import dateline.search.engine.PartNames;
import dateline.search.engine.Relaxation;
import dateline.search.engine.RequestReader;
import dateline.search.http.InspectAnswer;
import java.io.IOException;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "explain",
    sortOptions = false,
    synopsisSubcommandLabel = "",
    customSynopsis =
        "dateline explain --index DIR --id ID [QUERY…] [--PARAMETER VALUE…] [--format table|json]",
    description = {
      "Tell why an article has its score in a search, or what it fails first.",
      "",
      "Takes every parameter of dateline search."
    },
    footer = {
      "",
      "Example:",
      "  dateline explain --index archive/ --id 2018-03-08-cptpp-signed trade pact"
    })
final class ExplainCommand implements Callable<Integer> {
  private final DecimalFormat number =
      new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "The article, by the id that dateline search prints in square brackets.")
  private String id = "";

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description =
          "table for people, or json: the answer of GET /api/v1/explain. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, Clock.systemUTC())
            .read(TypedParameters.of(rest, command));
    TypedParameters.refuse(reading, command);
    ArticleId article = article(command);
    folder.live();
    try (var engine = folder.engine()) {
      Optional<Explanation> explanation = engine.explain(reading.request(), article);
      if (explanation.isEmpty()) {
        throw new IOException(
            "no article in %s has the id '%s'. dateline search prints ids in square brackets."
                .formatted(folder.home(), id));
      }
      PrintWriter out = command.getOut();
      switch (format) {
        case table -> {
          out.println(explanation.get().text());
          print(explanation.get().details(), "  ", out);
          printNearest(explanation.get().nearest(), out);
        }
        case json -> out.println(InspectAnswer.json(explanation.get()));
      }
      out.flush();
    }
    return ExitCode.DONE;
  }

  private ArticleId article(CommandLine command) {
    try {
      return new ArticleId(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "'" + id + "' can be no id: " + e.getMessage(), e);
    }
  }

  private static void printNearest(@Nullable Relaxation nearest, PrintWriter out) {
    if (nearest != null) {
      out.printf(
          "It is found without %s, among %s.%n",
          PartNames.of(nearest.parts(), Locale.ROOT), Words.count(nearest.total(), "article"));
    }
  }

  private void print(List<Explanation.Detail> details, String indent, PrintWriter out) {
    for (Explanation.Detail detail : details) {
      String value = detail.value() == null ? "" : number.format(detail.value()) + "  ";
      out.println(indent + value + detail.text());
      print(detail.details(), indent + "  ", out);
    }
  }
}
