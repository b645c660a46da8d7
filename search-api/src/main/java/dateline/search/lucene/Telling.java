package dateline.search.lucene;

import dateline.search.engine.Similar;
import java.util.List;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// Something that tells an article from the rest of the archive.
///
/// @param terms an article has it when it holds one of these
/// @param weight how telling it is, above 0
/// @param label as a reader knows it
/// @param entity null for a word
record Telling(List<Term> terms, double weight, String label, Similar.@Nullable Entity entity) {
  Telling {
    terms = List.copyOf(terms);
  }
}
