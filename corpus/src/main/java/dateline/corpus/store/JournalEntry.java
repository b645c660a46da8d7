package dateline.corpus.store;

import dateline.corpus.ArticleId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something that readers of an archive came to see.
public sealed interface JournalEntry {
  /// Later entries have higher numbers, whatever the clock said. From 1.
  long number();

  /// Never before that of an earlier entry; in whole seconds.
  Instant at();

  /// A generation became the live one.
  ///
  /// @param asOf the moment by which embargoes were judged
  /// @param brought runs whose versions are shown from now on
  /// @param dropped runs whose versions are shown no more
  record Published(
      long number,
      Instant at,
      String generation,
      Instant asOf,
      SortedSet<Long> brought,
      SortedSet<Long> dropped)
      implements JournalEntry {
    public Published {
      brought = Collections.unmodifiableSortedSet(new TreeSet<>(brought));
      dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
    }
  }

  /// An article was taken back.
  record Withdrawn(long number, Instant at, ArticleId article) implements JournalEntry {}

  /// An article may be seen again, if it is still there.
  record Reinstated(long number, Instant at, ArticleId article) implements JournalEntry {}
}
