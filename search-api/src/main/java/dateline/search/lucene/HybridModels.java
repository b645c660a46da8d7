package dateline.search.lucene;

import dateline.index.meaning.PluggedEncoder;
import dateline.index.meaning.TextEncoder;
import dateline.index.plugin.Plugins;
import dateline.search.engine.Reranker;
import dateline.search.engine.SearchEngine.NoVectors;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models in an archive's home by which `mode=hybrid` orders hits. They are loaded when one is
/// first asked for.
final class HybridModels implements Closeable {
  private final Path home;
  private @Nullable Loaded loaded;

  HybridModels(Path home) {
    this.home = home;
  }

  private record Loaded(Plugins plugins, Optional<TextEncoder> encoder, List<Reranker> rerankers) {}

  /// The model by which articles have vectors.
  ///
  /// @param version of it; null where they have none
  /// @throws NoVectors when it is not here
  TextEncoder encoder(@Nullable String version) throws IOException {
    if (version == null) {
      throw new NoVectors("the articles have no vectors: run dateline index --vectors");
    }
    TextEncoder encoder =
        loaded()
            .encoder()
            .orElseThrow(() ->
                new NoVectors(
                    "the articles have vectors of %s, and no jar in the archive's folder plugins offers it"
                        .formatted(version)));
    if (!encoder.version().equals(version)) {
      throw new NoVectors(
          "the articles have vectors of %s, and the model here is %s: run dateline index --vectors"
              .formatted(version, encoder.version()));
    }
    return encoder;
  }

  /// What reads the first hits, in the order of their jars' names; for most archives nothing.
  List<Reranker> rerankers() throws IOException {
    return loaded().rerankers();
  }

  private synchronized Loaded loaded() throws IOException {
    Loaded known = loaded;
    if (known == null) {
      var plugins = Plugins.ofHome(home);
      try {
        known =
            new Loaded(plugins, PluggedEncoder.among(plugins), plugins.offering(Reranker.class));
      } catch (IOException e) {
        plugins.close();
        throw e;
      }
      loaded = known;
    }
    return known;
  }

  @Override
  public synchronized void close() throws IOException {
    if (loaded != null) {
      loaded.plugins().close();
      loaded = null;
    }
  }
}
