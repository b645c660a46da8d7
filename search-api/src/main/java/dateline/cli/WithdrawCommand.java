package dateline.cli;

import dateline.corpus.ArticleId;
import dateline.corpus.store.StorePurge;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.IndexOptions;
import dateline.index.IndexRun.RunInProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "withdraw",
    sortOptions = false,
    description = {
      "Take articles back for good.",
      "",
      "At once nobody finds them any more, in no list, count or suggestion; their addresses answer 410 with the reason."
          + " Then their texts are removed from the store, the quarantine, every index and every snapshot that can be"
          + " reached; what still holds them is named. Later deliveries do not bring them back.",
      "",
      "Without an id: remove the texts of all that was withdrawn, where another run stood in the way before."
    },
    footer = {
      "",
      "Examples:",
      "  dateline withdraw 2025-03-04-harbour-fire --reason \"names a minor\" --index archive/",
      "  dateline withdraw 2025-03-04-harbour-fire --undo --index archive/"
    })
final class WithdrawCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of articles.")
  private List<String> ids = List.of();

  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Told to readers who come by its address; nothing of its text.")
  private String reason = "";

  @Option(
      names = "--undo",
      description = "Let them be delivered again. What was removed does not come back by itself.")
  private boolean isUndone;

  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    List<ArticleId> articles = articles(command);
    folder.live();
    if (isUndone) {
      return undo(articles, command.getOut());
    }
    if (!articles.isEmpty()) {
      if (reason.isBlank() || reason.length() > Tombstone.REASON_MAX) {
        throw new ParameterException(
            command,
            "give a --reason of at most " + Tombstone.REASON_MAX + " characters; readers are told");
      }
      takeBack(articles, command.getOut());
    }
    return purge(command);
  }

  private List<ArticleId> articles(CommandLine command) {
    var articles = new ArrayList<ArticleId>();
    for (String id : ids) {
      try {
        articles.add(new ArticleId(id));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command, "'" + id + "' can be no id: " + e.getMessage(), e);
      }
    }
    return articles;
  }

  private void takeBack(List<ArticleId> articles, PrintWriter out) throws IOException {
    Path home = folder.home();
    Instant now = Instant.now();
    var tombstones = new ArrayList<Tombstone>();
    Set<ArticleId> withdrawn =
        Set.copyOf(Tombstones.all(home).stream().map(Tombstone::article).toList());
    for (ArticleId article : articles) {
      if (!withdrawn.contains(article)
          && StorePurge.versions(home, List.of(article.value())).isEmpty()) {
        throw new IOException(
            "no article has the id '%s' in %s, so nothing was withdrawn. An article's page and dateline search --format json show its id."
                .formatted(article, home));
      }
      tombstones.add(new Tombstone(article, now, Tombstone.By.DESK, reason.strip(), false));
    }
    try (Tombstones all = Tombstones.open(home)) {
      Set<Tombstone> added = Set.copyOf(all.add(tombstones));
      for (Tombstone tombstone : tombstones) {
        out.println(
            (added.contains(tombstone) ? "withdrawn: " : "withdrawn before: ")
                + tombstone.article());
      }
    }
    out.flush();
  }

  private int undo(List<ArticleId> articles, PrintWriter out) throws IOException {
    boolean isKnown = true;
    try (Tombstones all = Tombstones.open(folder.home())) {
      for (ArticleId article : articles) {
        boolean isLifted = all.lift(article, Instant.now());
        isKnown &= isLifted;
        out.println((isLifted ? "may be delivered again: " : "is not withdrawn: ") + article);
      }
    }
    out.flush();
    return isKnown ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int purge(CommandLine command) throws Exception {
    PrintWriter out = command.getOut();
    try {
      return run.carryOut(
          IndexOptions.withoutDelivery(
              folder.home(),
              run.workers(),
              Set.of(IndexOptions.Wish.FORCE), // what must be forgotten is no matter of judgement
              run.keep(),
              Set.of()),
          command);
    } catch (RunInProgress _) {
      out.println(
          "Another run is at work in "
              + folder.home()
              + ": the texts are removed by it or by the next one, or by dateline withdraw --index "
              + folder.home());
      out.flush();
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }
}
