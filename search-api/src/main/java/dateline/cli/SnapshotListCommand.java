package dateline.cli;

import dateline.index.snapshot.Contents;
import dateline.index.snapshot.Snapshot;
import dateline.index.snapshot.SnapshotFolder;
import dateline.index.snapshot.SnapshotFolder.Listed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "list",
    sortOptions = false,
    description = {
      "List the snapshots in a folder, the oldest first, and what is damaged (exit code 1)."
    })
final class SnapshotListCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--in", required = true, paramLabel = "DIR", description = "Folder of snapshots.")
  private Path in = Path.of("");

  @Option(
      names = "--verify",
      description = "Read every byte and compare checksums; otherwise sizes are compared.")
  private boolean isVerifying;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description = "table for people, or json. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Mixin private WatchedCopy watched = new WatchedCopy();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Snapshot.Look look = isVerifying ? Snapshot.Look.CHECKSUMS : Snapshot.Look.SIZES;
    List<Listed> listed =
        watched.watch(command.getErr(), (copying, _) -> new SnapshotFolder(in).list(look, copying));
    PrintWriter out = command.getOut();
    switch (format) {
      case table -> print(listed, out);
      case json -> out.println(json(listed));
    }
    out.flush();
    return listed.stream().anyMatch(each -> each.state() == Listed.State.DAMAGED)
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  private void print(List<Listed> listed, PrintWriter out) {
    if (listed.isEmpty()) {
      out.println("no snapshot in " + in);
    }
    for (Listed each : listed) {
      Snapshot snapshot = each.snapshot();
      out.printf(
          Locale.ROOT,
          "%s  %s  %s%n",
          each.name(),
          snapshot == null ? "-" : told(snapshot.contents()),
          state(each));
    }
  }

  private static String told(Contents contents) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %,.1f MB",
        contents.taken(),
        Words.count(contents.articles(), "article"),
        contents.bytes() / 1e6);
  }

  private static String state(Listed listed) {
    return switch (listed.state()) {
      case WHOLE -> "whole";
      case DAMAGED -> "damaged: " + String.join("; ", listed.damages());
      case UNFINISHED -> "unfinished: a command is at work on it, or was killed";
    };
  }

  private static String json(List<Listed> listed) {
    JsonMapper mapper = JsonMapper.shared();
    ArrayNode snapshots = mapper.createArrayNode();
    for (Listed each : listed) {
      ObjectNode node = snapshots.addObject();
      node.put("name", each.name());
      node.put("state", each.state().name().toLowerCase(Locale.ROOT));
      each.damages().forEach(node.putArray("damages")::add);
      Snapshot snapshot = each.snapshot();
      if (snapshot != null) {
        Contents contents = snapshot.contents();
        node.put("taken", contents.taken().toString());
        node.put("generation", contents.generation());
        node.put("articles", contents.articles());
        node.put("bytes", contents.bytes());
        node.put("files", contents.files().size());
        node.put("made_by", contents.dateline());
      }
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(snapshots);
  }
}
