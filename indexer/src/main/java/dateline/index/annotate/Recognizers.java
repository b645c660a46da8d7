package dateline.index.annotate;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The recognisers that an archive's owner added. To be closed when nothing is annotated any more,
/// since their classes load as they are needed.
public final class Recognizers implements Closeable {
  /// Folder in an archive's home. Its jars are run, so whoever may write there may do all that the
  /// program may.
  public static final String FOLDER = "plugins";

  public static final Recognizers NONE = new Recognizers(List.of(), null);

  private final List<EntityRecognizer> recognizers;
  private final @Nullable URLClassLoader loader;

  private Recognizers(List<EntityRecognizer> recognizers, @Nullable URLClassLoader loader) {
    this.recognizers = List.copyOf(recognizers);
    this.loader = loader;
  }

  /// @throws IOException when a jar cannot be used
  public static Recognizers ofHome(Path home) throws IOException {
    Path folder = home.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    var urls = new ArrayList<URL>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    var loader =
        new URLClassLoader(urls.toArray(URL[]::new), EntityRecognizer.class.getClassLoader());
    try {
      return new Recognizers(
          ServiceLoader.load(EntityRecognizer.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList(),
          loader);
    } catch (ServiceConfigurationError | LinkageError e) {
      loader.close();
      throw new IOException(
          "cannot load the recognisers in "
              + folder
              + ": "
              + e.getMessage()
              + ". Build the jar for this version, or take it out of the folder.",
          e);
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
    if (loader != null) {
      loader.close();
    }
  }
}
