package dateline.search.lucene;

import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the plain words of queries, and remembers how: every hit of a list is marked by the same
/// reading. For use by one thread.
final class WordReader {
  private final EntityDirectory names;
  private final boolean hasVariants;
  private final Map<Asked, WordsRead> read = new HashMap<>();

  private record Asked(List<String> words, Twin twin, boolean isWhole) {}

  /// @param hasVariants whether words find their other forms and names too
  WordReader(EntityDirectory names, boolean hasVariants) {
    this.names = names;
    this.hasVariants = hasVariants;
  }

  /// What phrases stand for.
  PhraseForms forms() {
    return new PhraseForms(hasVariants ? names.variants() : Variants.NONE);
  }

  /// @param isWhole whether headline and body are searched, in either of which a name may stand
  WordsRead read(List<String> words, Twin twin, boolean isWhole) throws IOException {
    var asked = new Asked(words, twin, isWhole);
    WordsRead known = read.get(asked);
    if (known == null) {
      known = WordsRead.of(words, twin, names, hasVariants, isWhole);
      read.put(asked, known);
    }
    return known;
  }
}
