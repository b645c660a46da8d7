package dateline.search.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void waitsTwiceAsLongEachTimeAndGivesUpAfterThreeDays() {
    var waits = new ArrayList<Duration>();
    Instant now = BEGIN;
    Optional<Instant> next = Backoff.next(0, BEGIN, now);
    while (next.isPresent()) {
      waits.add(Duration.between(now, next.get()));
      now = next.get();
      next = Backoff.next(waits.size(), BEGIN, now);
    }

    assertEquals(
        List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)),
        waits.subList(0, 3));
    assertEquals(Duration.ofHours(6), waits.getLast());
    assertEquals(24, waits.size());
  }

  @Test
  void aSearchRestsFiveMinutesAtMost() {
    assertEquals(Duration.ofSeconds(5), Backoff.rest(0));
    assertEquals(Duration.ofMinutes(5), Backoff.rest(1_000_000));
  }
}
