package dateline.cli;

import dateline.search.engine.DoorDefaults;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.RequestReader;
import java.io.PrintWriter;
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
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "count",
    customSynopsis = "dateline count --index DIR [QUERY…] [--PARAMETER VALUE…]",
    description = {
      "Print how many articles a search finds.",
      "",
      "Takes every parameter of the search API as an option, as dateline search does."
    },
    footer = {"", "Example:", "  dateline count --index archive/ tariffs --from 2024 --place US"})
final class CountCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();
  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, Clock.systemUTC())
            .read(TypedParameters.of(rest, command));
    TypedParameters.refuse(reading, command);
    folder.live();
    try (var engine = folder.engine()) {
      PrintWriter out = command.getOut();
      out.println(engine.search(reading.request().counting(FacetRequest.NONE)).total());
      out.flush();
    }
    return ExitCode.DONE;
  }
}
