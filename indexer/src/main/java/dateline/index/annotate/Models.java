package dateline.index.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What was trained for one archive.
///
/// @param issues null where the gazetteer's terms decide
/// @param places null where hand-set weights decide which places an article is about
public record Models(@Nullable LinearModel issues, @Nullable PlaceModel places) {
  /// Folder in an archive's home.
  public static final String FOLDER = "models";

  public static final Models NONE = new Models(null, null);

  /// @throws IOException when a model is damaged
  public static Models of(Path home) throws IOException {
    return new Models(
        Files.exists(issues(home)) ? LinearModel.read(issues(home)) : null,
        Files.exists(places(home)) ? PlaceModel.read(places(home)) : null);
  }

  public static Path issues(Path home) {
    return home.resolve(FOLDER).resolve("issues.model");
  }

  public static Path places(Path home) {
    return home.resolve(FOLDER).resolve("places.model");
  }
}
