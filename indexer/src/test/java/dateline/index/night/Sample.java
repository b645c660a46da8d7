package dateline.index.night;

import dateline.corpus.store.RunRecord;
import dateline.index.night.Haul.Change;
import dateline.index.night.Night.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One invented night with all before it.
///
/// @param live what the live generation holds
/// @param clock what the run's clock says beside the true time
/// @param expected what each source has brought on that weekday
/// @param isGrownUp whether there are four weeks of nights before
/// @param isUpgrade whether the program was renewed since the last night, so that some words are
///   analysed otherwise
record Sample(
    long seed,
    List<RunRecord> past,
    List<Story> live,
    Haul tonight,
    Instant clock,
    Map<Newspaper, Expected> expected,
    boolean isGrownUp,
    boolean isUpgrade,
    ModelPanel panel,
    List<ModelPanel.Answer> answers,
    Thresholds thresholds) {
  /// @param articles the median of the nights on that weekday in the past four weeks, those without
  ///   a run or on a holiday left out; on a holiday, of the quietest weekday; the sum for nights
  ///   that had no run and are made up for tonight
  /// @param least the smallest of them; 0 when nobody can say what was to be expected: on a
  ///   holiday, when fewer than three nights are left, or when one of them had its run late or
  ///   twice
  record Expected(double articles, long least) {}

  /// The night as it is.
  Night night() {
    return night(tonight);
  }

  /// The night with another haul.
  Night night(Haul haul) {
    return night(haul, UnaryOperator.identity());
  }

  /// The night with another haul, and other indexed terms.
  ///
  /// @param analysis what the index holds of an article
  Night night(Haul haul, UnaryOperator<Story> analysis) {
    Set<Integer> gone = new HashSet<>();
    haul.withdrawn().forEach(story -> gone.add(story.id()));
    haul.absent().forEach(story -> gone.add(story.id()));
    haul.embargoed().forEach(story -> gone.add(story.id()));
    haul.lost().forEach(story -> gone.add(story.id()));
    Map<Integer, Story> replaced = new HashMap<>();
    for (Change change : haul.changed()) {
      if (!gone.contains(change.before().id())) {
        replaced.put(change.before().id(), change.after());
      }
    }
    var candidate = new ArrayList<Story>(live.size() + haul.added().size());
    for (Story story : live) {
      if (!gone.contains(story.id())) {
        candidate.add(analysis.apply(indexed(replaced.getOrDefault(story.id(), story))));
      }
    }
    haul.added().forEach(story -> candidate.add(analysis.apply(indexed(story))));
    var counts =
        new Counts(
            live.size(),
            candidate.size(),
            haul.added().size(),
            replaced.size(),
            haul.withdrawn().size(),
            haul.absent().size(),
            haul.embargoed().size());
    Set<Integer> touched = new HashSet<>(gone);
    touched.addAll(replaced.keySet());
    List<PanelAnswer> both =
        live.isEmpty() ? List.of() : panel.ask(answers, candidate, touched, isUpgrade);
    long run = past.isEmpty() ? 1 : past.getLast().run() + 1;
    return new Night(haul.record(run, clock), past, counts, both);
  }

  private Story indexed(Story story) {
    return isUpgrade ? story.with(story.words().renewed()) : story;
  }

  Verdict verdict(Night night) {
    return new Judge(thresholds).judge(night);
  }
}
