package dateline.cli;

import dateline.index.IndexOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "index",
    sortOptions = false,
    description = {
      "Read articles into an archive and publish a new index of all of it.",
      "",
      "Articles are added, or replace earlier versions of the same id; nothing is removed because a delivery lacks it,"
          + " unless it is --complete. Articles that did not change are left as they are."
          + " Formats are recognised by content: JSON Lines and lists, plain text (headline on the first line), Reuters and"
          + " TREC SGML, each also packed as .gz or .zst. A record that cannot be read goes into quarantine with its reason, and the run goes on. Searches"
          + " go on too, on the old index, until the new one is published.",
      "",
      "Names of your own, in DIR/gazetteer, are recognised beside the built-in ones."
    },
    footer = {
      "",
      "Examples:",
      "  dateline index --source news/ --index archive/",
      "  dateline index --due --vectors --index archive/",
      "  dateline index --source 2025.jsonl.gz --source wire/ --index archive/ --report run.json"
    })
final class IndexCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private SourcePaths sources = new SourcePaths();
  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the archive; made if absent.")
  private Path home = Path.of("");

  @Option(
      names = "--id-prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Put before every id of this delivery, when two sources use the same ids.")
  private String idPrefix = "";

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "incremental: write what changed, where the live index can be built upon (default);",
        "rebuild: write every article, with what was learned of the archive before;",
        "full: learn from the archive anew and write every article."
      })
  private IndexOptions.Mode mode = IndexOptions.Mode.INCREMENTAL;

  @Option(names = "--relearn", description = "The same as --mode full.")
  private boolean isRelearning;

  @Option(
      names = "--complete",
      description =
          "The delivery is the whole archive: articles that it lacks are withdrawn, as far as the judge agrees.")
  private boolean isComplete;

  @Option(
      names = "--due",
      description =
          "Read nothing: publish what was under embargo and may be shown now, and leave out what has expired.")
  private boolean isDue;

  @Option(
      names = "--vectors",
      negatable = true,
      description = {
        "Give articles vectors, by which mode=hybrid orders hits by meaning too, with the model in DIR/plugins; --no-vectors"
            + " takes them away. Later runs do as the one before."
      })
  private @Nullable Boolean hasVectors;

  @Option(names = "--resume", description = "Go on with the run that was killed, if one was.")
  private boolean isResuming;

  @Option(
      names = "--dry-run",
      description = "Tell what the run would take in and how it would build; change nothing.")
  private boolean isDryRun;

  @Override
  public Integer call() throws Exception {
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    IndexOptions options = options(command.commandLine());
    return run.carryOut(options, command.commandLine());
  }

  private IndexOptions options(CommandLine command) throws IOException {
    if (home.toString().isEmpty()) {
      throw new ParameterException(command, "--index is empty; name a folder");
    }
    if (isDue && (isComplete || isResuming)) {
      throw new ParameterException(
          command, "--due reads no delivery, so that nothing can be complete or go on");
    }
    var wishes = EnumSet.noneOf(IndexOptions.Wish.class);
    addIf(isComplete, IndexOptions.Wish.COMPLETE, wishes);
    addIf(isResuming, IndexOptions.Wish.RESUME, wishes);
    addIf(isDryRun, IndexOptions.Wish.DRY_RUN, wishes);
    addIf(Boolean.TRUE.equals(hasVectors), IndexOptions.Wish.VECTORS, wishes);
    addIf(Boolean.FALSE.equals(hasVectors), IndexOptions.Wish.NO_VECTORS, wishes);
    try {
      return new IndexOptions(
          home,
          isDue ? List.of() : sources.checked(command),
          idPrefix,
          run.workers(),
          isRelearning ? IndexOptions.Mode.FULL : mode,
          wishes,
          run.keep(),
          Set.of());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private static void addIf(
      boolean isWished, IndexOptions.Wish wish, Set<IndexOptions.Wish> wishes) {
    if (isWished) {
      wishes.add(wish);
    }
  }
}
