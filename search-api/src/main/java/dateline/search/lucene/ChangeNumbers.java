package dateline.search.lucene;

import dateline.corpus.store.Journal;
import dateline.corpus.store.JournalEntry;
import dateline.corpus.store.JournalEntry.Published;
import dateline.corpus.store.JournalEntry.Reinstated;
import dateline.corpus.store.JournalEntry.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which entry of the journal readers came to see a version, or saw the last of an article. 0
/// stands for all that was before the journal began.
final class ChangeNumbers {
  /// @param seenUntil embargoes that ended up to then had shown what they held back
  record Drop(long number, Instant seenUntil) {}

  private final NavigableMap<Long, Long> runs;
  private final Map<Long, Instant> starts;
  private final Map<Long, Instant> embargoes;
  private final Instant beforeAsOf;
  private final List<Published> published = new ArrayList<>();
  private final Map<Long, Instant> times = new HashMap<>();
  private final Map<Long, Long> since = new HashMap<>();
  private final Map<Long, Drop> drops = new HashMap<>();
  private final Map<String, Long> withdrawals = new HashMap<>();
  private final Map<String, Long> reinstated = new HashMap<>();

  /// @param runs by the number of the first version of each
  /// @param starts of runs
  /// @param embargoes by the number of the version
  ChangeNumbers(
      Journal.Content journal,
      NavigableMap<Long, Long> runs,
      Map<Long, Instant> starts,
      Map<Long, Instant> embargoes) {
    this.runs = runs;
    this.starts = starts;
    this.embargoes = embargoes;
    beforeAsOf = journal.beforeAsOf();
    journal.before().forEach(run -> since.put(run, 0L));
    Instant seen = beforeAsOf;
    for (JournalEntry entry : journal.entries()) {
      times.put(entry.number(), entry.at());
      switch (entry) {
        case Published next -> {
          for (long run : next.dropped()) {
            since.remove(run);
            drops.put(run, new Drop(next.number(), seen));
          }
          next.brought().forEach(run -> since.putIfAbsent(run, next.number()));
          published.add(next);
          seen = next.asOf();
        }
        case Withdrawn gone -> withdrawals.put(gone.article().value(), gone.number());
        case Reinstated back -> reinstated.put(back.article().value(), back.number());
      }
    }
  }

  /// Of a version that counts.
  long of(long sequence) {
    long number = since.getOrDefault(run(sequence), 0L);
    Instant embargo = embargoes.get(sequence);
    return embargo == null ? number : whenPast(embargo, number);
  }

  /// The first entry from one on that was made with a moment past; the one itself when there is
  /// none.
  long whenPast(Instant moment, long number) {
    if (number == 0 && !moment.isAfter(beforeAsOf)) {
      return 0;
    }
    for (Published entry : published) {
      if (entry.number() >= number && !moment.isAfter(entry.asOf())) {
        return entry.number();
      }
    }
    return number;
  }

  /// Of the withdrawal of an article; 0 when it was before the journal.
  long ofWithdrawal(String article) {
    return withdrawals.getOrDefault(article, 0L);
  }

  /// Articles that were withdrawn once, be it that they are no more.
  Set<String> withdrawn() {
    return withdrawals.keySet();
  }

  /// Articles that were taken back no more, with the latest entry for each.
  Map<String, Long> reinstated() {
    return reinstated;
  }

  /// Runs that were shown once and are shown no more.
  Set<Long> dropped() {
    return drops.keySet();
  }

  /// When the latest of some runs was dropped; null when none was.
  @Nullable Drop drop(Set<Long> runs) {
    Drop last = null;
    for (long run : runs) {
      Drop drop = drops.get(run);
      if (drop != null && (last == null || drop.number > last.number)) {
        last = drop;
      }
    }
    return last;
  }

  /// When an entry was made.
  Instant time(long number, Instant before) {
    return times.getOrDefault(number, before);
  }

  /// When a version arrived, for one that was seen before the journal began.
  Instant arrival(long sequence) {
    return starts.getOrDefault(run(sequence), Instant.EPOCH);
  }

  /// The run that brought a version.
  long run(long sequence) {
    Map.Entry<Long, Long> found = runs.floorEntry(sequence);
    return found == null ? 0 : found.getValue();
  }
}
