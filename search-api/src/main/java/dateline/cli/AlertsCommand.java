package dateline.cli;

import dateline.corpus.store.Notices;
import dateline.corpus.store.Notices.Listed;
import dateline.corpus.store.Outbox;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.alert.AlertPasser;
import dateline.search.alert.SearchKeeper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "alerts",
    synopsisSubcommandLabel = "(add | list | show | preview | pause | resume | remove | retry)",
    subcommands = {AlertsAddCommand.class, AlertsPreviewCommand.class},
    description = {
      "Save searches, and be told what they find of each newly published index.",
      "",
      "A running server asks them and tells each article once: in a feed, by webhook or by mail. It tells of"
          + " corrections and withdrawals too, to those whom it told of the article."
    },
    footer = {
      "",
      "Examples:",
      "  dateline alerts add \"Harbours\" harbour OR port --place JP --index archive/",
      "  dateline alerts preview harbour OR port --place JP --index archive/",
      "  dateline alerts list --index archive/"
    })
final class AlertsCommand implements Runnable {
  /// Notices that `show` lists.
  private static final int SHOWN = 20;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        command(), "say what to do: add, list, show, preview, pause, resume, remove or retry");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "List saved searches, the oldest first, with what they told.")
  int list(
      @Option(
              names = "--format",
              defaultValue = "table",
              paramLabel = "F",
              description = "table for people, or json. Default: ${DEFAULT-VALUE}")
          AnswerFormat format,
      @Mixin IndexFolder folder)
      throws IOException {
    List<SavedSearch> searches = SavedSearches.all(folder.existing());
    Map<String, Notices.Counts> counts = Notices.counts(folder.home());
    PrintWriter out = command().getOut();
    switch (format) {
      case table -> AlertLines.print(searches, counts, out);
      case json -> out.println(AlertLines.json(searches, counts));
    }
    out.flush();
    return ExitCode.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Tell of one saved search, and of the last " + SHOWN + " articles that it told.",
        "The secret of a webhook is not shown."
      })
  int show(
      @Parameters(paramLabel = "ID", description = "As list tells it.") String id,
      @Mixin IndexFolder folder)
      throws IOException {
    SavedSearch search = find(id, folder);
    PrintWriter out = command().getOut();
    List<Listed> told = Notices.of(folder.home(), id, SHOWN);
    Notices.Counts counts = Notices.counts(folder.home()).getOrDefault(id, Notices.Counts.NONE);
    AlertLines.print(search, counts, told, out);
    out.flush();
    return ExitCode.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Let a saved search rest: nothing is sent, and what comes meanwhile is never told.",
        "Corrections and withdrawals of what it told are kept until it is resumed."
      })
  int pause(
      @Parameters(paramLabel = "ID", description = "As list tells it.") String id,
      @Mixin IndexFolder folder)
      throws IOException {
    SavedSearch search = find(id, folder);
    try (var store = SavedSearches.open(folder.home())) {
      store.pause(id);
    }
    return said(search, "is paused");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Let a saved search go on with what comes from now on.")
  int resume(
      @Parameters(paramLabel = "ID", description = "As list tells it.") String id,
      @Mixin IndexFolder folder)
      throws IOException {
    SavedSearch search = find(id, folder);
    folder.live();
    try (var engine = folder.engine();
        var generation = engine.hold()) {
      // while it rests it passes over what is there, so that none of it is told afterwards
      boolean isPassed = new AlertPasser(folder.home(), engine, Clock.systemUTC()).pass(generation);
      if (!isPassed) {
        throw new IOException(SearchKeeper.OVERTAKEN);
      }
    }
    try (var store = SavedSearches.open(folder.home())) {
      store.resume(id);
    }
    return said(search, "goes on");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Remove a saved search with all that it told and had still to send.")
  int remove(
      @Parameters(paramLabel = "ID", description = "As list tells it.") String id,
      @Mixin IndexFolder folder)
      throws IOException {
    SavedSearch search = find(id, folder);
    try (var store = SavedSearches.open(folder.home())) {
      store.remove(id, Clock.systemUTC().instant());
    }
    return said(search, "is removed");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Send at once what could not be delivered, given up or not.")
  int retry(
      @Parameters(paramLabel = "ID", description = "As list tells it.") String id,
      @Mixin IndexFolder folder)
      throws IOException {
    SavedSearch search = find(id, folder);
    try (var outbox = Outbox.open(folder.home())) {
      int again = outbox.retry(id, Clock.systemUTC().instant());
      return said(search, "sends again: " + Words.count(again, "message"));
    }
  }

  private SavedSearch find(String id, IndexFolder folder) throws IOException {
    return find(folder.existing(), id);
  }

  static SavedSearch find(Path home, String id) throws IOException {
    return SavedSearches.find(home, id)
        .orElseThrow(() ->
            new IOException(
                "there is no saved search '%s' in %s. dateline alerts list tells the ids."
                    .formatted(id, home)));
  }

  private int said(SavedSearch search, String what) {
    PrintWriter out = command().getOut();
    out.println(search.id() + " (" + search.name() + ") " + what);
    out.flush();
    return ExitCode.DONE;
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
