package dateline.search.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks two sides the same searches in turns: in a round each side answers all of its searches once
/// on every thread, and the side that begins changes from round to round.
public final class Duel {
  private final Side ours;
  private final Side theirs;
  private final int threads;

  /// @param threads that ask at one time
  public Duel(Contender ours, Contender theirs, int threads) {
    this.ours = new Side(ours);
    this.theirs = new Side(theirs);
    this.threads = threads;
  }

  /// What both sides did in the same rounds.
  public record Outcome(Figures ours, Figures theirs) {}

  /// Plays whole rounds, at least one, until the time is over.
  public Outcome run(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        boolean isOursFirst = true;
        do {
          (isOursFirst ? ours : theirs).play(pool, threads);
          (isOursFirst ? theirs : ours).play(pool, threads);
          isOursFirst = !isOursFirst;
        } while (System.nanoTime() < end);
      } finally {
        pool.shutdownNow();
      }
    }
    return new Outcome(ours.figures(), theirs.figures());
  }

  private static final class Side {
    private final List<Contender.Search> searches;
    private final Latencies latencies = new Latencies();
    private long hits;
    private long nanos;

    Side(Contender contender) {
      searches = contender.searches();
    }

    /// What one thread did in a round.
    private record Turn(Latencies latencies, long hits) {}

    void play(ExecutorService pool, int threads) throws IOException {
      long start = System.nanoTime();
      var turns = new ArrayList<Callable<Turn>>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread * searches.size() / threads; // or all would ask the same at one time
        turns.add(() -> turn(first));
      }
      try {
        for (Future<Turn> done : pool.invokeAll(turns)) {
          Turn turn = done.get();
          latencies.add(turn.latencies());
          hits += turn.hits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the measuring was interrupted", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException cause) {
          throw cause;
        }
        throw new IllegalStateException("a search failed", e.getCause());
      }
      nanos += System.nanoTime() - start;
    }

    private Turn turn(int first) throws IOException {
      var taken = new Latencies();
      long shown = 0;
      for (int i = 0; i < searches.size(); i++) {
        Contender.Search search = searches.get((first + i) % searches.size());
        long start = System.nanoTime();
        shown += search.ask();
        taken.add(System.nanoTime() - start);
      }
      return new Turn(taken, shown);
    }

    Figures figures() {
      return new Figures(
          latencies.total(),
          (double) hits / latencies.total(),
          latencies.micros(0.5),
          latencies.micros(0.95),
          latencies.micros(0.99),
          latencies.total() / (nanos / 1e9));
    }
  }
}
