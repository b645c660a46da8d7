package dateline.cli;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that names the archive's home, for commands that read it.
final class IndexFolder {
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
}
