package dateline.index;

import dateline.index.annotate.LearnedNames;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.TableSeals;
import dateline.index.learn.TermRarity;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the live generation can be built upon: a damaged file would go from night to night.
///
/// @param index what is wrong with its files; null when nothing is
/// @param tables what is wrong with its learned tables; null when nothing is
record Soundness(@Nullable String index, @Nullable String tables) {
  static final Soundness SOUND = new Soundness(null, null);

  /// Reads every file once.
  static Soundness of(GenerationStore generations, Generation generation) {
    return new Soundness(index(generations, generation), tables(generation));
  }

  boolean isSound() {
    return index == null && tables == null;
  }

  private static @Nullable String index(GenerationStore generations, Generation generation) {
    try {
      List<String> damages = generations.damages(generation);
      return damages.isEmpty() ? null : damages.getFirst();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static @Nullable String tables(Generation generation) {
    try {
      List<String> damages = TableSeals.damages(generation.tables());
      if (!damages.isEmpty()) {
        return damages.getFirst();
      }
      LearnedNames.read(generation.tables().resolve(LearnedNames.FILE));
      for (Twin twin : Twin.values()) {
        TermRarity.read(generation.tables().resolve(twin.rarityFile()));
      }
      return null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
