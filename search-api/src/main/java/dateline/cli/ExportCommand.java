package dateline.cli;

import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.export.Column;
import dateline.search.export.Export;
import dateline.search.export.ExportFormat;
import dateline.search.page.Addresses;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    name = "export",
    sortOptions = false,
    customSynopsis =
        "dateline export --index DIR [--format csv|jsonl|ris|bib] [--output FILE] [QUERY…] [--PARAMETER VALUE…]",
    description = {
      "Write all that a search finds, in its order and unfolded, however much it is.",
      "",
      "Takes every parameter of the search API as an option, as dateline search does; --fields id,headline,body chooses"
          + " the columns of csv and jsonl."
    },
    footer = {
      "",
      "Examples:",
      "  dateline export --index archive/ --place JP > japan.csv",
      "  dateline export --index archive/ --format ris --output summit.ris summit --from 2021"
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--format",
      defaultValue = "csv",
      paramLabel = "F",
      description = "csv, jsonl, ris or bib. Default: ${DEFAULT-VALUE}")
  private String format = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write here, which must not be there yet; else to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What addresses of articles start with, for example https://news.example.org")
  private @Nullable URI publicUrl;

  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    ExportFormat as =
        ExportFormat.of(format)
            .orElseThrow(() ->
                new ParameterException(
                    command, "--format is '" + format + "'; possible are csv, jsonl, ris and bib"));
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, Clock.systemUTC())
            .read(TypedParameters.of(rest, command));
    TypedParameters.refuse(reading, command);
    if (output != null && Files.exists(output)) {
      throw new ParameterException(
          command, output + " is there already; name another file, or remove it");
    }
    List<Column> columns = columns(reading.fields(), as, command);
    String base = publicUrl == null ? "" : publicUrl.toString().replaceFirst("/+$", "");
    folder.live();
    try (var engine = folder.engine()) {
      var export = new Export(engine, engine, id -> base + Addresses.article(id), as, columns);
      Export.Begun begun = export.begin(reading.request());
      if (output == null) {
        PrintWriter out = command.getOut();
        export.write(begun, out);
        out.flush();
      } else {
        try (Writer file = Files.newBufferedWriter(output, StandardOpenOption.CREATE_NEW)) {
          export.write(begun, file);
        }
        command
            .getErr()
            .println("wrote " + Words.count(begun.total(), "article") + " to " + output);
      }
    }
    return ExitCode.DONE;
  }

  private static List<Column> columns(
      List<String> names, ExportFormat format, CommandLine command) {
    try {
      return format.hasColumns() ? Column.named(names) : Column.DEFAULT;
    } catch (Column.UnknownColumn e) {
      throw new ParameterException(command, "--" + e.getMessage(), e);
    }
  }
}
