package dateline.cli;

import dateline.corpus.store.Destination;
import dateline.corpus.store.SavedSearch;
import dateline.search.alert.SearchKeeper;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.KeptSearch;
import dateline.search.engine.RequestReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "add",
    sortOptions = false,
    customSynopsis = {
      "dateline alerts add --index DIR NAME [QUERY…] [--PARAMETER VALUE…]",
      "                    [--webhook URL --secret-file FILE | --mail ADDRESS]"
    },
    description = {
      "Save a search with all parameters of the search API, as dateline search takes them.",
      "",
      "It tells what comes from now on, and nothing that is there already. Dates such as --from -7d count from the day"
          + " on which it is asked. What it tells can be read in its feed; it can be sent besides."
    },
    footer = {
      "",
      "Examples:",
      "  dateline alerts add \"Harbours\" harbour OR port --place JP --index archive/",
      "  dateline alerts add \"Wire, trade\" trade --source Reuters --mail desk@example.org --index archive/",
      "  dateline alerts add \"For the CMS\" --issue tariff --webhook https://cms.example.org/news \\",
      "      --secret-file secret --index archive/"
    })
final class AlertsAddCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Parameters(index = "0", paramLabel = "NAME", description = "What readers know it by.")
  private String name = "";

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Where each article is sent to by POST, signed.")
  private @Nullable URI webhook;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Holds the secret by which the webhook's messages are signed, in its one line.")
  private @Nullable Path secretFile;

  @Option(names = "--mail", paramLabel = "ADDRESS", description = "Whom each article is mailed to.")
  private @Nullable String mail;

  @Unmatched private List<String> rest = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Clock clock = Clock.systemUTC();
    RequestReader.Reading reading =
        new RequestReader(DoorDefaults.API, clock).read(TypedParameters.of(rest, command));
    TypedParameters.refuse(reading, command);
    KeptSearch.trouble(reading)
        .ifPresent(trouble -> {
          throw new ParameterException(command, trouble + " A saved search has to be exact.");
        });
    folder.live();
    Destination destination = destination(command);
    try (var engine = folder.engine()) {
      SearchKeeper.Kept kept =
          new SearchKeeper(folder.home(), engine, engine, engine::hold, clock)
              .save(name, reading, destination);
      SavedSearch search = kept.search();
      PrintWriter out = command.getOut();
      out.println("saved " + search.id() + ": " + search.name());
      out.printf(
          "It finds %s now, and tells of those that come at /api/v1/alerts/%s.atom%s.%n",
          Words.count(kept.found(), "article"), search.id(), way(destination));
      out.flush();
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
    return ExitCode.DONE;
  }

  private Destination destination(CommandLine command) throws IOException {
    if (webhook != null && mail != null) {
      throw new ParameterException(
          command, "choose --webhook or --mail; save the search twice for both");
    }
    if ((webhook == null) != (secretFile == null)) {
      throw new ParameterException(
          command,
          "--webhook and --secret-file belong together: without a secret a receiver cannot tell our messages from others");
    }
    try {
      if (webhook != null && secretFile != null) {
        return new Destination.Webhook(webhook, OneLineFile.read(secretFile));
      }
      return mail == null ? new Destination.Feed() : new Destination.Mail(mail);
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  private ParameterException wrong(IllegalArgumentException e) {
    return new ParameterException(
        Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
  }

  private static String way(Destination destination) {
    return switch (destination) {
      case Destination.Feed _ -> "";
      case Destination.Webhook _ -> " and to the webhook";
      case Destination.Mail _ -> " and by mail";
    };
  }
}
