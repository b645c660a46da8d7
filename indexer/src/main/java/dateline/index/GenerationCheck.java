package dateline.index;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.TableSeals;
import dateline.index.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads all of a generation and tells what is wrong with it.
public final class GenerationCheck {
  private GenerationCheck() {}

  /// @return one sentence for each damage; empty when all is well
  public static List<String> damages(Path home, Generation generation) throws IOException {
    var damages = new ArrayList<>(new GenerationStore(home).damages(generation));
    damages.addAll(TableSeals.damages(generation.tables()));
    if (!damages.isEmpty()) {
      return damages;
    }
    long articles = LuceneWriter.verify(generation.directory());
    return articles == generation.manifest().articles()
        ? List.of()
        : List.of(
            "it holds " + articles + " articles instead of " + generation.manifest().articles());
  }
}
