package dateline.index;

import dateline.index.IndexOptions.Wish;
import dateline.index.generation.Generation;
import dateline.index.meaning.PluggedEncoder;
import dateline.index.meaning.TextEncoder;
import dateline.index.plugin.Plugins;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The model that gives articles vectors in a run: for an archive that has vectors, and where they
/// are wished for.
///
/// @param plugged null where articles get none
record ChosenEncoder(@Nullable PluggedEncoder plugged) implements Closeable {

  /// @throws IOException when articles are to get vectors and there is no model
  static ChosenEncoder of(IndexOptions options, Optional<Generation> live) throws IOException {
    String before = live.map(each -> each.manifest().meaning()).orElse(null);
    boolean isWished = options.wishes(Wish.VECTORS);
    if (options.wishes(Wish.NO_VECTORS) || (before == null && !isWished)) {
      return new ChosenEncoder(null);
    }
    Optional<PluggedEncoder> plugged = PluggedEncoder.ofHome(options.home());
    if (plugged.isEmpty()) {
      throw new IOException(
          (isWished ? "vectors need a model" : "the archive has vectors of " + before)
              + ", and no jar in "
              + options.home().resolve(Plugins.FOLDER)
              + " offers one. Put one there (README: Search by meaning)"
              + (isWished ? "." : ", or go on without vectors: --no-vectors."));
    }
    return new ChosenEncoder(plugged.get());
  }

  @Nullable TextEncoder encoder() {
    return plugged == null ? null : plugged.encoder();
  }

  @Override
  public void close() throws IOException {
    if (plugged != null) {
      plugged.close();
    }
  }
}
