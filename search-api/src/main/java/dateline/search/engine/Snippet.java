package dateline.search.engine;

import dateline.corpus.Zone;
import java.util.List;

/// A sentence or two of an article.
///
/// @param text on one line
/// @param ranges what matched, in code points of `text`, in order, not overlapping
/// @param sentence which sentence of the zone it starts with, from 0
public record Snippet(Zone zone, String text, List<Range> ranges, int sentence) {
  public Snippet {
    ranges = List.copyOf(ranges);
  }

  /// @param end exclusive
  public record Range(int start, int end) {}
}
