package dateline.index.night;

import dateline.index.night.Haul.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What desks do to articles that are out: correct, drop, take back, hold.
///
/// @param live all articles that are out
record Editing(Dice dice, List<Story> live, boolean isComplete, boolean isRepeating) {
  private static final Duration CORRECTED = Duration.ofDays(7);

  Haul haul(Instant start, List<Story> added, double unreadable) {
    var left = new ArrayList<>(live);
    List<Story> withdrawn = some(left, dice.poisson(0.3));
    List<Story> absent = some(left, isComplete ? dice.poisson(0.2) : 0);
    List<Story> embargoed = some(left, dice.poisson(0.02));
    List<Change> changed = changed(left, added, start);
    Map<String, Long> unchanged = unchanged(left, start);
    long read = added.size() + unchanged.values().stream().mapToLong(Long::longValue).sum();
    return new Haul(
        start,
        added,
        changed,
        withdrawn,
        absent,
        embargoed,
        List.of(),
        unchanged,
        dice.poisson(read * unreadable));
  }

  private List<Story> some(List<Story> left, int count) {
    var some = new ArrayList<Story>();
    for (int i = 0; i < Math.min(count, live.size() / 50); i++) {
      some.add(left.remove(dice.random().nextInt(left.size())));
    }
    return some;
  }

  private List<Change> changed(List<Story> left, List<Story> added, Instant start) {
    var bySource = new LinkedHashMap<Newspaper, List<Story>>();
    left.stream()
        .filter(story -> story.released().isAfter(start.minus(CORRECTED)))
        .forEach(
            story -> bySource.computeIfAbsent(story.source(), _ -> new ArrayList<>()).add(story));
    var changes = new ArrayList<Change>();
    bySource.forEach((source, recent) -> {
      long fresh = added.stream().filter(story -> story.source().equals(source)).count();
      int count = Math.min(dice.poisson(fresh * source.corrections()), recent.size());
      for (int i = 0; i < count; i++) {
        Story before = recent.remove(dice.random().nextInt(recent.size()));
        changes.add(new Change(before, corrected(before)));
      }
    });
    changes.sort(Comparator.comparingInt(change -> change.before().id()));
    return changes;
  }

  private Story corrected(Story before) {
    Story after = before;
    if (dice.hits(1 / 30.0)) {
      after = after.shifted(1);
    }
    if (dice.hits(0.01)) {
      after = after.without(Story.Field.BYLINE);
    }
    return after;
  }

  private Map<String, Long> unchanged(List<Story> left, Instant start) {
    var same = new HashMap<String, Long>();
    if (isRepeating) {
      left.stream()
          .filter(story -> story.released().isAfter(start.minus(Duration.ofDays(2))))
          .forEach(story -> same.merge(story.source().name(), 1L, Long::sum));
    }
    return same;
  }
}
