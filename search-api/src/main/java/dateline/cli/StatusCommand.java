package dateline.cli;

import dateline.corpus.store.RunRecord;
import dateline.corpus.store.Runs;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "status",
    description = "Tell what the live index of an archive is made of.")
final class StatusCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Generation live = folder.live();
    long bytes = live.manifest().files().values().stream().mapToLong(file -> file.bytes()).sum();
    out.println("generation  " + live.name());
    out.printf(Locale.ROOT, "articles    %,d%n", live.manifest().articles());
    out.println("built       " + live.manifest().built());
    out.printf(
        Locale.ROOT,
        "index       %,.1f MB in %d files%n",
        bytes / 1e6,
        live.manifest().files().size());
    out.println("runs        " + live.manifest().runs().size());
    out.println(
        "versions    schema "
            + live.manifest().schema()
            + ", analyzers "
            + live.manifest().analyzers()
            + ", gazetteer "
            + live.manifest().gazetteer());
    if (!live.manifest().recognizers().isEmpty()) {
      out.println("recognisers " + String.join(", ", live.manifest().recognizers()));
    }
    if (live.manifest().meaning() != null) {
      out.println("vectors     " + live.manifest().meaning());
    }
    out.printf(
        Locale.ROOT,
        "learned     %,d articles, of which %,d changed since%n",
        live.manifest().lineage().learnedFrom(),
        live.manifest().lineage().changedSince());
    List<Generation> kept = new GenerationStore(folder.home()).all();
    kept.removeIf(generation -> generation.name().equals(live.name()));
    if (!kept.isEmpty()) {
      out.println("kept        " + String.join(", ", kept.stream().map(Generation::name).toList()));
    }
    List<RunRecord> held =
        Runs.of(folder.home()).stream().filter(run -> run.state() == RunRecord.State.HELD).toList();
    for (RunRecord run : held) {
      out.printf(
          Locale.ROOT,
          "on hold     run %d of %s: %s%n",
          run.run(),
          run.started(),
          Words.count(run.read(), "record"));
    }
    return ExitCode.DONE;
  }
}
