package dateline.cli;

import dateline.corpus.NearestName;
import dateline.index.analyze.AnalyzedToken;
import dateline.index.analyze.FieldAnalysis;
import dateline.search.http.InspectAnswer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
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
    name = "analyze",
    sortOptions = false,
    description = "Show what a text becomes in a field of the index, term by term.",
    footer = {
      "",
      "A * marks a term that plain words of a query do not look up.",
      "",
      "Examples:",
      "  dateline analyze --field headline --text 'The U.S. cease-fire talks'",
      "  dateline analyze --field body --text 'Die Häuser der Straße' --lang de"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--field",
      required = true,
      paramLabel = "FIELD",
      description =
          "headline, subhead, lead, body, byline, a filter such as section, or a field of the index such as body_en_plain.")
  private String field = "";

  @Option(
      names = "--text",
      required = true,
      paramLabel = "TEXT",
      description = "The text, up to " + FieldAnalysis.LENGTH_MAX + " characters.")
  private String text = "";

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "Language of the article, such as de or deu; English unless told.")
  private @Nullable String language;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description =
          "table for people, or json: the answer of GET /api/v1/analyze. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    int length = text.codePointCount(0, text.length());
    if (length == 0 || length > FieldAnalysis.LENGTH_MAX) {
      throw new ParameterException(
          command,
          "--text has %d characters; it may have 1 to %d"
              .formatted(length, FieldAnalysis.LENGTH_MAX));
    }
    List<FieldAnalysis> analyses = FieldAnalysis.of(field, text, language);
    if (analyses.isEmpty()) {
      String meant =
          NearestName.of(field, FieldAnalysis.fields())
              .map(" Did you mean '%s'?"::formatted)
              .orElse("");
      throw new ParameterException(
          command,
          "there is no field '%s'.%s The fields are: %s, and each text field by its name in the index, such as body_en_plain."
              .formatted(field, meant, String.join(", ", FieldAnalysis.fields())));
    }
    PrintWriter out = command.getOut();
    switch (format) {
      case table -> analyses.forEach(each -> print(each, out));
      case json -> out.println(InspectAnswer.json(field, text, language, analyses));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(FieldAnalysis analysis, PrintWriter out) {
    out.println(analysis.field());
    for (AnalyzedToken token : analysis.indexed()) {
      out.printf(
          Locale.ROOT,
          "%6d  %5d-%-5d  %s%s%s%n",
          token.position(),
          token.start(),
          token.end(),
          token.term(),
          token.length() > 1 ? "  (" + token.length() + " words)" : "",
          analysis.asked().contains(token) ? "" : "  *");
    }
  }
}
