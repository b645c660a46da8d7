package dateline.cli;

import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.http.ParseAnswer;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import dateline.search.query.ParsedQuery;
import dateline.search.query.PlainWords;
import dateline.search.query.QueryProblem;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "parse",
    sortOptions = false,
    synopsisSubcommandLabel = "",
    customSynopsis =
        "dateline parse QUERY… [--syntax dateline|lucene] [--match auto|all|any] [--format table|json]",
    description =
        "Show how a query is read: its parts, what it asks in plain words, what is wrong.",
    footer = {
      "",
      "Examples:",
      "  dateline parse 'trade AND -headline:tax'",
      "  dateline parse --syntax lucene 'published:{1986 TO 1988} && title:trade'"
    })
final class ParseCommand implements Callable<Integer> {
  private static final String INDENT = "  ";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description =
          "table for people, or json: the answer of GET /api/v1/parse. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, Clock.systemUTC())
            .read(TypedParameters.of(rest, command));
    TypedParameters.refuse(reading.problems(), command);
    PrintWriter out = command.getOut();
    switch (format) {
      case table -> {
        ParsedQuery query = reading.request().query();
        print(query.clause(), "", out);
        out.println();
        out.println(PlainWords.of(query.clause(), reading.request().match()));
        query.problems().forEach(problem -> print(problem, query.text(), out));
      }
      case json -> out.println(ParseAnswer.json(reading.request()));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(Clause clause, String indent, PrintWriter out) {
    switch (clause) {
      case Clause.All(var parts) -> print("all of", parts, indent, out);
      case Clause.Any(var parts) -> print("any of", parts, indent, out);
      case Clause.Not(var part) -> print("not", List.of(part), indent, out);
      case Clause.Ranked _ -> out.println(indent + "ranked " + CanonicalForm.of(clause));
      case Clause.Everything _,
          Clause.Phrase _,
          Clause.Passage _,
          Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _ ->
          out.println(indent + CanonicalForm.of(clause));
    }
  }

  private static void print(String name, List<Clause> parts, String indent, PrintWriter out) {
    out.println(indent + name);
    parts.forEach(part -> print(part, indent + INDENT, out));
  }

  /// The query with a caret under the place, on one line.
  private static void print(QueryProblem problem, String query, PrintWriter out) {
    out.println();
    out.println(query.replaceAll("\\p{Cntrl}", " "));
    out.println(" ".repeat(problem.position()) + "^");
    out.println(problem.message());
    if (problem.suggestion() != null) {
      out.println("Did you mean: " + problem.suggestion());
    }
  }
}
