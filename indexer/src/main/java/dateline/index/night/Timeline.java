package dateline.index.night;

import dateline.corpus.store.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts runs on one line of time, in the order of their numbers.
///
/// A clock that jumped back makes a later run start before an earlier one. Trusted is the longest
/// row of runs whose times rise; the others are put between their neighbours.
///
/// @param isDoubtful whether tonight's own time is none of those that rise
record Timeline(List<Stretch> stretches, boolean isDoubtful) {
  private static final int RECENT = 28;
  private static final Duration NIGHT = Duration.ofDays(1);

  /// What a run can have brought: all that came up since the one before it.
  ///
  /// @param from the start of the run before; a day before `to` for the first one
  /// @param to the start of the run itself
  record Stretch(RunRecord run, Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  Timeline {
    stretches = List.copyOf(stretches);
  }

  static Timeline of(Night night) {
    var runs = new ArrayList<RunRecord>(night.past());
    runs.add(night.tonight());
    boolean[] trusted = trusted(runs.stream().map(RunRecord::started).toList());
    Instant[] times = times(runs, trusted);
    var stretches = new ArrayList<Stretch>();
    for (int i = 0; i < times.length; i++) {
      Instant from = i == 0 ? times[i].minus(NIGHT) : times[i - 1];
      stretches.add(new Stretch(runs.get(i), from, times[i]));
    }
    return new Timeline(stretches, !trusted[trusted.length - 1]);
  }

  /// Tonight's run.
  Stretch last() {
    return stretches.getLast();
  }

  /// All runs before tonight's.
  List<Stretch> beforeLast() {
    return stretches.subList(0, stretches.size() - 1);
  }

  /// The middle of the last runs' lengths.
  Duration usualLength() {
    List<Duration> lengths =
        stretches.subList(Math.max(0, stretches.size() - RECENT), stretches.size()).stream()
            .map(Stretch::length)
            .sorted()
            .toList();
    return lengths.get(lengths.size() / 2);
  }

  /// Runs that started after `from` and not after `to`, in order.
  List<Stretch> between(Instant from, Instant to) {
    return stretches.stream()
        .filter(stretch -> stretch.to().isAfter(from) && !stretch.to().isAfter(to))
        .toList();
  }

  /// The longest row that rises, by patience sorting (Fredman, Discrete Mathematics 11, 1975).
  private static boolean[] trusted(List<Instant> times) {
    int[] before = new int[times.size()];
    int[] ends = new int[times.size()];
    int length = 0;
    for (int i = 0; i < before.length; i++) {
      int pile = length;
      while (pile > 0 && !times.get(ends[pile - 1]).isBefore(times.get(i))) {
        pile--;
      }
      before[i] = pile == 0 ? -1 : ends[pile - 1];
      ends[pile] = i;
      length = Math.max(length, pile + 1);
    }
    boolean[] trusted = new boolean[before.length];
    for (int i = ends[length - 1]; i >= 0; i = before[i]) {
      trusted[i] = true;
    }
    return trusted;
  }

  private static Instant[] times(List<RunRecord> runs, boolean[] trusted) {
    Instant[] times = new Instant[trusted.length];
    Arrays.setAll(times, i -> runs.get(i).started());
    int first = 0;
    while (!trusted[first]) {
      first++;
    }
    for (int i = first - 1; i >= 0; i--) {
      times[i] = times[i + 1].minus(NIGHT);
    }
    for (int i = first + 1; i < times.length; i++) {
      if (!trusted[i]) {
        Instant usual = times[i - 1].plus(NIGHT);
        Instant next = nextTrusted(runs, trusted, i);
        times[i] = usual.isBefore(next) ? usual : next;
      }
    }
    return times;
  }

  private static Instant nextTrusted(List<RunRecord> runs, boolean[] trusted, int from) {
    for (int i = from; i < trusted.length; i++) {
      if (trusted[i]) {
        return runs.get(i).started();
      }
    }
    return Instant.MAX;
  }
}
