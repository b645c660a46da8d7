package dateline.search.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

final class DuelTest {
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

  @Test
  void oneRoundAsksEachSideAllItsSearches() throws IOException {
    var duel =
        new Duel(
            new Contender(List.of(search("a", 1), search("b", 2))),
            new Contender(List.of(search("A", 10), search("B", 0))),
            1);

    Duel.Outcome outcome = duel.run(Duration.ZERO);

    assertEquals(List.of("a", "b", "A", "B"), List.copyOf(asked));
    assertEquals(List.of(2L, 1.5), List.of(outcome.ours().searches(), outcome.ours().hits()));
    assertEquals(List.of(2L, 5.0), List.of(outcome.theirs().searches(), outcome.theirs().hits()));
    for (Figures figures : List.of(outcome.ours(), outcome.theirs())) {
      assertTrue(figures.p50Micros() <= figures.p95Micros(), figures::toString);
      assertTrue(figures.p95Micros() <= figures.p99Micros(), figures::toString);
      assertTrue(figures.perSecond() > 0, figures::toString);
    }
  }

  @Test
  void sidesBeginInTurn() throws IOException {
    var duel =
        new Duel(new Contender(List.of(search("a", 1))), new Contender(List.of(search("A", 1))), 1);

    duel.run(Duration.ofMillis(20));

    String rounds = String.join("", asked);
    assertTrue(rounds.matches("(aAAa)*(aA)?"), rounds);
  }

  @Test
  void everyThreadAsksEverything() throws IOException {
    var contender = new Contender(List.of(search("a", 1), search("b", 1), search("c", 1)));

    Duel.Outcome outcome = new Duel(contender, contender, 4).run(Duration.ZERO);

    assertEquals(
        List.of(12L, 12L), List.of(outcome.ours().searches(), outcome.theirs().searches()));
    for (String search : List.of("a", "b", "c")) {
      assertEquals(8, asked.stream().filter(search::equals).count(), search);
    }
  }

  @Test
  void aSearchThatFailsEndsIt() {
    var failure = new IOException("the disk is gone");
    Contender.Search broken =
        () -> {
          throw failure;
        };
    var duel = new Duel(new Contender(List.of(broken)), new Contender(List.of(search("A", 1))), 2);

    assertSame(failure, assertThrows(IOException.class, () -> duel.run(Duration.ofDays(1))));
    assertEquals(List.of(), List.copyOf(asked));
  }

  private Contender.Search search(String name, int hits) {
    return () -> {
      asked.add(name);
      return hits;
    };
  }
}
