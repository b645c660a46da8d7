package dateline.search.lucene;

import dateline.index.generation.Manifest;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.nio.file.Path;

/// Tells whether this program can answer from an index that another release made.
final class SchemaCheck {
  private SchemaCheck() {}

  /// @throws IOException when it cannot, with the command to run
  static void of(Manifest manifest, Path home) throws IOException {
    int schema = manifest.schema();
    if (schema > IndexNames.SCHEMA_VERSION) {
      throw new IOException(
          start(home, schema)
              + "newer than this program, which reads "
              + readable()
              + ".\nStart the release that made it, or build the index anew with this one: "
              + command(home));
    }
    if (schema < IndexNames.SCHEMA_OLDEST) {
      throw new IOException(
          start(home, schema)
              + "too old for this program, which reads "
              + readable()
              + ".\nThe texts are safe in the store. Build the index anew: "
              + command(home));
    }
  }

  private static String start(Path home, int schema) {
    return "the index in " + home + " has schema version " + schema + ", ";
  }

  private static String readable() {
    return IndexNames.SCHEMA_OLDEST == IndexNames.SCHEMA_VERSION
        ? "version " + IndexNames.SCHEMA_VERSION
        : "versions " + IndexNames.SCHEMA_OLDEST + " to " + IndexNames.SCHEMA_VERSION;
  }

  private static String command(Path home) {
    return "dateline index --source FOLDER --index " + home;
  }
}
