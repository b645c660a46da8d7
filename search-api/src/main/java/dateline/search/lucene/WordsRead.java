package dateline.search.lucene;

import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.List;

/// The plain words of a query as a language reads them, with what an article may write instead.
record WordsRead(List<WordUnit> units, Equivalents equivalents) {
  /// @param hasVariants whether words find their other forms and names too
  /// @param isWhole whether headline and body are searched, in either of which a name may stand
  static WordsRead of(
      List<String> words, Twin twin, EntityDirectory names, boolean hasVariants, boolean isWhole)
      throws IOException {
    if (!hasVariants) {
      return new WordsRead(WordUnit.of(words, twin), Equivalents.NONE);
    }
    Variants variants = names.variants();
    List<WordUnit> units = WordUnit.of(words, twin, variants);
    return new WordsRead(units, Equivalents.of(units, twin, names, variants, isWhole));
  }
}
