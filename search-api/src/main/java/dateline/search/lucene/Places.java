package dateline.search.lucene;

import dateline.search.query.Span;
import java.io.IOException;
import java.util.List;

/// Where the words of one text stand.
interface Places {
  /// In order, without doubles.
  ///
  /// @param leaf a phrase, a pattern, an entity or any entity
  List<Extent> of(Span leaf) throws IOException;

  /// Positions of the first words of sentences or paragraphs, in order.
  int[] beginnings(Span.Unit unit) throws IOException;
}
