package dateline.index.meaning;

import dateline.index.plugin.Plugins;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The encoder that an archive's owner added. To be closed when nothing is encoded any more.
public final class PluggedEncoder implements Closeable {
  private final TextEncoder encoder;
  private final Plugins plugins;

  private PluggedEncoder(TextEncoder encoder, Plugins plugins) {
    this.encoder = encoder;
    this.plugins = plugins;
  }

  /// Empty where there is none.
  ///
  /// @throws IOException when a jar cannot be used, or two offer one
  public static Optional<PluggedEncoder> ofHome(Path home) throws IOException {
    var plugins = Plugins.ofHome(home);
    try {
      Optional<TextEncoder> encoder = among(plugins);
      if (encoder.isEmpty()) {
        plugins.close();
      }
      return encoder.map(each -> new PluggedEncoder(each, plugins));
    } catch (IOException e) {
      plugins.close();
      throw e;
    }
  }

  /// The one that some jars offer; empty where there is none.
  ///
  /// @throws IOException when a jar cannot be used, or two offer one
  public static Optional<TextEncoder> among(Plugins plugins) throws IOException {
    List<TextEncoder> all = plugins.offering(TextEncoder.class);
    if (all.size() > 1) {
      throw new IOException(
          "the jars in the archive's folder "
              + Plugins.FOLDER
              + " offer "
              + all.size()
              + " models of meaning: "
              + String.join(", ", all.stream().map(TextEncoder::version).toList())
              + ". Leave one.");
    }
    return all.stream().findFirst();
  }

  public TextEncoder encoder() {
    return encoder;
  }

  @Override
  public void close() throws IOException {
    plugins.close();
  }
}
