package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.corpus.store.Arrivals.Lacks;
import dateline.corpus.store.RunRecord;
import dateline.corpus.store.RunRecord.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one run brings and takes.
///
/// @param lost stories that vanish although nobody withdrew them
/// @param unchanged how many known articles of each source came again
/// @param quarantined records that could not be read
record Haul(
    Instant started,
    List<Story> added,
    List<Change> changed,
    List<Story> withdrawn,
    List<Story> absent,
    List<Story> embargoed,
    List<Story> lost,
    Map<String, Long> unchanged,
    long quarantined) {
  record Change(Story before, Story after) {}

  private record Key(String source, @Nullable LocalDate day) {}

  Haul withAdded(List<Story> other, long quarantinedToo) {
    return new Haul(
        started,
        other,
        changed,
        withdrawn,
        absent,
        embargoed,
        lost,
        unchanged,
        quarantined + quarantinedToo);
  }

  Haul withChanged(List<Change> other) {
    return new Haul(
        started, added, other, withdrawn, absent, embargoed, lost, unchanged, quarantined);
  }

  Haul without(List<Story> withdrawn, List<Story> absent, List<Story> embargoed, List<Story> lost) {
    return new Haul(
        started, added, changed, withdrawn, absent, embargoed, lost, unchanged, quarantined);
  }

  RunRecord record(long run, Instant clock) {
    var tallies = new LinkedHashMap<Key, Tally>();
    added.forEach(story -> of(tallies, story).add(story));
    changed.forEach(change -> of(tallies, change.after()).change(change));
    unchanged.forEach((source, same) -> {
      var today = new Key(source, LocalDate.ofInstant(started, ZoneOffset.UTC));
      tallies.computeIfAbsent(today, _ -> new Tally()).unchanged += same;
    });
    withdrawn.forEach(story -> of(tallies, story).withdrawn++);
    absent.forEach(story -> of(tallies, story).withdrawn++);
    var arrivals = new ArrayList<Arrivals>();
    tallies.forEach((key, tally) -> arrivals.add(tally.arrivals(key)));
    long read =
        Stream.of(added, changed, withdrawn).mapToLong(List::size).sum()
            + unchanged.values().stream().mapToLong(Long::longValue).sum()
            + quarantined;
    return new RunRecord(run, clock, State.FINISHED, read, quarantined, arrivals);
  }

  private static Tally of(Map<Key, Tally> tallies, Story story) {
    return tallies.computeIfAbsent(new Key(story.source().name(), story.day()), _ -> new Tally());
  }

  /// Arrivals of one source and day while they are counted.
  private static final class Tally {
    private long added;
    private long changed;
    private long unchanged;
    private long withdrawn;
    private long moved;
    private final Map<Story.Field, Long> without = new EnumMap<>(Story.Field.class);
    private final Map<Story.Field, Long> lost = new EnumMap<>(Story.Field.class);

    void add(Story story) {
      added++;
      for (Story.Field field : Story.Field.values()) {
        if (!story.has(field)) {
          without.merge(field, 1L, Long::sum);
        }
      }
    }

    void change(Change change) {
      changed++;
      for (Story.Field field : Story.Field.values()) {
        if (change.before().has(field) && !change.after().has(field)) {
          lost.merge(field, 1L, Long::sum);
        }
      }
      LocalDate day = change.after().day();
      if (day != null && !day.equals(change.before().day())) {
        moved++;
      }
    }

    Arrivals arrivals(Key key) {
      return new Arrivals(
          key.source(),
          key.day(),
          added,
          changed,
          unchanged,
          withdrawn,
          lacks(without),
          lacks(lost),
          moved);
    }

    private static Lacks lacks(Map<Story.Field, Long> counts) {
      return new Lacks(
          counts.getOrDefault(Story.Field.HEADLINE, 0L),
          counts.getOrDefault(Story.Field.BODY, 0L),
          counts.getOrDefault(Story.Field.DATE, 0L),
          counts.getOrDefault(Story.Field.BYLINE, 0L));
    }
  }
}
