package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/// A jar in an archive's folder `plugins`, as its owner would make one.
///
/// @param service interface that it offers an implementation of
public record PluginJar(Path home, Class<?> service) {
  private Path file() {
    return home.resolve("plugins/" + service.getSimpleName() + ".jar");
  }

  /// Compiles a class and offers it.
  ///
  /// @param name of the class, with its package
  public void offer(String name, String source) throws IOException {
    Path folder = Files.createTempDirectory("plugin");
    String path = name.replace('.', '/');
    Path java = folder.resolve(path + ".java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                OutputStream.nullOutputStream(),
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                java.toString());
    assertEquals(0, failed, name);
    try (JarOutputStream jar = listing(name)) {
      jar.putNextEntry(new JarEntry(path + ".class"));
      jar.write(Files.readAllBytes(folder.resolve(path + ".class")));
    }
  }

  /// Offers a class that is not there.
  public void offerAbsent(String name) throws IOException {
    listing(name).close();
  }

  public void remove() throws IOException {
    Files.delete(file());
  }

  private JarOutputStream listing(String name) throws IOException {
    Files.createDirectories(file().getParent());
    var jar = new JarOutputStream(Files.newOutputStream(file()));
    jar.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
    jar.write(name.getBytes(StandardCharsets.UTF_8));
    return jar;
  }
}
