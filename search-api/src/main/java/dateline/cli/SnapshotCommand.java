package dateline.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "snapshot",
    synopsisSubcommandLabel = "(create | list | restore | drill)",
    subcommands = {
      SnapshotCreateCommand.class,
      SnapshotListCommand.class,
      SnapshotRestoreCommand.class,
      SnapshotDrillCommand.class
    },
    description = {
      "Save an archive as a whole, with checksums and sample answers that prove a restore."
    },
    footer = {
      "",
      "Examples:",
      "  dateline snapshot create --index archive/ --to /backup/archive",
      "  dateline snapshot list --in /backup/archive --verify",
      "  dateline snapshot drill /backup/archive",
      "  dateline snapshot restore /backup/archive --index archive/ --replace"
    })
final class SnapshotCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "say what to do: create, list, restore or drill");
  }
}
