package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.HomeSwap;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The option that names the archive's home, for commands that read it.
final class IndexFolder {
  private static final Duration SEARCH_MAX = Duration.ofSeconds(60);

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the archive, as dateline index made it.")
  private Path home = Path.of("");

  Path home() {
    return home;
  }

  /// The folder, which must be there.
  Path existing() throws IOException {
    if (Files.isRegularFile(home)) {
      throw new IOException(home + " is a file. Name the folder that dateline index made.");
    }
    if (!Files.isDirectory(home)) {
      HomeSwap.check(home);
      throw new IOException(
          "there is no folder "
              + home
              + ". Make an index first: dateline index --source FOLDER --index "
              + home);
    }
    return home;
  }

  /// The live generation.
  ///
  /// @throws IOException when the folder is not an archive's home or nothing was published in it
  Generation live() throws IOException {
    return new GenerationStore(existing())
        .live()
        .orElseThrow(() ->
            new IOException(
                "no index in "
                    + home
                    + ". Make one first: dateline index --source FOLDER --index "
                    + home));
  }

  /// The live generation, open for searches of at most a minute; nobody else waits for their end.
  LuceneEngine engine() throws IOException {
    var engine = new LuceneEngine(home, Gazetteer.ofHome(home), Clock.systemUTC(), SEARCH_MAX);
    try {
      engine.refresh();
    } catch (IOException e) {
      engine.close();
      throw e;
    }
    return engine;
  }
}
