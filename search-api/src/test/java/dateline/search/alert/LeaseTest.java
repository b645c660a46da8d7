package dateline.search.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaseTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path home;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));

  @Test
  void oneServerHoldsItUntilItStopsToRenew() throws Exception {
    var one = new Lease(home, clock);
    var other = new Lease(home, clock);

    assertEquals(List.of(true, false), List.of(one.hold(), other.hold()));
    clock.move(Lease.LENGTH.minusSeconds(1));
    assertEquals(List.of(true, false), List.of(one.hold(), other.hold()));
    clock.move(Lease.LENGTH.minusSeconds(1));
    assertEquals(List.of(true, false), List.of(one.isHeld(), other.hold()));
    clock.move(Lease.LENGTH.minus(Lease.LENGTH.minusSeconds(1)));
    assertEquals(List.of(false, true), List.of(one.isHeld(), other.hold()));
    assertEquals(List.of(false, true), List.of(one.hold(), other.isHeld()));
  }

  @Test
  void whoGivesItUpLetsTheOtherOneInAtOnce() throws Exception {
    var one = new Lease(home, clock);
    var other = new Lease(home, clock);
    one.hold();
    other.giveUp(); // is not its own

    one.giveUp();

    assertEquals(List.of(false, true), List.of(one.isHeld(), other.hold()));
  }
}
