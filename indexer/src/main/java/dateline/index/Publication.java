package dateline.index;

import dateline.corpus.store.Journal;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Makes a generation the live one and notes it in the journal of its home.
final class Publication {
  private final Path home;
  private final GenerationStore generations;

  Publication(Path home, GenerationStore generations) {
    this.home = home;
    this.generations = generations;
  }

  void of(Generation next, Instant now) throws IOException {
    new Journal(home)
        .publish(
            live().map(Publication::note).orElse(null),
            note(next),
            now,
            () -> generations.publish(next));
  }

  /// Empty where pointer or manifest is damaged: this publication mends it.
  private Optional<Generation> live() {
    try {
      return generations.live();
    } catch (IOException _) { // told by the run, which built anew
      return Optional.empty();
    }
  }

  private static Journal.Note note(Generation generation) {
    return new Journal.Note(
        generation.name(), generation.manifest().lineage().asOf(), generation.manifest().runs());
  }
}
