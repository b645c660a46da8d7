package dateline.cli;

import dateline.corpus.Article;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import dateline.index.annotate.AnnotationJson;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.FoundEntity;
import dateline.index.annotate.Models;
import dateline.index.annotate.Recognizers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "annotate",
    sortOptions = false,
    description = {
      "Print the people, places, organisations and issues that articles name, without indexing them.",
      "",
      "One JSON object a line. Ids are those of the gazetteer, else ~ and the folded name; none is minted.",
      "? opens the id of somebody whom an article calls by one name only."
    },
    footer = {"", "Example:", "  dateline annotate --source news/2025.jsonl > entities.jsonl"})
final class AnnotateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private SourcePaths sources = new SourcePaths();

  @Option(
      names = "--index",
      paramLabel = "HOME",
      description =
          "An archive whose own lists, trained models and recognisers are used, where it has some.")
  private @Nullable Path home;

  @Option(
      names = "--format",
      paramLabel = "jsonl",
      defaultValue = "jsonl",
      description = "Only jsonl.")
  private Format format = Format.jsonl;

  /// Names as they are typed.
  enum Format {
    jsonl;

    String line(Article article, List<FoundEntity> entities) {
      return switch (this) {
        case jsonl -> AnnotationJson.line(article, entities);
      };
    }
  }

  @Override
  public Integer call() throws Exception {
    var command = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = command.getOut();
    List<Path> paths = sources.checked(command);
    long[] rejected = new long[1];
    try (Recognizers recognizers = home == null ? Recognizers.NONE : Recognizers.ofHome(home)) {
      Annotator untaught =
          home == null
              ? new Annotator(Gazetteer.builtIn())
              : new Annotator(Gazetteer.ofHome(home)).with(Models.of(home)).with(recognizers);
      Annotator annotator = Taught.by(paths, untaught);
      Delivery.of(paths)
          .read(reading -> {
            switch (reading) {
              case Reading.Accepted(_, var article, _, _) ->
                  out.println(format.line(article, annotator.annotate(article)));
              case Reading.Rejected refused -> {
                rejected[0]++;
                command.getErr().println(refused);
              }
            }
          });
    }
    out.flush();
    return rejected[0] > 0 ? ExitCode.QUARANTINED : ExitCode.DONE;
  }
}
