package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An article as readers see it last: what it is since when, or that it is gone.
///
/// @param at when readers came to see it, in whole seconds
/// @param source null where nobody knows it any more
/// @param isGone whether it was withdrawn, or has expired
public record Change(
    Place place, ArticleId id, Instant at, @Nullable String source, boolean isGone) {

  /// Where a change stands among all: what readers came to see later stands behind it, and what
  /// they came to see at one time stands in the order of the ids. Holds for ever, across
  /// generations: a list that goes on behind a place lacks nothing that came since.
  ///
  /// @param number of the moment; later ones have higher numbers, whatever the clock said
  public record Place(long number, String id) implements Comparable<Place> {
    public static final Place START = new Place(-1, "");

    @Override
    public int compareTo(Place other) {
      int order = Long.compare(number, other.number);
      return order != 0
          ? order
          : Arrays.compareUnsigned(
              id.getBytes(StandardCharsets.UTF_8), other.id.getBytes(StandardCharsets.UTF_8));
    }
  }
}
