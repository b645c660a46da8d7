package dateline.cli;

import dateline.search.engine.Collapse;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Facet;
import dateline.search.engine.Hit;
import dateline.search.engine.PartNames;
import dateline.search.engine.Relaxation;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Snippet;
import dateline.search.http.SearchAnswer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "search",
    sortOptions = false,
    synopsisSubcommandLabel = "",
    customSynopsis =
        "dateline search --index DIR [QUERY…] [--PARAMETER VALUE…] [--format table|json]",
    description = {
      "Search an archive from the command line.",
      "",
      "Every parameter of the search API can be given as an option: --from 2020 --to 2021-06 --person shinzo-abe"
          + " --place JP --source Reuters --sort newest --limit 50 --match all …"
    },
    footer = {
      "",
      "Examples:",
      "  dateline search --index archive/ Indo-Pacific security",
      "  dateline search --index archive/ 'headline:summit AND place:Japan' --from 1990 --sort oldest",
      "  dateline search --index archive/ --format json --limit 0 tariffs"
    })
final class SearchCommand implements Callable<Integer> {
  private static final int FACET_VALUES = 5;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description =
          "table for people, or json: the answer of GET /api/v1/search. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Map<String, List<String>> parameters = TypedParameters.of(rest, command);
    if (format == AnswerFormat.table) {
      parameters.putIfAbsent("limit", List.of("10"));
      parameters.putIfAbsent("snippets", List.of("1"));
    }
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, Clock.systemUTC()).read(parameters);
    TypedParameters.refuse(reading, command);
    folder.live();
    try (var engine = folder.engine()) {
      SearchPage page = engine.search(reading.request());
      PrintWriter out = command.getOut();
      switch (format) {
        case table -> print(reading.request(), page, out);
        case json -> out.println(SearchAnswer.json(reading.request(), page));
      }
      out.flush();
    }
    return ExitCode.DONE;
  }

  private static void print(SearchRequest request, SearchPage page, PrintWriter out) {
    out.println(
        Words.count(page.total(), "article")
            + (request.collapse() == Collapse.NONE || page.groups() == page.total()
                ? ""
                : String.format(Locale.ROOT, ", %,d after folding reprints", page.groups())));
    if (page.suggestion() != null) {
      out.println(
          "did you mean: %s (%s)"
              .formatted(
                  page.suggestion().text(), Words.count(page.suggestion().total(), "article")));
    }
    if (page.total() == 0 && !page.absentWords().isEmpty()) {
      out.println("in no article: " + String.join(", ", page.absentWords()));
    }
    for (Relaxation relaxation : page.relaxations()) {
      String parts = PartNames.of(relaxation.parts(), Locale.ROOT);
      out.println("without " + parts + ": " + Words.count(relaxation.total(), "article"));
    }
    for (Hit hit : page.hits()) {
      out.println();
      out.println(hit.headline() == null ? "(no headline)" : hit.headline());
      String published = hit.published() == null ? "undated" : hit.published().toString();
      out.println("  " + published + "  " + hit.source() + "  [" + hit.id() + "]");
      for (Snippet snippet : hit.snippets()) {
        out.println("  " + marked(snippet));
      }
      if (hit.duplicates() > 0) {
        out.println(
            "  and %s: --collapse none --story '%s'"
                .formatted(Words.count(hit.duplicates(), "near-identical article"), hit.id()));
      }
    }
    out.println();
    for (Facet facet : page.facets()) {
      if (!facet.items().isEmpty()) {
        String values =
            facet.items().stream()
                .limit(FACET_VALUES)
                .map(item -> item.label() + " " + item.count())
                .collect(Collectors.joining(", "));
        out.println(facet.field().parameter() + ": " + values);
      }
    }
  }

  private static String marked(Snippet snippet) {
    int[] points = snippet.text().codePoints().toArray();
    var text = new StringBuilder();
    int at = 0;
    for (Snippet.Range range : snippet.ranges()) {
      text.append(new String(points, at, range.start() - at));
      text.append('*')
          .append(new String(points, range.start(), range.end() - range.start()))
          .append('*');
      at = range.end();
    }
    return text.append(new String(points, at, points.length - at)).toString();
  }
}
