package dateline.index;

import dateline.corpus.store.Quarantine;
import dateline.corpus.store.RunRecord;
import dateline.corpus.store.Runs;
import dateline.index.IndexRun.RunInProgress;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.TableSeals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes another one of the kept generations the live one, without building.
public final class Choice {
  private final Path home;
  private final Clock clock;
  private final GenerationStore generations;

  public Choice(Path home, Clock clock) {
    this.home = home;
    this.clock = clock;
    generations = new GenerationStore(home);
  }

  /// What answers now, and what no longer does.
  ///
  /// @param held runs whose versions the live generation lacks: they are on hold
  public record Chosen(Generation live, List<Long> held) {
    public Chosen {
      held = List.copyOf(held);
    }
  }

  /// Goes back to the generation that was live before.
  ///
  /// @throws IOException when none is kept, or it is damaged; nothing is changed
  public Chosen back() throws IOException, RunInProgress {
    return locked(() -> {
      Generation live = live();
      Set<Long> held = held();
      List<Generation> before =
          generations.all().stream()
              .filter(each -> runOf(each) < runOf(live) && !held.contains(runOf(each)))
              .toList();
      if (before.isEmpty()) {
        throw new IOException(
            "there is no generation before "
                + live.name()
                + " in "
                + home
                + " to go back to. More are kept with dateline index --keep N; older texts are in the store and in snapshots.");
      }
      return publish(before.getLast());
    });
  }

  /// Moves to a generation by its name.
  ///
  /// @throws IOException when it is not kept, or damaged; nothing is changed
  public Chosen named(String name) throws IOException, RunInProgress {
    return locked(() -> {
      List<Generation> all = generations.all();
      Optional<Generation> chosen =
          all.stream().filter(each -> each.name().equals(name)).findFirst();
      if (chosen.isEmpty()) {
        throw new IOException(
            "there is no generation "
                + name
                + " in "
                + home
                + ". Kept are: "
                + String.join(", ", all.stream().map(Generation::name).toList())
                + ".");
      }
      return publish(chosen.get());
    });
  }

  /// The generation that holds what is live and a run on hold, and nothing else; empty when it must
  /// be built.
  public Optional<Generation> with(long run) throws IOException {
    var wanted = new TreeSet<>(live().manifest().runs());
    wanted.add(run);
    return generations.all().stream()
        .filter(each -> each.manifest().runs().equals(wanted))
        .findFirst();
  }

  /// Runs on hold.
  public Set<Long> held() throws IOException {
    var held = new TreeSet<Long>();
    for (RunRecord run : Runs.of(home)) {
      if (run.state() == RunRecord.State.HELD) {
        held.add(run.run());
      }
    }
    return held;
  }

  /// Throws away what a run on hold brought.
  ///
  /// @return how many versions it had; -1 when no run of this number is on hold
  public long discard(long run) throws IOException, RunInProgress {
    return locked(() -> Runs.discard(home, run));
  }

  /// Throws away records in quarantine.
  ///
  /// @param entries their numbers
  /// @return how many there were
  public long drop(Collection<Long> entries) throws IOException, RunInProgress {
    return locked(() -> Quarantine.drop(home, entries));
  }

  private interface Step<T> {
    T take() throws IOException;
  }

  private <T> T locked(Step<T> step) throws IOException, RunInProgress {
    try (RunLock _ = RunLock.take(home)) {
      return step.take();
    } catch (RunLock.Held e) {
      throw new RunInProgress(e.getMessage());
    }
  }

  private Generation live() throws IOException {
    return generations
        .live()
        .orElseThrow(() -> new IOException("nothing was published in " + home + " yet"));
  }

  private Chosen publish(Generation generation) throws IOException {
    var damages = new ArrayList<>(generations.damages(generation));
    damages.addAll(TableSeals.damages(generation.tables()));
    if (!damages.isEmpty()) {
      throw new IOException(
          "generation "
              + generation.name()
              + " is damaged: "
              + String.join("; ", damages)
              + ". The live one goes on answering.");
    }
    new Publication(home, generations).of(generation, clock.instant());
    Runs.count(home, generation.manifest().runs());
    return new Chosen(generation, List.copyOf(held()));
  }

  private static long runOf(Generation generation) {
    return GenerationStore.runOf(generation.name());
  }
}
