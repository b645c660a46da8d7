package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Timeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What is known of each source from the runs before tonight.
final class History {
  /// A source, or the whole archive, is judged by its volume from this age on. Half a day less than
  /// four weeks, since runs do not start on the minute.
  private static final Duration GROWN_UP = Duration.ofDays(27).plusHours(12);

  /// How far back a source's usual shares and largest nights are looked for.
  private static final Duration RECENT = Duration.ofDays(35);

  /// A night with this many times the usual number of articles is a new export or a first import,
  /// and says nothing about other nights.
  private static final int UNUSUAL = 3;

  private final Instant now;
  private final @Nullable Instant start;
  private final Map<String, Instant> seen = new HashMap<>();
  private final Map<String, List<Stretch>> usual = new HashMap<>();
  private final List<Stretch> recent;

  /// @param before the end of the past: what came later is tonight's
  History(Timeline timeline, Instant before) {
    now = timeline.last().to();
    List<Stretch> past = timeline.stretches().subList(0, timeline.stretches().size() - 1);
    start = past.isEmpty() ? null : past.getFirst().to();
    for (Stretch stretch : past) {
      for (Arrivals arrivals : stretch.run().arrivals()) {
        if (arrivals.added() + arrivals.changed() + arrivals.unchanged() > 0) {
          seen.putIfAbsent(arrivals.source(), stretch.to());
        }
      }
    }
    recent =
        past.stream()
            .filter(stretch -> stretch.to().isAfter(now.minus(RECENT)))
            .filter(stretch -> !stretch.to().isAfter(before))
            .toList();
  }

  /// Whether the archive has four weeks of nights to compare with.
  boolean isGrownUp() {
    return start != null && !start.isAfter(now.minus(GROWN_UP));
  }

  boolean isNew(String source) {
    return !seen.containsKey(source);
  }

  /// Whether a source came for the first time in this run.
  boolean isFirst(String source, Stretch stretch) {
    return stretch.to().equals(seen.get(source));
  }

  boolean isGrownUp(String source) {
    Instant first = seen.get(source);
    return first != null && !first.isAfter(now.minus(GROWN_UP));
  }

  /// Sources that brought anything in the past five weeks.
  SortedSet<String> sources() {
    var sources = new TreeSet<String>();
    for (Stretch stretch : recent) {
      stretch.run().arrivals().forEach(arrivals -> sources.add(arrivals.source()));
    }
    return sources;
  }

  /// The most that one run brought of a source in the past five weeks. Its very first run does not
  /// count: it may have brought the source's own archive.
  long mostAdded(String source) {
    return recent.stream()
        .filter(stretch -> !isFirst(source, stretch))
        .mapToLong(stretch -> sum(List.of(stretch), source, Arrivals::added))
        .max()
        .orElse(0);
  }

  /// The past five weeks of a source without its unusually large nights. A source with few nights
  /// keeps them all.
  List<Stretch> usualNights(String source) {
    return usual.computeIfAbsent(source, this::withoutUnusual);
  }

  /// In how many of those the source brought new articles.
  long nights(String source) {
    return usualNights(source).stream()
        .filter(stretch -> sum(List.of(stretch), source, Arrivals::added) > 0)
        .count();
  }

  private List<Stretch> withoutUnusual(String source) {
    long[] sizes =
        recent.stream()
            .mapToLong(stretch -> sum(List.of(stretch), source, History::all))
            .filter(size -> size > 0)
            .sorted()
            .toArray();
    if (sizes.length < 5) {
      return recent;
    }
    long most = UNUSUAL * sizes[sizes.length / 2];
    return recent.stream()
        .filter(stretch -> sum(List.of(stretch), source, History::all) <= most)
        .toList();
  }

  private static long all(Arrivals arrivals) {
    return arrivals.added() + arrivals.changed();
  }

  static long sum(Collection<Stretch> runs, String source, ToLongFunction<Arrivals> count) {
    return runs.stream()
        .flatMap(stretch -> stretch.run().arrivals().stream())
        .filter(arrivals -> arrivals.source().equals(source))
        .mapToLong(count)
        .sum();
  }

  /// The middle one, or the mean of the two in the middle.
  static double median(long[] counts) {
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }
}
