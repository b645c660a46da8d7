package dateline.index.generation;

import java.nio.file.Path;

/// A complete index on disk.
///
/// @param directory holds the engine's files and the manifest
/// @param tables folder of the learned tables it was built with
public record Generation(Path directory, Path tables, Manifest manifest) {
  public String name() {
    return manifest.name();
  }
}
