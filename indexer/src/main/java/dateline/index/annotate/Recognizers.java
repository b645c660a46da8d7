package dateline.index.annotate;

import dateline.index.plugin.Plugins;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The recognisers that an archive's owner added. To be closed when nothing is annotated any more.
public final class Recognizers implements Closeable {
  public static final Recognizers NONE = new Recognizers(List.of(), Plugins.NONE);

  private final List<EntityRecognizer> recognizers;
  private final Plugins plugins;

  private Recognizers(List<EntityRecognizer> recognizers, Plugins plugins) {
    this.recognizers = List.copyOf(recognizers);
    this.plugins = plugins;
  }

  /// @throws IOException when a jar cannot be used
  public static Recognizers ofHome(Path home) throws IOException {
    var plugins = Plugins.ofHome(home);
    try {
      return new Recognizers(plugins.offering(EntityRecognizer.class), plugins);
    } catch (IOException e) {
      plugins.close();
      throw e;
    }
  }

  List<EntityRecognizer> all() {
    return recognizers;
  }

  /// In the order in which they are asked.
  public List<String> versions() {
    return recognizers.stream().map(EntityRecognizer::version).toList();
  }

  @Override
  public void close() throws IOException {
    plugins.close();
  }
}
