package dateline.cli;

import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.alert.Preview;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.KeptSearch;
import dateline.search.engine.RequestReader;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "preview",
    sortOptions = false,
    customSynopsis = {
      "dateline alerts preview --index DIR ID",
      "dateline alerts preview --index DIR [QUERY…] [--PARAMETER VALUE…]"
    },
    description = {
      "Tell what a search would have told in the last 30 days, the newest first.",
      "",
      "These are the articles that it finds now and that arrived in that time; those of one day are counted."
    },
    footer = {
      "",
      "Example:",
      "  dateline alerts preview harbour OR port --place JP --index archive/"
    })
final class AlertsPreviewCommand implements Callable<Integer> {
  /// Articles that are named; days are counted whole.
  private static final int LISTED = 20;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();
  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Clock clock = Clock.systemUTC();
    folder.live();
    RequestReader.Reading reading = reading(command, clock);
    try (var engine = folder.engine();
        var generation = engine.hold()) {
      Preview preview = Preview.of(reading.request(), generation, folder.home(), clock.instant());
      print(preview, engine, command.getOut());
    }
    return ExitCode.DONE;
  }

  /// One word that is the id of a saved search names it.
  private RequestReader.Reading reading(CommandLine command, Clock clock) throws IOException {
    Optional<SavedSearch> saved =
        rest.size() == 1 ? SavedSearches.find(folder.home(), rest.getFirst()) : Optional.empty();
    RequestReader.Reading reading =
        saved.isPresent()
            ? KeptSearch.read(saved.get().query(), clock)
            : new RequestReader(DoorDefaults.API, clock).read(TypedParameters.of(rest, command));
    KeptSearch.trouble(reading)
        .ifPresent(trouble -> {
          throw new ParameterException(command, trouble);
        });
    return reading;
  }

  private static void print(Preview preview, LuceneEngine engine, PrintWriter out)
      throws IOException {
    out.println(
        "it would have told "
            + Words.count(preview.articles().size(), "article")
            + " in the last 30 days");
    preview.days().forEach((day, count) -> out.println(day + "  " + count));
    for (Preview.Arrived arrived :
        preview.articles().subList(0, Math.min(LISTED, preview.articles().size()))) {
      String headline =
          engine
              .find(arrived.article())
              .map(stored -> stored.article().headline())
              .orElse("(no headline)");
      out.println(headline + "  [" + arrived.article() + "]");
    }
    if (preview.articles().size() > LISTED) {
      out.println("…");
    }
    out.flush();
  }
}
