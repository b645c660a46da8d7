package dateline.cli;

import dateline.corpus.store.Quarantine;
import dateline.index.Choice;
import dateline.index.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    name = "retry",
    sortOptions = false,
    description = {
      "Deliver rejected records once more, after a new release that reads them or with an id prefix that keeps two"
          + " sources apart. What is refused again goes back into quarantine, under a new number."
    },
    footer = {
      "",
      "Examples:",
      "  dateline quarantine retry --index archive/",
      "  dateline quarantine retry 12 13 --id-prefix post- --index archive/"
    })
final class QuarantineRetryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "N",
      arity = "0..*",
      description =
          "Numbers of records; dateline quarantine list tells them. All when none is named.")
  private List<Long> entries = List.of();

  @Mixin private IndexFolder folder = new IndexFolder();

  @Option(
      names = "--id-prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Put before every id, when two sources use the same ids.")
  private String idPrefix = "";

  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    folder.live();
    List<Quarantine.Kept> kept =
        Quarantine.kept(folder.home(), entries).stream()
            .filter(each -> each.bytes().length > 0) // a file that could not be opened left none
            .toList();
    if (kept.isEmpty()) {
      throw new IOException(
          entries.isEmpty()
              ? "there is no record in the quarantine of " + folder.home()
              : "none of these records is in the quarantine of %s. dateline quarantine list tells the numbers."
                  .formatted(folder.home()));
    }
    Path delivery = Files.createTempDirectory("dateline");
    try {
      for (Quarantine.Kept each : kept) {
        Files.write(delivery.resolve(name(each)), each.bytes());
      }
      int exit = run.carryOut(options(delivery, command), command);
      if (exit == ExitCode.DONE || exit == ExitCode.QUARANTINED) {
        new Choice(folder.home(), Clock.systemUTC())
            .drop(kept.stream().map(each -> each.entry().entry()).toList());
      }
      return exit;
    } finally {
      try (Stream<Path> files = Files.list(delivery)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(delivery);
    }
  }

  private IndexOptions options(Path delivery, CommandLine command) {
    try {
      return new IndexOptions(
          folder.home(),
          List.of(delivery),
          idPrefix,
          run.workers(),
          IndexOptions.Mode.INCREMENTAL,
          Set.of(),
          run.keep(),
          Set.of());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  /// Records are kept unpacked, and those of other formats whose id was taken as JSON.
  private static String name(Quarantine.Kept kept) {
    String file = kept.entry().file().replaceAll(".*[/\\\\]", "");
    String plain = file.replaceFirst("(?i)\\.(gz|zst)$", "");
    boolean isJson = kept.bytes()[0] == '{';
    return String.format(
        Locale.ROOT, "record-%09d-%s", kept.entry().entry(), isJson ? "record.jsonl" : plain);
  }
}
