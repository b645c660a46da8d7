package dateline.search.lucene;

import dateline.search.query.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the stretches of one text that answer a [Span], all of them rather than the shortest: the
/// nearest pair of a `NEAR` need not be the one that lies near a third word.
final class Stretches {
  /// Most pairs of one `NEAR` or `PRE` that are looked at in one text and direction, from the
  /// beginning on: a bound on the work for words that stand everywhere.
  static final int PAIRS_MAX = 100_000;

  private final Places places;

  Stretches(Places places) {
    this.places = places;
  }

  /// Takes part of a stretch.
  @FunctionalInterface
  interface Taker {
    void take(Span leaf, Extent extent);
  }

  @FunctionalInterface
  private interface PairTaker {
    void take(Extent first, Extent second);
  }

  /// In order, without doubles.
  List<Extent> of(Span span) throws IOException {
    return switch (span) {
      case Span.Phrase _, Span.Wildcard _, Span.Entity _, Span.AnyEntity _ -> places.of(span);
      case Span.Either(var parts) -> {
        var all = new TreeSet<>(Extent.ORDER);
        for (Span part : parts) {
          all.addAll(of(part));
        }
        yield List.copyOf(all);
      }
      case Span.Near near -> {
        var all = new HashSet<Extent>();
        pairs(near, (first, second) -> all.add(new Extent(first.start(), second.end())));
        yield sorted(all);
      }
      case Span.Same(var left, var right, var unit) -> {
        List<Extent> lefts = of(left);
        List<Extent> rights = lefts.isEmpty() ? List.of() : of(right);
        var units = new Units(places.beginnings(unit));
        var all = new HashSet<>(units.sharing(lefts, rights));
        all.addAll(units.sharing(rights, lefts));
        yield sorted(all);
      }
      case Span.First(var part, var words) ->
          of(part).stream().filter(extent -> extent.end() < words).toList();
    };
  }

  private static List<Extent> sorted(Collection<Extent> extents) {
    return extents.stream().sorted(Extent.ORDER).toList();
  }

  /// How many do not overlap, at most.
  int count(Span span) throws IOException {
    int count = 0;
    int end = -1;
    List<Extent> byEnd = of(span).stream().sorted(Comparator.comparingInt(Extent::end)).toList();
    for (Extent extent : byEnd) {
      if (extent.start() > end) {
        count++;
        end = extent.end();
      }
    }
    return count;
  }

  /// Gives out the words, phrases and names of all stretches.
  void each(Span span, Taker taker) throws IOException {
    each(span, Set.copyOf(of(span)), taker);
  }

  private void each(Span span, Set<Extent> wanted, Taker taker) throws IOException {
    switch (span) {
      case Span.Phrase _, Span.Wildcard _, Span.Entity _, Span.AnyEntity _ ->
          places.of(span).stream()
              .filter(wanted::contains)
              .forEach(extent -> taker.take(span, extent));
      case Span.Either(var parts) -> {
        for (Span part : parts) {
          each(part, wanted, taker);
        }
      }
      case Span.Near near -> {
        var lefts = new HashSet<Extent>();
        var rights = new HashSet<Extent>();
        Set<Extent> allLefts = Set.copyOf(of(near.left()));
        Set<Extent> allRights = Set.copyOf(of(near.right()));
        pairs(
            near,
            (first, second) -> {
              if (wanted.contains(new Extent(first.start(), second.end()))) {
                if (allLefts.contains(first) && allRights.contains(second)) {
                  lefts.add(first);
                  rights.add(second);
                }
                if (!near.isOrdered() && allLefts.contains(second) && allRights.contains(first)) {
                  lefts.add(second);
                  rights.add(first);
                }
              }
            });
        each(near.left(), lefts, taker);
        each(near.right(), rights, taker);
      }
      case Span.Same(var left, var right, _) -> {
        each(left, wanted, taker);
        each(right, wanted, taker);
      }
      case Span.First(var part, _) -> each(part, wanted, taker);
    }
  }

  private void pairs(Span.Near near, PairTaker taker) throws IOException {
    List<Extent> left = of(near.left());
    List<Extent> right = left.isEmpty() ? List.of() : of(near.right());
    pairs(left, right, near.distance(), taker);
    if (!near.isOrdered()) {
      pairs(right, left, near.distance(), taker);
    }
  }

  private static void pairs(
      List<Extent> firsts, List<Extent> seconds, int distance, PairTaker taker) {
    int[] starts = seconds.stream().mapToInt(Extent::start).toArray();
    int count = 0;
    for (Extent first : firsts) {
      int from = firstAfter(first.end(), starts);
      for (int i = from; i < starts.length && starts[i] <= first.end() + distance; i++) {
        if (count++ == PAIRS_MAX) {
          return;
        }
        taker.take(first, seconds.get(i));
      }
    }
  }

  /// The index of the first that is greater than `position`.
  private static int firstAfter(int position, int[] sorted) {
    int index = Arrays.binarySearch(sorted, position + 1);
    if (index < 0) {
      return -index - 1;
    }
    while (index > 0 && sorted[index - 1] > position) {
      index--;
    }
    return index;
  }

  /// The sentences or paragraphs of the text.
  private static final class Units {
    private final int[] beginnings;

    Units(int[] beginnings) {
      this.beginnings = beginnings;
    }

    /// Those that lie in a unit in which one of the others lies apart from them.
    List<Extent> sharing(List<Extent> some, List<Extent> others) {
      Map<Integer, Extent> reach = new HashMap<>();
      for (Extent other : others) {
        int unit = of(other);
        if (unit >= 0) {
          reach.merge(
              unit,
              new Extent(other.start(), other.end()),
              (one, two) ->
                  new Extent(Math.max(one.start(), two.start()), Math.min(one.end(), two.end())));
        }
      }
      var sharing = new ArrayList<Extent>();
      for (Extent extent : some) {
        Extent found = reach.get(of(extent));
        if (found != null && (found.end() < extent.start() || found.start() > extent.end())) {
          sharing.add(extent);
        }
      }
      return sharing;
    }

    /// The number of the unit; -1 for a stretch that reaches over its end.
    private int of(Extent extent) {
      int unit = firstAfter(extent.start(), beginnings);
      return unit == firstAfter(extent.end(), beginnings) ? unit : -1;
    }
  }
}
