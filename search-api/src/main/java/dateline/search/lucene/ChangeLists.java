package dateline.search.lucene;

import dateline.corpus.store.ArchiveReader;
import dateline.corpus.store.Journal;
import dateline.search.engine.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Has the [ChangeList] of the live generation ready, made when it is asked for first. Safe for use
/// by many threads, which wait while it is made.
final class ChangeLists {
  private final Path home;
  private final ArchiveReader archive;
  private final Journal journal;
  private final Clock clock;
  private @Nullable ChangeList last;

  ChangeLists(Path home, ArchiveReader archive, Clock clock) {
    this.home = home;
    this.archive = archive;
    this.clock = clock;
    journal = new Journal(home);
  }

  /// @param takenBack read before the journal is, which tells of all in it
  synchronized ChangeList of(OpenGeneration generation, TakenBack takenBack) throws IOException {
    Instant now = clock.instant();
    String scope = Scope.current().map(Scope::text).orElse("");
    String state =
        String.join("/", generation.name(), takenBack.state(), journal.state(now), scope);
    ChangeList found = last;
    if (found == null || !found.state().equals(state)) {
      found =
          new ChangeSurvey(home, generation, archive, takenBack, now)
              .make(state, journal.upTo(generation.name(), now));
      last = found;
    }
    return found;
  }
}
