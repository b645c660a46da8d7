package dateline.index.plugin;

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

/// The jars that an archive's owner added. To be closed when nothing of them is used any more,
/// since their classes load as they are needed.
public final class Plugins implements Closeable {
  /// Folder in an archive's home. Its jars are run, so whoever may write there may do all that the
  /// program may.
  public static final String FOLDER = "plugins";

  public static final Plugins NONE = new Plugins(Path.of(FOLDER), null);

  private final Path folder;
  private final @Nullable URLClassLoader loader;

  private Plugins(Path folder, @Nullable URLClassLoader loader) {
    this.folder = folder;
    this.loader = loader;
  }

  /// Those of one home; none where it has no such folder.
  public static Plugins ofHome(Path home) throws IOException {
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
    return new Plugins(
        folder, new URLClassLoader(urls.toArray(URL[]::new), Plugins.class.getClassLoader()));
  }

  /// What the jars offer of a service, as [ServiceLoader] says, in the order of the jars' names.
  ///
  /// @throws IOException when a jar cannot be used
  public <T> List<T> offering(Class<T> service) throws IOException {
    if (loader == null) {
      return List.of();
    }
    try {
      return ServiceLoader.load(service, loader).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new IOException(
          "cannot load the jars in "
              + folder
              + ": "
              + e.getMessage()
              + ". Build the jar for this version, or take it out of the folder.",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }
}
